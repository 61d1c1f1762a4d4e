/** One entry of the main navigation. */
export type NavEntry = { href: string; label: string };

/** The pages of the main navigation, in its order. */
export const MAIN_PAGES: readonly NavEntry[] = [
  { href: "/episodes", label: "Episodes" },
  { href: "/scenarios", label: "Scenarios" },
  { href: "/studies", label: "Studies" },
  { href: "/ratings", label: "Ratings" },
  { href: "/analysis", label: "Analysis" },
];
