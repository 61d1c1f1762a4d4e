import { CopyButton } from "#components/ui/copy-button.tsx";

/** A link or token that is shown this once, with a button that copies it. */
export function SecretOnce({ label, secret, note }: { label: string; secret: string; note: string }) {
  return (
    <div role="status" className="rounded-surface border border-line bg-sunken px-4 py-3">
      <p className="text-sm font-semibold">{label}</p>
      <div className="mt-2 flex items-start gap-3">
        <code className="min-w-0 flex-1 rounded-control bg-surface px-2 py-1.5 text-sm [overflow-wrap:anywhere]">
          {secret}
        </code>
        <CopyButton text={secret} />
      </div>
      <p className="mt-2 text-sm text-ink-2">{note}</p>
    </div>
  );
}
