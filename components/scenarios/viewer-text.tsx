import { AGENT_SOFT, AGENT_TEXT } from "#components/episodes/agent-hue.ts";
import { classNames } from "#components/ui/class-names.ts";
import { hasViewerTags, renderTags } from "#lib/domain/scenarios/render-tags.ts";

/**
 * A text of a scenario as raters read it. Where part of it is hidden from the agents, it says so and shows what an
 * agent reads. `seat` gives a private text its agent's hue; null for what both may read.
 */
export function ViewerText({ heading, text, seat }: { heading: string; text: string; seat: 1 | 2 | null }) {
  const shown = renderTags(text, "environment").trim();
  const seen = renderTags(text, seat === 2 ? "agent_1" : "agent_0").trim();
  return (
    <section className={seat ? classNames("rounded-surface px-4 py-3", AGENT_SOFT[seat]) : undefined}>
      <h2 className={classNames("text-xs font-semibold", seat ? AGENT_TEXT[seat] : "text-ink-2")}>{heading}</h2>
      <p
        dir="auto"
        className={classNames("mt-1 whitespace-pre-wrap", seat ? "text-sm" : "max-w-[68ch] font-text text-xl")}
      >
        {shown || "None is given."}
      </p>
      {hasViewerTags(text) && seen !== shown ? (
        <p className="mt-2 max-w-[68ch] text-sm text-ink-2">
          {seat ? "The agent reads" : "The agents read"} only: <bdi>{seen || "nothing"}</bdi>
        </p>
      ) : null}
    </section>
  );
}
