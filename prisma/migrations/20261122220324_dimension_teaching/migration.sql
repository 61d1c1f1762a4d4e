-- AlterTable
ALTER TABLE "study_dimensions" ADD COLUMN     "description" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "examples" JSONB NOT NULL DEFAULT '{}';
