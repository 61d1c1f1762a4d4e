"use client";

/** Shown when a page failed; the frame stays around it. */
export { PageFailed as default } from "#components/layout/page-failed.tsx";
