import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type WireEvent, WireReader } from "#scripts/lib/embedded/wire-messages.ts";

/** A typed message of the protocol with a body of so many bytes. */
function message(type: string, length = 3): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(4 + length, 1);
  return Buffer.concat([head, Buffer.alloc(length, type)]);
}

function untyped(code: number, body = ""): Buffer {
  const bytes = Buffer.alloc(8 + body.length);
  bytes.writeInt32BE(bytes.length, 0);
  bytes.writeInt32BE(code, 4);
  bytes.write(body, 8);
  return bytes;
}

const STARTUP = untyped(196_608, "user\0postgres\0\0");

function read(bytes: Buffer, sizes: number[]): WireEvent[] {
  const reader = new WireReader();
  const events: WireEvent[] = [];
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    events.push(...reader.push(bytes.subarray(at, at + size)));
    at += size;
  }
  return events;
}

const shape = (event: WireEvent) =>
  event.kind === "unit"
    ? `${event.isOpen ? "open " : ""}${event.bytes.length}:${event.bytes.toString("latin1", 0, 1)}`
    : event.kind;

describe("the reader of client messages", () => {
  it("keeps an extended query together until its synchronisation", () => {
    const query = ["P", "B", "D", "E", "S"].map((type) => message(type));
    const events = read(Buffer.concat([STARTUP, message("Q"), ...query, message("X")]), []);
    expect(events.map(shape)).toEqual([`${STARTUP.length}:\0`, "8:Q", "40:P", "terminate"]);
  });

  it("gives out what there is at a flush and leaves the unit open", () => {
    const bytes = Buffer.concat([STARTUP, message("P"), message("H"), message("B"), message("E"), message("S")]);
    expect(read(bytes, []).map(shape).slice(1)).toEqual(["open 16:P", "24:B"]);
  });

  it("answers pleas for encryption and drops cancellations", () => {
    const bytes = Buffer.concat([untyped(80_877_103), STARTUP, message("Q")]);
    expect(read(bytes, []).map(shape)).toEqual(["encryption", `${STARTUP.length}:\0`, "8:Q"]);
    expect(read(untyped(80_877_102, "12345678"), []).map(shape)).toEqual(["cancel"]);
  });

  it("reads the same whatever the seams between chunks are", () => {
    const types = fc.constantFrom("Q", "P", "B", "D", "E", "S", "H", "X");
    const part = fc.tuple(types, fc.integer({ min: 0, max: 300 }));
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), sizes, (parts, cuts) => {
        const bytes = Buffer.concat([STARTUP, ...parts.map(([type, length]) => message(type, length))]);
        expect(read(bytes, cuts)).toEqual(read(bytes, []));
      }),
    );
  });
});
