import type { Metadata } from "next";
import { JoinPage } from "#app/join-page.tsx";

export const metadata: Metadata = { title: "Invitation" };

/** An invitation link. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  return <JoinPage token={(await params).token} />;
}
