"use client";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { formatBytes } from "#components/ui/format.ts";
import { Link } from "#components/ui/link.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { type Sending, type UploadAddresses, useUploads } from "./use-uploads.ts";

const HELP = "JSON or JSON Lines, one or several files. Nothing is changed in what you already have.";
const ACCEPT = ".json,.jsonl,.ndjson,.txt,application/json";

type Props = UploadAddresses & {
  help?: string;
  accept?: string;
  /** Said below the list of files when one of them was refused: where else it may belong. */
  failureHelp?: ReactNode;
  /** Further fields, which are sent with every file. */
  children?: ReactNode;
};

/**
 * Takes in files by choosing or dropping them. Each goes up on its own, with its progress, and becomes one import.
 * Without JavaScript it is an ordinary form that sends all files at once to the same address.
 */
export function UploadForm({ help = HELP, accept = ACCEPT, failureHelp, children, ...addresses }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { files, isBusy, sendAll } = useUploads(addresses);
  const send = (chosen: FileList | null | undefined) => void sendAll([...(chosen ?? [])], fieldsOf(form.current));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(input.current?.files);
  };
  return (
    <form ref={form} method="post" action={addresses.action} encType="multipart/form-data" onSubmit={submit}>
      <DropArea onDrop={send}>
        <label htmlFor="files" className="text-base font-semibold">
          Drop files here, or choose them
        </label>
        <p id="files-help" className="mt-1 text-sm text-ink-2">
          {help}
        </p>
        {children ? <div className="mt-4">{children}</div> : null}
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <input
            ref={input}
            id="files"
            name="files"
            type="file"
            multiple
            required
            accept={accept}
            aria-describedby="files-help"
            className="max-w-full text-sm file:mr-3 file:h-10 file:cursor-pointer file:rounded-control file:border file:border-solid file:border-line-strong file:bg-surface file:px-4 file:text-sm file:font-semibold file:text-ink"
          />
          <Button type="submit" variant="primary" aria-disabled={isBusy || undefined}>
            {isBusy ? "Sending" : "Import"}
          </Button>
        </div>
      </DropArea>
      <SendingList files={files} />
      {files.some((file) => file.state === "failed") && failureHelp ? (
        <p className="mt-3 text-sm text-ink-2">{failureHelp}</p>
      ) : null}
    </form>
  );
}

function DropArea({ onDrop, children }: { onDrop: (files: FileList) => void; children: ReactNode }) {
  const [isOver, setIsOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the file field inside is the accessible one
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onDrop(event.dataTransfer.files);
      }}
      className={classNames(
        "rounded-surface border-2 border-dashed px-6 py-10",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-surface",
      )}
    >
      {children}
    </div>
  );
}

/** What was typed into the further fields of the form. */
function fieldsOf(form: HTMLFormElement | null): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form ? new FormData(form) : [])
    if (typeof value === "string" && value.trim() !== "") fields[name] = value;
  return fields;
}

function SendingList({ files }: { files: Sending[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="mt-4 space-y-3" aria-live="polite">
      {files.map((file) => (
        <li key={file.name} className="text-sm">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span className="font-medium [overflow-wrap:anywhere]">{file.name}</span>
            <span className={file.state === "failed" ? "text-bad" : "text-ink-2"}>
              {file.report ? (
                <Link className="link" href={file.report}>
                  arrived<span className="sr-only">: report of {file.name}</span>
                </Link>
              ) : (
                sendingWords(file)
              )}
            </span>
          </p>
          {file.state === "sending" ? (
            <Progress value={file.sent} max={file.size} label={`Sending ${file.name}`} className="mt-1" />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function sendingWords({ state, sent, size, message }: Sending): string {
  if (state === "waiting") return "waits";
  if (state === "sending") return `${formatBytes(sent)} of ${formatBytes(size)}`;
  return message;
}
