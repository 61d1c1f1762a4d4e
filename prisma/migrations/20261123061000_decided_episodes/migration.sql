-- Answers of analyses ask at each request when versions of an episode were last decided between; few ever are.
CREATE INDEX "episodes_decided" ON "episodes" ("decided_at") WHERE "decided_at" IS NOT NULL;
