-- PostgreSQL's own compression of a document took as long as all the rest of inserting it, and the embedded database
-- knows no faster one. What is there already stays readable as it is.
ALTER TABLE "episode_records" ALTER COLUMN "document" SET STORAGE EXTERNAL;
