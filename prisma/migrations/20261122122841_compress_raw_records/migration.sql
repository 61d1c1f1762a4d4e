-- The raw record arrives compressed: PostgreSQL's own compression took most of an import's time. What is there already
-- stays readable, since uncompressed bytes are read as they are.
ALTER TABLE "episode_records" ALTER COLUMN "raw" TYPE BYTEA USING convert_to("raw", 'UTF8');
ALTER TABLE "episode_records" ALTER COLUMN "raw" SET STORAGE EXTERNAL;
