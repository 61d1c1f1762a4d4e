import type { Metadata } from "next";
import type { ReactNode } from "react";
import "./annotate.css";

export const metadata: Metadata = { title: { default: "Rating study", template: "%s" }, referrer: "same-origin" };

/** Everything an annotator sees. There is no account and no way from here into the researchers' part. */
export default function AnnotateLayout({ children }: { children: ReactNode }) {
  return children;
}
