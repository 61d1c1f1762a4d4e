import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Measurements } from "./measure.ts";

const unzip = promisify(gunzip);

/** A request without an answer after this long is given up, in ms. */
const TIMEOUT_MS = 30_000;
const MOST_REDIRECTS = 6;
/** Connections that a browser opens to one server. */
const CONNECTIONS = 6;

/** One answer as it came over the wire. */
export type Answer = { status: number; location: string | null; body: string; at: string };

/** What is posted: a form as a browser sends it, or JSON as the page's script does. */
export type Post = { form: Record<string, string> } | { json: unknown };

/** The server did not answer, or answered that it cannot just now. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
}

const HEADERS = {
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  "accept-language": "en-US,en;q=0.9",
  "accept-encoding": "gzip",
};

/**
 * As much of a browser as one visit needs: connections that stay open, cookies, redirects, forms, and a cache of the
 * files that a page names. Every body that arrives is shown to `onBody` before anything else happens with it.
 */
export class Browser {
  readonly #origin: string;
  readonly #measurements: Measurements;
  readonly #onBody: (body: string, at: string) => void;
  readonly #cookies = new Map<string, string>();
  readonly #cached = new Set<string>();
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  constructor(origin: string, measurements: Measurements, onBody: (body: string, at: string) => void) {
    this.#origin = origin;
    this.#measurements = measurements;
    this.#onBody = onBody;
  }

  /** Opens an address and follows where it leads. Throws {@link NoAnswer}. */
  async open(address: string): Promise<Answer> {
    return this.#follow(await this.send("GET", address));
  }

  /** Follows an answer to the page it leads to. */
  async follow(answer: Answer): Promise<Answer> {
    return this.#follow(answer);
  }

  /** Sends one request and answers what came back, redirect or not. Throws {@link NoAnswer} also for 5xx and 429. */
  async send(method: "GET" | "POST", address: string, post?: Post): Promise<Answer> {
    const answer = await this.#exchange(method, address, post);
    this.#onBody(answer.body, answer.at);
    if (answer.status >= 500 || answer.status === 429) {
      this.#measurements.fail(`HTTP ${answer.status}`);
      throw new NoAnswer(`HTTP ${answer.status} at ${address}: ${answer.body.slice(0, 200)}`);
    }
    this.#measurements.countRequest();
    return answer;
  }

  /** Fetches the scripts, styles and fonts that a page names and that are not there yet, all at once. */
  async loadFiles(page: Answer): Promise<void> {
    const names = [...page.body.matchAll(/(?:src|href)="(\/_next\/static\/[^"?]+)/g)].map(
      (match) => match[1] as string,
    );
    const missing = [...new Set(names)].filter((name) => !this.#cached.has(name));
    await Promise.all(missing.map((name) => this.#loadFile(name)));
  }

  /** Closes the connections. */
  close(): void {
    this.#agent.destroy();
  }

  async #loadFile(name: string): Promise<void> {
    const start = performance.now();
    try {
      const { status } = await this.#exchange("GET", name, undefined);
      this.#measurements.countRequest();
      if (status !== 200) return this.#measurements.fail(`file: HTTP ${status}`);
      this.#cached.add(name);
      this.#measurements.add("file", performance.now() - start);
    } catch {
      // A page whose script is missing still works; the next page asks for it again.
    }
  }

  async #follow(first: Answer): Promise<Answer> {
    let answer = first;
    for (let hops = 0; answer.location !== null; hops += 1) {
      if (hops === MOST_REDIRECTS) throw new Error(`Redirected in circles at ${answer.at}`);
      const { pathname, search } = new URL(answer.location, this.#origin + answer.at);
      answer = await this.send("GET", pathname + search);
    }
    return answer;
  }

  #exchange(method: "GET" | "POST", address: string, post: Post | undefined, isAgain = false): Promise<Answer> {
    const { headers, body } = this.#request(address, post);
    return new Promise<Answer>((resolve, reject) => {
      const request = http.request(this.#origin + address, { method, headers, agent: this.#agent }, (response) => {
        this.#keepCookies(response.headers["set-cookie"] ?? []);
        readBody(response).then(
          (text) =>
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? null,
              body: text,
              at: address,
            }),
          fail,
        );
      });
      const fail = (error: NodeJS.ErrnoException) => {
        // A kept connection that the server had closed meanwhile: browsers ask again on a new one without a word.
        if (request.reusedSocket && error.code === "ECONNRESET" && !isAgain) {
          return resolve(sleep(1).then(() => this.#exchange(method, address, post, true)));
        }
        this.#measurements.fail(error.code ?? error.message);
        reject(new NoAnswer(`${error.code ?? error.message} at ${address}`));
      };
      request.setTimeout(TIMEOUT_MS, () => request.destroy(Object.assign(new Error("timeout"), { code: "TIMEOUT" })));
      request.once("error", fail);
      request.end(body);
    });
  }

  #request(address: string, post: Post | undefined): { headers: Record<string, string>; body: string } {
    const isJson = post !== undefined && "json" in post;
    const body =
      post === undefined ? "" : "json" in post ? JSON.stringify(post.json) : new URLSearchParams(post.form).toString();
    const isFile = address.startsWith("/_next/");
    return {
      body,
      headers: {
        ...HEADERS,
        accept: isJson ? "application/json" : isFile ? "*/*" : "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
        ...(this.#cookies.size > 0
          ? { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") }
          : {}),
        ...(post === undefined
          ? {}
          : {
              origin: this.#origin,
              "content-type": isJson ? "application/json" : "application/x-www-form-urlencoded",
              "content-length": String(Buffer.byteLength(body)),
            }),
      },
    };
  }

  #keepCookies(lines: string[]): void {
    for (const line of lines) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
    }
  }
}

async function readBody(response: http.IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  const bytes = Buffer.concat(pieces);
  return (response.headers["content-encoding"] === "gzip" ? await unzip(bytes) : bytes).toString("utf8");
}
