"use client";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { plural } from "#components/ui/format.ts";
import { type FixedEntry, matchEntries, type PaletteEntry } from "./entries.ts";
import { type FoundPlaces, usePlaces } from "./use-places.ts";

const KIND_WORDS: Record<PaletteEntry["kind"], string> = {
  page: "Page",
  action: "Action",
  study: "Study",
  episode: "Episode",
};

/**
 * Goes to any page, study or episode by its name. A combobox with its list: arrows choose, Enter goes, Escape closes and
 * leads back to where the focus was.
 */
export default function PaletteDialog({ entries, onClose }: { entries: readonly FixedEntry[]; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const places = usePlaces(text);
  const lines = [...matchEntries(entries, text), ...places.found];
  const at = Math.min(chosen, Math.max(0, lines.length - 1));
  const id = useId();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const go = (line: PaletteEntry | undefined) => {
    if (!line) return;
    dialog.current?.close();
    router.push(line.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 && event.key !== "Enter") return;
    event.preventDefault();
    if (event.key === "Enter") return go(lines[at]);
    if (lines.length > 0) setChosen((at + step + lines.length) % lines.length);
  };
  return (
    <dialog
      ref={dialog}
      aria-label="Find a page, study or episode"
      onClose={onClose}
      className="mx-auto mt-[12dvh] mb-auto w-[min(36rem,calc(100vw-2rem))] overflow-hidden rounded-surface border border-line bg-surface p-0 text-ink shadow-xl backdrop:bg-scrim"
    >
      <input
        autoFocus
        type="text"
        role="combobox"
        aria-expanded={lines.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={lines.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        aria-label="Page, study or episode"
        placeholder="Page, study or episode"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        className="h-13 w-full border-line border-b bg-surface px-4 text-lg -outline-offset-3"
      />
      <PaletteList id={id} lines={lines} at={at} onPick={go} onPoint={setChosen} />
      <p role="status" className="px-4 py-2 text-xs text-ink-2">
        {statusWords(places, lines.length, text)}
      </p>
    </dialog>
  );
}

function PaletteList(props: {
  id: string;
  lines: readonly PaletteEntry[];
  at: number;
  onPick(line: PaletteEntry): void;
  onPoint(at: number): void;
}) {
  const current = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line that is chosen comes into sight when it changes
  useEffect(() => {
    current.current?.scrollIntoView({ block: "nearest" });
  }, [props.at]);
  return (
    <div id={`${props.id}-list`} role="listbox" aria-label="Places" className="max-h-[50dvh] overflow-y-auto p-2">
      {props.lines.map((line, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the text field that owns this list
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text field, which names the chosen line
        <div
          key={line.href + line.kind}
          id={`${props.id}-${index}`}
          ref={index === props.at ? current : undefined}
          role="option"
          aria-selected={index === props.at}
          onClick={() => props.onPick(line)}
          onPointerMove={() => props.onPoint(index)}
          className={classNames(
            "flex min-h-10 cursor-pointer items-baseline gap-3 rounded-control px-3 py-2",
            index === props.at && "bg-accent-soft",
          )}
        >
          <span className="min-w-0 flex-1 truncate">
            <bdi>{line.label}</bdi>
            {line.detail ? (
              <span className="text-sm text-ink-2">
                {" "}
                <bdi>{line.detail}</bdi>
              </span>
            ) : null}
          </span>
          <span className="text-xs text-ink-2">{KIND_WORDS[line.kind]}</span>
        </div>
      ))}
    </div>
  );
}

function statusWords({ state }: FoundPlaces, count: number, text: string): string {
  if (state === "failed") return "Studies and episodes cannot be looked up just now. Pages still work.";
  if (state === "asking") return "Looking…";
  if (count === 0) return `Nothing is called “${text.trim()}”.`;
  return `${plural(count, "place")}. Arrows choose, Enter goes there, Escape closes.`;
}
