/** What became of an upload; `isRepeat` where the same file is here already. */
export type SendAnswer = { ok: true; importId: string; isRepeat: boolean } | { ok: false; message: string };

const LOST = "The connection was lost. Nothing was imported from this file. Send it again.";

function readAnswer(request: XMLHttpRequest): SendAnswer {
  try {
    const body = JSON.parse(request.responseText) as {
      imports?: { id: string; isRepeat?: boolean }[];
      error?: { message?: string };
    };
    const taken = body.imports?.[0];
    if (request.status === 202 && taken?.id) return { ok: true, importId: taken.id, isRepeat: taken.isRepeat === true };
    return { ok: false, message: body.error?.message ?? LOST };
  } catch {
    return { ok: false, message: LOST };
  }
}

/** Sends one file as the body of a request with what was said beside it, telling how many bytes have left; never rejects. */
export function sendFile(
  address: string,
  file: File,
  fields: Record<string, string>,
  onProgress: (sent: number) => void,
): Promise<SendAnswer> {
  return new Promise((resolve) => {
    // XMLHttpRequest, because fetch cannot tell how far an upload is.
    const request = new XMLHttpRequest();
    request.open("POST", `${address}?${new URLSearchParams({ ...fields, fileName: file.name })}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept", "application/json");
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded));
    request.addEventListener("load", () => resolve(readAnswer(request)));
    for (const event of ["error", "abort", "timeout"]) {
      request.addEventListener(event, () => resolve({ ok: false, message: LOST }));
    }
    request.send(file);
  });
}
