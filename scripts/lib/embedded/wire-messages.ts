/** What a client of the PostgreSQL protocol sent: a plea for encryption, a cancellation, or something to execute. */
export type WireEvent =
  | { kind: "encryption" }
  | { kind: "cancel" }
  | { kind: "terminate" }
  /** Messages that belong together and must reach the database without anybody else's between them. */
  | { kind: "unit"; bytes: Buffer; isOpen: boolean };

const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;
const STARTUP_HEAD = 8;
const MESSAGE_HEAD = 5;

const code = (letter: string) => letter.charCodeAt(0);
/** A simple query, a synchronisation, a function call, and the messages of a copy: with each of these a unit is whole. */
const ENDS = new Set(["Q", "S", "F", "d", "c", "f"].map(code));
const FLUSH = code("H");
const TERMINATE = code("X");

/**
 * Takes a client's bytes as they come and gives back what they amount to. The messages of an extended query (parse,
 * bind, describe, execute) are held until the synchronisation that ends them, because the unnamed statement and portal
 * they use belong to the whole database here, not to the connection. A flush gives out what there is and leaves the
 * unit open: the client waits for an answer and will go on.
 */
export class WireReader {
  #chunks: Buffer[] = [];
  #length = 0;
  #isStarted = false;
  #unit: Buffer[] = [];

  push(chunk: Buffer): WireEvent[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const events: WireEvent[] = [];
    for (let event = this.#next(); event !== "more"; event = this.#next()) if (event) events.push(event);
    return events;
  }

  #next(): WireEvent | null | "more" {
    return this.#isStarted ? this.#message() : this.#startup();
  }

  #startup(): WireEvent | "more" {
    const head = this.#peek(STARTUP_HEAD);
    if (!head) return "more";
    const bytes = this.#take(head.readInt32BE(0));
    if (!bytes) return "more";
    const request = head.readInt32BE(4);
    if (request === SSL_REQUEST || request === GSS_REQUEST) return { kind: "encryption" };
    if (request === CANCEL_REQUEST) return { kind: "cancel" };
    this.#isStarted = true;
    return { kind: "unit", bytes, isOpen: false };
  }

  #message(): WireEvent | null | "more" {
    const head = this.#peek(MESSAGE_HEAD);
    if (!head) return "more";
    const bytes = this.#take(head.readInt32BE(1) + 1);
    if (!bytes) return "more";
    const type = head[0] ?? 0;
    if (type === TERMINATE) return { kind: "terminate" };
    this.#unit.push(bytes);
    if (type !== FLUSH && !ENDS.has(type)) return null;
    const unit = this.#unit;
    this.#unit = [];
    return { kind: "unit", bytes: unit.length === 1 ? bytes : Buffer.concat(unit), isOpen: type === FLUSH };
  }

  /** The first bytes without taking them; null while there are too few. */
  #peek(length: number): Buffer | null {
    if (this.#length < length) return null;
    if ((this.#chunks[0]?.length ?? 0) < length) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] ?? null;
  }

  /** Takes so many bytes; null while there are too few. Long messages are joined once, when they are whole. */
  #take(length: number): Buffer | null {
    if (this.#length < length) return null;
    const all = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks);
    this.#length -= length;
    this.#chunks = this.#length > 0 ? [all.subarray(length)] : [];
    return all.subarray(0, length);
  }
}
