import { DISK_FULL, isDiskFull } from "./disk-full.ts";

/** A reason to stop that is said to the person in one sentence, without a stack. */
export class Sentence extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Sentence";
  }
}

/** Says why a command ended and gives the exit code; the stack is shown only for defects. */
export function reportFailure(error: unknown): 1 {
  const known = new Set(["Sentence", "SettingsError", "MigrationError", "AppError", "OwnerRefused"]);
  if (error instanceof Error && known.has(error.name)) console.error(`\n${error.message}\n`);
  else if (isDiskFull(error)) console.error(`\n${DISK_FULL} Make room and run the command again.\n`);
  else console.error(error);
  return 1;
}
