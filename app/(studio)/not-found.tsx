import type { Metadata } from "next";

export const metadata: Metadata = { title: "Nothing here" };

/** Shown for things that are not there, or that the person may not know of; the frame stays around it. */
export { NothingHere as default } from "#components/layout/nothing-here.tsx";
