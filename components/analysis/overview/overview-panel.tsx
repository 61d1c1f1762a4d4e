"use client";
import { policyHue } from "#components/charts/hues.ts";
import { IntervalDotPlot } from "#components/charts/interval-dot-plot.tsx";
import { formatTick } from "#components/charts/number-text.ts";
import { differenceDomain, ticksBetween } from "#components/charts/ticks.ts";
import { Link } from "#components/ui/link.tsx";
import type { AnalysisDimension } from "#lib/domain/analysis/columns.ts";
import type { PolicyBias } from "#lib/domain/analysis/findings/bias.ts";
import { hueClass } from "../frame/dimension-picker.tsx";
import { estimateText, limitsText, numberText, reasonText } from "../frame/figure-cells.ts";
import { sideWords } from "../frame/view-words.ts";

const HEADS = [
  { text: "judge − people", width: 104 },
  { text: "interval", width: 108 },
];

type Props = {
  dimension: AnalysisDimension;
  policies: readonly PolicyBias[];
  href: string;
};

/** One dimension of the overview: the bias of every policy; the name leads to the whole view. */
export function OverviewPanel({ dimension, policies, href }: Props) {
  const values = policies.flatMap(({ bias }) => [bias.value ?? 0, ...(bias.interval ?? [])]);
  const domain = differenceDomain(dimension, values);
  const most = Math.max(1, ...policies.map(({ bias }) => bias.n));
  return (
    <div className="min-w-0">
      <h3 className="text-base">
        <Link href={href} className={`${hueClass(dimension.hue)} underline-offset-3 hover:underline`}>
          <span data-figure-text>{dimension.name}</span>
        </Link>
      </h3>
      <IntervalDotPlot
        label={`${dimension.name}: judge minus people by policy`}
        groups={[
          {
            key: "policies",
            heading: null,
            rows: policies.map(({ policy, bias, absence }) => ({
              key: policy.label,
              label: policy.label,
              columns: [numberText(bias.value, { isSigned: true }), limitsText(bias)],
              absence: absence === null ? reasonText(bias.reason) : `not defined: ${absence}`,
              marks:
                bias.value === null
                  ? []
                  : [
                      {
                        shape: "circle",
                        hue: policyHue(policy.colour),
                        value: bias.value,
                        interval: bias.interval,
                        share: bias.n / most,
                        text: `${policy.label}: ${estimateText(bias, { isSigned: true })}`,
                      },
                    ],
            })),
          },
        ]}
        heads={HEADS}
        x={{ domain, ticks: ticksBetween(domain[0], domain[1], 5), format: (value) => formatTick(value, true) }}
        reference={0}
        sides={sideWords(dimension)}
      />
    </div>
  );
}
