"use client";
import { usePathname } from "next/navigation";
import { ButtonLink } from "#components/ui/button.tsx";
import { MAIN_PAGES } from "./main-pages.ts";

/** Where to go on from a page that shows nothing: the list in whose place of the address the person is, and the start. */
export function WaysOn() {
  const path = usePathname();
  const list = MAIN_PAGES.find(({ href }) => path.startsWith(`${href}/`));
  return (
    <>
      {list ? <ButtonLink href={list.href}>Go to {list.label.toLowerCase()}</ButtonLink> : null}
      <ButtonLink href="/">Go to the start</ButtonLink>
    </>
  );
}
