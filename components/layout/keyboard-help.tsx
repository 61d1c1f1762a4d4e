"use client";
import { useLayoutEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { ScriptButton } from "#components/ui/script-button.tsx";

/** One shortcut: the keys as written on them, and what they do. */
export type Shortcut = { keys: string; does: string };

/**
 * True while a key press belongs to what the person is writing or to a control that has the focus. The field of a dialog
 * that was closed a moment ago may still have it, and writes nothing.
 */
function isBusyTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest("dialog:not([open])")) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/**
 * The list of shortcuts, opened by `?` or by its button. The key is ignored while somebody writes and while another
 * dialog is open, so that it never takes a character away.
 */
export function KeyboardHelp({ shortcuts }: { shortcuts: Shortcut[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the page is painted: whoever sees it may press at once.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isBusyTarget(event.target)) {
        const search = document.querySelector<HTMLInputElement>('input[type="search"]');
        if (search) {
          event.preventDefault();
          search.focus();
        }
        return;
      }
      if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || isBusyTarget(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      dialog.current?.showModal();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <span className="max-sm:pointer-coarse:hidden">
        <ScriptButton variant="quiet" size="sm" onClick={() => dialog.current?.showModal()} aria-label="Keyboard help">
          <kbd className="font-ui">?</kbd>
        </ScriptButton>
      </span>
      <dialog
        ref={dialog}
        aria-labelledby="keyboard-help-title"
        className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-surface border border-line bg-surface p-6 text-ink shadow-xl backdrop:bg-scrim"
      >
        <h2 id="keyboard-help-title" className="text-lg font-semibold">
          Keyboard
        </h2>
        <dl className="mt-4 grid grid-cols-[max-content_1fr] gap-x-5 gap-y-2 text-sm">
          {shortcuts.map((shortcut) => (
            <div key={shortcut.keys} className="contents">
              <dt>
                <kbd className="rounded border border-line-strong bg-sunken px-1.5 py-0.5 font-ui text-xs">
                  {shortcut.keys}
                </kbd>
              </dt>
              <dd>{shortcut.does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="mt-6 text-right">
          <Button type="submit">Close</Button>
        </form>
      </dialog>
    </>
  );
}
