-- AlterTable
ALTER TABLE "scenarios" ALTER COLUMN "relationship" DROP NOT NULL,
ALTER COLUMN "relationship" DROP DEFAULT;

-- Written by hand: what is said must be one of SOTOPIA's six.
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_relationship" CHECK ("relationship" BETWEEN 0 AND 5);
