import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button-classes.ts";
import { classNames } from "./class-names.ts";
import { Link } from "./link.tsx";

export { type ButtonSize, type ButtonVariant, buttonClasses } from "./button-classes.ts";

type Look = { variant?: ButtonVariant; size?: ButtonSize };

/** A button; `type` is "button" unless said otherwise. */
export function Button({ variant, size, className, type = "button", ...rest }: ComponentProps<"button"> & Look) {
  return <button type={type} className={classNames(buttonClasses(variant, size), className)} {...rest} />;
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={classNames(buttonClasses(variant, size), className)} {...rest} />;
}
