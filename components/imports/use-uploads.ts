import { useRouter } from "next/navigation";
import { useState } from "react";
import { sendFile } from "./send-file.ts";

/** One file on its way: bytes sent of its size, why it was refused where it failed, and its report where it arrived. */
export type Sending = {
  name: string;
  size: number;
  sent: number;
  state: "waiting" | "sending" | "done" | "failed";
  message: string;
  /** Address of the page of its import; empty until it has arrived. */
  report: string;
};

/** Where files go, and where their reports are: `{id}` in `onePage` is the import of a single file. */
export type UploadAddresses = { action: string; onePage: string; manyPage: string };

/**
 * Sends files one after the other and tells how far each is. When all have arrived the page of the import opens, or the
 * list of imports where there were several; a refused file keeps the page, with what was said of it,
 * a link to the report of each one that arrived, and the list below read anew.
 */
export function useUploads({ action, onePage, manyPage }: UploadAddresses) {
  const router = useRouter();
  const [files, setFiles] = useState<Sending[]>([]);
  const pageOf = (importId: string) => onePage.replace("{id}", importId);
  const isBusy = files.some((file) => file.state === "waiting" || file.state === "sending");

  const change = (index: number, part: Partial<Sending>) =>
    setFiles((now) => now.map((file, at) => (at === index ? { ...file, ...part } : file)));

  const sendAll = async (chosen: File[], fields: Record<string, string>) => {
    if (isBusy || chosen.length === 0) return;
    setFiles(chosen.map(({ name, size }) => ({ name, size, sent: 0, state: "waiting", message: "", report: "" })));
    const made: string[] = [];
    let repeat = "";
    for (const [index, file] of chosen.entries()) {
      change(index, { state: "sending" });
      const answer = await sendFile(action, file, fields, (sent) => change(index, { sent }));
      if (answer.ok) {
        made.push(answer.importId);
        if (answer.isRepeat) repeat = `?${new URLSearchParams({ repeat: file.name })}`;
      }
      change(
        index,
        answer.ok
          ? { state: "done", sent: file.size, report: pageOf(answer.importId) }
          : { state: "failed", message: answer.message },
      );
    }
    if (made.length < chosen.length) {
      if (made.length > 0) router.refresh();
      return;
    }
    window.location.assign(made.length === 1 ? `${pageOf(made[0] ?? "")}${repeat}` : manyPage);
  };

  return { files, isBusy, sendAll };
}
