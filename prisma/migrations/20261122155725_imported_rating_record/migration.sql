-- AlterTable
ALTER TABLE "imported_ratings" ADD COLUMN     "record" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "imported_ratings" ALTER COLUMN "record" DROP DEFAULT;
