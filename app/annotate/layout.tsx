import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { TextFontAhead } from "#app/fonts-ahead.tsx";
import { listenEarly } from "#components/annotations/rating/early-keys.ts";
import { nonceOf } from "#lib/web/content-security-policy.ts";
import "./annotate.css";

export const metadata: Metadata = { title: { default: "Rating study", template: "%s" }, referrer: "same-origin" };

/** Everything an annotator sees. There is no account and no way from here into the researchers' part. */
export default async function AnnotateLayout({ children }: { children: ReactNode }) {
  const nonce = nonceOf((await headers()).get("content-security-policy"));
  return (
    <>
      {/* Browsers hide the nonce once the page is read, so that it differs from what was sent. */}
      <script nonce={nonce} suppressHydrationWarning>{`(${listenEarly})()`}</script>
      <TextFontAhead />
      {children}
    </>
  );
}
