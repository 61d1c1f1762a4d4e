import { Callout } from "#components/ui/callout.tsx";

/** Says that the links below are of no use on other machines, and what to do. */
export function LinksStayHere({ address }: { address: string }) {
  return (
    <Callout tone="warn" title="These links open on this machine only">
      <p>
        They lead to <code className="[overflow-wrap:anywhere]">{address}</code>. Set <code>APP_URL</code> to the
        address at which others reach this app, and start it again; links that you copied before then change, too.
      </p>
    </Callout>
  );
}
