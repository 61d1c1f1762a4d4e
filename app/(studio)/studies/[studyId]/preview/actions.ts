"use server";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { startPreview } from "#lib/operations/studies/start-preview.ts";
import { signVisitCookie } from "#lib/web/annotator-cookie.ts";
import { defineAction } from "#lib/web/define-action.ts";
import { formText } from "#lib/web/form-text.ts";

/** Begins a preview in this browser and goes to its first page. */
export const startPreviewAction = defineAction(async (actor, form) => {
  const device = (await headers()).get("user-agent")?.slice(0, 400) ?? "";
  const visit = await startPreview(actor, { studyId: formText(form, "studyId"), device });
  const { name, value, ...options } = await signVisitCookie(visit);
  (await cookies()).set(name, value, options);
  redirect(`/annotate/${visit.entryToken}/consent`);
});
