"use client";
import type { ComponentProps } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { useUntilAlive } from "./use-is-alive.ts";

/** A button that nothing but scripts answers; it comes into sight when it works. */
export function ScriptButton({ className, ...rest }: ComponentProps<typeof Button>) {
  return <Button className={classNames(className, useUntilAlive())} {...rest} />;
}
