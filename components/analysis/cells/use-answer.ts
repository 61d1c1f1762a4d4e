"use client";
import { useEffect, useState } from "react";

/** What came back from an address: nothing yet, an answer, or a sentence about why there is none. */
export type Answer<Value> = { value: Value | null; problem: string | null; isLoading: boolean };

/** Asks an address of this app for JSON each time it changes; null asks nothing. An answer that comes too late is dropped. */
export function useAnswer<Value>(href: string | null): Answer<Value> {
  const [answer, setAnswer] = useState<Answer<Value> & { href: string | null }>({
    href: null,
    value: null,
    problem: null,
    isLoading: false,
  });
  useEffect(() => {
    if (!href) return;
    const abort = new AbortController();
    askAnswer<Value>(href, abort.signal).then(
      (found) => setAnswer({ href, isLoading: false, ...found }),
      () => {},
    );
    return () => abort.abort();
  }, [href]);
  if (answer.href !== href) return { value: null, problem: null, isLoading: href !== null };
  return answer;
}

/** Asks an address of this app for JSON once: the answer, or a sentence about why there is none. Throws when it is called off. */
export async function askAnswer<Value>(
  href: string,
  signal: AbortSignal,
): Promise<{ value: Value | null; problem: string | null }> {
  try {
    const response = await fetch(href, { signal });
    const body = await response.json();
    if (response.ok) return { value: body as Value, problem: null };
    return { value: null, problem: body.error?.message ?? "The answer could not be read." };
  } catch (error) {
    if (signal.aborted) throw error;
    return { value: null, problem: "The server could not be reached. Choose it again to ask once more." };
  }
}
