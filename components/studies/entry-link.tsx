import { CopyButton } from "#components/ui/copy-button.tsx";

/** The one link through which a panel sends people, as text and with a button that copies it. */
export function EntryLink({ url, note }: { url: string; note: string }) {
  return (
    <section aria-labelledby="entry-link">
      <h2 id="entry-link" className="text-lg">
        Entry link
      </h2>
      <p className="mt-1 max-w-[65ch] text-sm text-ink-2">{note}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <code className="min-w-0 rounded-control border border-line bg-sunken px-2.5 py-1.5 text-sm [overflow-wrap:anywhere]">
          {url}
        </code>
        <CopyButton text={url} label="Copy link" />
      </div>
    </section>
  );
}
