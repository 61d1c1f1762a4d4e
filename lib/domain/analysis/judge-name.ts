/** What is known of a judge; empty texts where nobody said. */
export type JudgeFacts = { name: string; model: string; version: string };

/** The mark of a dated snapshot at the end of a model's name: `-0613`, `-20241022`, `-2024-08-06`. */
const SNAPSHOT = /[-@](?:\d{4}-\d{2}-\d{2}|\d{8}|\d{4})$/;

/** The version of a judge: as somebody said it, else the name or model where it is that of a dated snapshot; empty where it is not known. */
export function judgeVersion({ name, model, version }: JudgeFacts): string {
  if (version !== "") return version;
  return [name, model].find((text) => SNAPSHOT.test(text)) ?? "";
}

/** A judge in words with its version where it is known: “gpt-4 (0613)”; a name that tells the version stands alone. */
export function judgeName(judge: JudgeFacts): string {
  const version = judgeVersion(judge);
  return version === "" || version === judge.name ? judge.name : `${judge.name} (${version})`;
}

/** What stands beside a judge's name: “judge, version 0613”, “judge, version not known”; “judge” alone where the name is that of a version. */
export function judgeWords(judge: JudgeFacts): string {
  const version = judgeVersion(judge);
  if (version === judge.name) return "judge";
  return version === "" ? "judge, version not known" : `judge, version ${version}`;
}

/** The same where judges are to be chosen from: says that the version is not known where it is not. */
export function offeredJudgeName(judge: JudgeFacts): string {
  return judgeVersion(judge) === "" ? `${judge.name} (version not known)` : judgeName(judge);
}
