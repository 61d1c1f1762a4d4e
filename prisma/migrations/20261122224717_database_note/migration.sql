-- AlterTable
ALTER TABLE "users" ADD COLUMN     "database_note_closed_at" TIMESTAMPTZ(3);
