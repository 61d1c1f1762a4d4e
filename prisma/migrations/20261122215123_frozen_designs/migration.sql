-- What launch froze, as the text that the design hash is made of.

-- CreateTable
CREATE TABLE "frozen_designs" (
    "study_id" TEXT NOT NULL,
    "document" TEXT NOT NULL,

    CONSTRAINT "frozen_designs_pkey" PRIMARY KEY ("study_id")
);

-- AddForeignKey
ALTER TABLE "frozen_designs" ADD CONSTRAINT "frozen_designs_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "studies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Frozen like the design itself; it goes with its study alone.
CREATE TRIGGER "frozen_designs_no_update" BEFORE UPDATE ON "frozen_designs" FOR EACH ROW EXECUTE FUNCTION refuse_change();
