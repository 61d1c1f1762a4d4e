/** An answer of the web process that no page gives. */
export type PlainAnswer = { status: number; headers: Record<string, string>; body: string };

const SENTENCE =
  "This address cannot be read: a % in it is not followed by what belongs there. Nothing was changed. Copy the whole link again, or begin at the start page.";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>This address cannot be read</title><link rel="stylesheet" href="/plain.css"></head>
<body><main><h1>This address cannot be read</h1><p>A % in it is not followed by what belongs there, as when a link lost its end on the way. Nothing was changed.</p>
<p>Copy the whole link again, or <a href="/">go to the start</a>.</p></main></body></html>`;

function canBeDecoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * The 400 for an address whose path holds a broken percent sequence, which the pages would fail on; null for any other.
 * The REST API, and whoever asks for JSON, gets JSON; people get a page that needs no script.
 */
export function answerMalformedAddress(url: string, accept: string): PlainAnswer | null {
  const path = url.split("?", 1)[0] ?? "";
  if (canBeDecoded(path)) return null;
  const isJson = path.includes("/api/") || accept.includes("application/json");
  const body = isJson ? JSON.stringify({ error: { code: "INVALID", message: SENTENCE } }) : PAGE;
  return {
    status: 400,
    headers: {
      "content-type": isJson ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
    body,
  };
}
