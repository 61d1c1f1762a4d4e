-- CreateTable
CREATE TABLE "judge_versions" (
    "judge_key" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL,
    "overtaken_at" TIMESTAMPTZ(3),

    CONSTRAINT "judge_versions_pkey" PRIMARY KEY ("judge_key")
);
