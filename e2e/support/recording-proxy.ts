import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One answer of the app as it went over the wire, headers and body as text. */
export type RecordedAnswer = { method: string; url: string; status: number; headers: string; body: string };

/**
 * A proxy between a browser and the app that keeps every byte that the browser was sent: documents, payloads, JSON,
 * scripts, styles, and what a page asked for while it was being left, which a browser's own tools do not show.
 */
export type RecordingProxy = {
  /** For `browser.newContext({ proxy: { server } })`. */
  server: string;
  answers: RecordedAnswer[];
  /** Addresses of other hosts that were asked for, and refused. */
  outside: string[];
  stop(): Promise<void>;
};

/** Starts a recording proxy that leads to `appUrl` only; anything else that is asked for is refused and noted. */
export async function startRecordingProxy(appUrl: string): Promise<RecordingProxy> {
  const answers: RecordedAnswer[] = [];
  const outside: string[] = [];
  const app = new URL(appUrl);
  const server = createServer((incoming, outgoing) => {
    const target = new URL(incoming.url ?? "/", appUrl);
    if (target.host !== app.host) {
      outside.push(target.href);
      outgoing.writeHead(502).end();
      return;
    }
    forward(incoming, outgoing, target, answers);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server: `http://127.0.0.1:${port}`,
    answers,
    outside,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, target: URL, answers: RecordedAnswer[]): void {
  const headers = { ...incoming.headers };
  // Plain text, so that it can be searched.
  headers["accept-encoding"] = "identity";
  delete headers["proxy-connection"];
  const onward = request(
    { host: "127.0.0.1", port: target.port, method: incoming.method, path: target.pathname + target.search, headers },
    (answer) => {
      const parts: Buffer[] = [];
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on("data", (chunk: Buffer) => parts.push(chunk));
      answer.pipe(outgoing);
      answer.on("close", () =>
        answers.push({
          method: incoming.method ?? "",
          url: target.pathname + target.search,
          status: answer.statusCode ?? 0,
          headers: JSON.stringify(answer.headers),
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
    },
  );
  onward.on("error", () => outgoing.destroy());
  incoming.on("aborted", () => onward.destroy());
  incoming.pipe(onward);
}
