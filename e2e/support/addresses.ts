/** What stands for a parameter of an address where nothing real is given. */
const STAND_INS: Record<string, string> = {
  dimension: "goal",
  format: "bundle",
  position: "1",
  "...nextauth": "session",
};

/** Fills the parameters of a route's path, with real ids where they are given and ids of nothing elsewhere. */
export function addressOf(path: string, ids: Record<string, string>): string {
  return path.replace(/\[([^\]]+)\]/g, (_, name: string) => ids[name] ?? STAND_INS[name] ?? "none-such-id");
}
