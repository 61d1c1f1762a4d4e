"use client";
import { ScriptButton } from "#components/ui/script-button.tsx";

/** Changes between light and dark and remembers it for a year in a cookie that holds nothing else. */
export function ThemeSwitch() {
  const toggle = () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    const next = isDark ? "light" : "dark";
    root.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is not in every browser that annotators use
    document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
  };
  return (
    <ScriptButton variant="quiet" size="sm" onClick={toggle} aria-label="Change between light and dark">
      <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
    </ScriptButton>
  );
}
