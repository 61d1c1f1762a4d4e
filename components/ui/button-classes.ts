import { classNames } from "./class-names.ts";

/** `primary` once a page at most; `quiet` for what is rarely wanted; `danger` where something is ended or removed. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
/** `md` is 40 px high, `sm` 34 px for dense toolbars. */
export type ButtonSize = "md" | "sm";

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-control border font-semibold whitespace-nowrap no-underline transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55";
const SIZES: Record<ButtonSize, string> = { md: "h-10 px-4 text-sm", sm: "h-[34px] px-3 text-sm" };
const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-accent-ink hover:brightness-110",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink",
  danger: "border-bad bg-surface text-bad hover:bg-bad-soft",
};

/** The classes of a button, for the rare element that must look like one and is neither button nor link. */
export function buttonClasses(variant: ButtonVariant = "secondary", size: ButtonSize = "md"): string {
  return classNames(BASE, SIZES[size], VARIANTS[variant]);
}
