/**
 * The source ids of the 14 scenarios of SOTOPIA-hard, as its authors published them. An episode or scenario under one
 * of these ids belongs to the hard set, whatever its file says.
 */
const HARD_SCENARIO_IDS: ReadonlySet<string> = new Set([
  "01H7VFHNV13MHN97GAH73E3KM8",
  "01H7VFHN5WVC5HKKVBHZBA553R",
  "01H7VFHN9W0WAFZCBT09PKJJNK",
  "01H7VFHPDZVVCDZR3AARA547CY",
  "01H7VFHPQQQY6H4DNC6NBQ8XTG",
  "01H7VFHN7WJK7VWVRZZTQ6DX9T",
  "01H7VFHPS5WJW2694R1MNC8JFY",
  "01H7VFHNN7XTR99319DS8KZCQM",
  "01H7VFHQ11NAMZS4A2RDGDB01V",
  "01H7VFHPSWGDGEYRP63H2DJKV0",
  "01H7VFHNF4G18PC9JHGRC8A1R6",
  "01H7VFHNNYH3W0VRWVY178K2TK",
  "01H7VFHP8AN5643B0NR0NP00VE",
  "01H7VFHN7A1ZX5KSMT2YN9RXC4",
]);

/** Whether a scenario's source id is one of the 14 of SOTOPIA-hard. */
export function isHardScenarioId(sourceId: string | null): boolean {
  return sourceId !== null && HARD_SCENARIO_IDS.has(sourceId);
}
