import type { Findings, ViewName } from "#lib/domain/analysis/findings/views.ts";
import { filesOf } from "./archive.ts";
import { Sentence } from "./progress.ts";

/** What one view has found, with the fingerprint of the question and the data. */
export type AskedView = { finding: Findings[ViewName]; fingerprint: string };

/** The server's part of a bundle: its files, the name of the archive, and the fingerprint of what it was computed from. */
export type ServerBundle = { fileName: string; files: [name: string, content: Uint8Array][]; fingerprint: string };

/** Asks for one view, whole. `query` holds the filters and the version of the page. Throws a {@link Sentence}. */
export async function askView(
  analysisId: string,
  view: ViewName,
  query: string,
  signal: AbortSignal,
): Promise<AskedView> {
  const response = await askFor(`/api/v1/analyses/${analysisId}/views/${view}?${query}`, signal);
  return (await response.json()) as AskedView;
}

/** Asks for the server's part of the bundle. Throws a {@link Sentence}. */
export async function askBundle(href: string, signal: AbortSignal): Promise<ServerBundle> {
  const response = await askFor(href, signal);
  const named = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  try {
    const files = filesOf(new Uint8Array(await response.arrayBuffer()));
    const settings = files.find(([name]) => name === "settings.json")?.[1];
    const { fingerprint } = JSON.parse(new TextDecoder().decode(settings)) as { fingerprint: string };
    return { fileName: named ?? "analysis.zip", files, fingerprint };
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Sentence("The tables did not arrive whole. Nothing was saved; download again.");
  }
}

async function askFor(href: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(href, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Sentence("The server could not be reached. Nothing was saved; download again.");
  }
  if (response.ok) return response;
  const body = await response.json().catch(() => null);
  throw new Sentence(body?.error?.message ?? "The server could not answer. Nothing was saved; download again.");
}
