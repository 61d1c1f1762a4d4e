import { ACCEPTED } from "./refusal.ts";

/** The formats that are read, and those that are recognised in order to be refused. */
export type FileFormat = "json-lines" | "json-list" | "json-text" | "empty" | "refused";

/** What a file's beginning says. `reason` is a sentence for files that are not read; empty otherwise. A CSV is a table. */
export type DetectedFormat = { format: FileFormat; found: string; reason: string; isTable?: true };

/** How many bytes of a file's beginning are enough for {@link detectFileFormat}. */
export const FORMAT_SAMPLE_BYTES = 64 * 1024;

const SIGNATURES: readonly { bytes: number[]; found: string; advice: string }[] = [
  { bytes: [0x1f, 0x8b], found: "a gzip archive", advice: "Unpack it first." },
  { bytes: [0x50, 0x4b, 0x03, 0x04], found: "a ZIP archive or an Excel workbook", advice: "Unpack it first." },
  { bytes: [0x50, 0x41, 0x52, 0x31], found: "a Parquet file", advice: "Save it as JSON Lines first." },
  { bytes: [0x25, 0x50, 0x44, 0x46], found: "a PDF", advice: "" },
  { bytes: [0x52, 0x45, 0x44, 0x49, 0x53], found: "a Redis dump", advice: "Export its records as JSON Lines first." },
  { bytes: [0xff, 0xfe], found: "a UTF-16 file", advice: "Save it as UTF-8 first." },
  { bytes: [0xfe, 0xff], found: "a UTF-16 file", advice: "Save it as UTF-8 first." },
];

function refused(found: string, advice = ""): DetectedFormat {
  const reason = `This file is ${found}, not JSON or JSON Lines. ${advice === "" ? "" : `${advice} `}${ACCEPTED}`;
  return { format: "refused", found, reason };
}

/** A table of human ratings gets its own sentence: people will try it, and it belongs elsewhere. */
function refuseTable(header: string): DetectedFormat {
  const isRatings = /(?:^|[,;\t|"])(?:believability|prolific_id)(?:_\d)?(?=[",;\t|]|$)/i.test(header);
  const detected = isRatings
    ? refused("a CSV table of human ratings", "Ratings come in under Ratings; here come the episodes they belong to.")
    : refused("a CSV table");
  return { ...detected, isTable: true };
}

function classifyText(text: string): DetectedFormat {
  const body = text.replace(/^\uFEFF/, "").trimStart();
  const first = body[0];
  if (first === undefined)
    return { format: "empty", found: "an empty file", reason: `This file is empty. ${ACCEPTED}` };
  if (first === "{") return { format: "json-lines", found: "JSON objects", reason: "" };
  if (first === "[") return { format: "json-list", found: "a JSON list", reason: "" };
  // A CSV cell may be quoted too; a JSON text holding JSON begins with an escaped bracket.
  if (/^"\s*(?:\\[ntr]\s*)*[{[]/.test(body))
    return { format: "json-text", found: "a JSON text that holds JSON", reason: "" };
  const header = body.slice(0, 4000).split(/\r?\n/, 1)[0] ?? "";
  if (first === "<") return refused(/^<(?:!doctype html|html)/i.test(body) ? "a web page" : "XML or HTML");
  if (/[,;\t|]/.test(header)) return refuseTable(header);
  return refused("plain text");
}

/**
 * Tells a file's format from its first bytes (64 KB are plenty), never from its name. Only `json-lines` (also objects
 * one after another, and one single object), `json-list` and `json-text` go on to the splitter.
 */
export function detectFileFormat(head: Uint8Array): DetectedFormat {
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (signature) return refused(signature.found, signature.advice);
  if (head.subarray(0, 4096).includes(0)) return refused("a binary file");
  return classifyText(new TextDecoder("utf-8").decode(head, { stream: true }));
}
