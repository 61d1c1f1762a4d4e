import type { DemoStudy } from "./types.ts";

/** The demo's two studies: one finished by three annotators, one half done. */
export const DEMO_STUDIES: DemoStudy[] = [
  {
    id: "demo-study-01",
    name: "Demo: market, shift, trail and party",
    state: "closed",
    annotationsPerItem: 3,
    itemsPerAnnotator: 8,
    minutesPerItem: 12,
    launchedDaysAgo: 24,
    closedDaysAgo: 19,
    episodeSourceIds: [
      "demo-episode-01",
      "demo-episode-02",
      "demo-episode-07",
      "demo-episode-08",
      "demo-episode-15",
      "demo-episode-16",
      "demo-episode-21",
      "demo-episode-22",
    ],
    annotators: [
      { id: "demo-annotator-1", arrivedMinutes: 65, pseudonym: "A-7QKM" },
      { id: "demo-annotator-2", arrivedMinutes: 1540, pseudonym: "A-2XFT" },
      { id: "demo-annotator-3", arrivedMinutes: 4310, pseudonym: "A-9WRD" },
    ],
  },
  {
    id: "demo-study-02",
    name: "Demo: friends, money and moving",
    state: "running",
    annotationsPerItem: 2,
    itemsPerAnnotator: 4,
    minutesPerItem: 12,
    launchedDaysAgo: 2,
    closedDaysAgo: null,
    episodeSourceIds: [
      "demo-episode-05",
      "demo-episode-06",
      "demo-episode-09",
      "demo-episode-10",
      "demo-episode-11",
      "demo-episode-12",
      "demo-episode-17",
      "demo-episode-18",
      "demo-episode-19",
      "demo-episode-20",
      "demo-episode-23",
      "demo-episode-24",
    ],
    annotators: [
      { id: "demo-annotator-4", arrivedMinutes: 95, pseudonym: "A-4HNB" },
      { id: "demo-annotator-5", arrivedMinutes: 1190, pseudonym: "A-8VPC" },
      { id: "demo-annotator-6", arrivedMinutes: 2838, pseudonym: "A-3JZG" },
    ],
  },
];
