"use client";
import { type ReactNode, useEffect, useRef } from "react";

/** Moves the focus to its content when it appears; without JavaScript it is an ordinary block. */
export function FocusOnMount({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1}>
      {children}
    </div>
  );
}
