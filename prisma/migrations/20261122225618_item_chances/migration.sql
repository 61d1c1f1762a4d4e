-- AlterTable
ALTER TABLE "imported_units" ADD COLUMN     "inclusion_probability" DOUBLE PRECISION;
