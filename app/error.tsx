"use client";
import { MessagePage } from "#components/layout/message-page.tsx";
import { type Failure, PageFailed } from "#components/layout/page-failed.tsx";

/** Shown when a page outside the frame failed, or the frame itself. */
export default function ErrorPage(failure: Failure) {
  return (
    <MessagePage>
      <PageFailed {...failure} />
    </MessagePage>
  );
}
