import type { Metadata } from "next";
import { ConsentForm } from "#components/annotate/consent-form.tsx";
import { VisitFrame } from "#components/annotate/visit-frame.tsx";
import { getGuidelines } from "#lib/domain/annotations/guidelines/get-guidelines.ts";
import { expectedVisitMinutes } from "#lib/domain/studies/pay.ts";
import { frameProps } from "../frame-props.ts";
import { requireVisit } from "../require-visit.ts";

export const metadata: Metadata = { title: "Consent" };

type Props = { params: Promise<{ entryToken: string }>; searchParams: Promise<{ problem?: string }> };

/** The study's consent text with its active tick and the way out. */
export default async function ConsentPage({ params, searchParams }: Props) {
  const { entryToken } = await params;
  const { problem } = await searchParams;
  const { visit, paths } = await requireVisit(entryToken, "consent");
  const { study } = visit;
  const { title, tick, decline } = getGuidelines(study.guidelinesVersion).consentText;
  return (
    <VisitFrame {...frameProps(visit)} step="Consent">
      <ConsentForm
        action={paths.api("consent")}
        title={title}
        body={study.consentText.replaceAll("{contact}", study.contact || "whoever gave you the link")}
        tick={tick}
        decline={decline}
        version={study.consentVersion}
        facts={{
          items: visit.progress.total,
          minutes: expectedVisitMinutes({ ...study, itemsPerAnnotator: visit.progress.total }),
          reward: study.rewardMinor === null ? null : { minor: study.rewardMinor, currency: study.currency },
        }}
        isTickMissing={problem === "tick"}
      />
    </VisitFrame>
  );
}
