import { buildFigureFile, drawPng } from "#components/charts/figure/figure-file.ts";
import type { MountedFigure } from "#components/charts/figure/figure-setting.ts";
import { saveFile } from "#components/charts/figure/save-file.ts";
import { Archive } from "./archive.ts";
import { askBundle, askView, type ServerBundle } from "./ask.ts";
import { DRAWN_VIEWS, type FigureJob, figureJobs, namesOnce } from "./figure-jobs.ts";
import { type BundleProgress, Sentence } from "./progress.ts";

/** What a bundle is made of, and how. */
export type BundleWork = {
  analysisId: string;
  /** The server's part: tables, methods, settings. */
  href: string;
  /** Filters and version of the page. */
  query: string;
  /** Ends everything; nothing is told or saved after that. */
  signal: AbortSignal;
  tell: (progress: BundleProgress) => void;
  /** Draws a job and answers its figures, which stay drawn until the next job. */
  draw: (job: FigureJob) => Promise<readonly MountedFigure[]>;
};

/** How often everything is asked for before it is left: ratings may arrive in between. */
const MOST_TRIES = 4;
const CHANGED =
  "Ratings keep arriving while the files are made, so figures and tables would not agree. Download again.";

/**
 * Makes the whole bundle and saves it: the files of the server, and every figure of every view as SVG and PNG. Throws a
 * {@link Sentence} where something is in the way; then nothing is saved.
 */
export async function makeBundle(work: BundleWork): Promise<void> {
  const { signal, tell, draw } = work;
  const { server, jobs } = await collect(work);
  const archive = new Archive();
  const nameOnce = namesOnce();
  for (const [place, job] of jobs.entries()) {
    if (signal.aborted) return;
    tell({ step: "drawing", done: place, of: jobs.length, words: job.words });
    for (const figure of await draw(job)) await addFigure(archive, figure, nameOnce(figure.fileName));
  }
  if (signal.aborted) return;
  for (const [name, content] of server.files) archive.add(name, content);
  saveFile(server.fileName, archive.finish());
  tell({ step: "done", fileName: server.fileName });
}

/** Gets everything from the server, once more where ratings arrived meanwhile: its files, and what is to be drawn. */
async function collect(work: BundleWork) {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { server, findings, isOfOnePiece } = await askForAll(work);
    if (isOfOnePiece) return { server, jobs: figureJobs(findings) };
  }
  throw new Sentence(CHANGED);
}

/** Files and findings; they are of one piece when all rest on the same ratings. */
async function askForAll({ analysisId, href, query, signal, tell }: BundleWork) {
  const bundle: Promise<ServerBundle> = askBundle(href, signal);
  // Whoever fails first is heard; the bundle is waited for last.
  bundle.catch(() => {});
  const findings = [];
  const fingerprints = new Set<string>();
  for (const [place, view] of DRAWN_VIEWS.entries()) {
    tell({ step: "computing", done: place, of: DRAWN_VIEWS.length });
    const { finding, fingerprint } = await askView(analysisId, view, query, signal);
    findings.push(finding);
    fingerprints.add(fingerprint);
  }
  tell({ step: "computing", done: DRAWN_VIEWS.length, of: DRAWN_VIEWS.length });
  const server = await bundle;
  return { server, findings, isOfOnePiece: fingerprints.add(server.fingerprint).size === 1 };
}

async function addFigure(archive: Archive, figure: MountedFigure, name: string): Promise<void> {
  const file = buildFigureFile(figure.body, figure.title, figure.caption);
  const png = await drawPng(file);
  archive.add(`figures/${name}.svg`, new TextEncoder().encode(file.svg));
  archive.add(`figures/${name}.png`, new Uint8Array(await png.arrayBuffer()), { isPacked: true });
}
