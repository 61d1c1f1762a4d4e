import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState as EmptyBox } from "#components/ui/empty-state.tsx";
import type { EmptyState } from "#lib/domain/analysis/findings/common.ts";

/** In place of a figure: why there is nothing to draw, and the way to what would fill it. */
export function ViewEmpty({ empty }: { empty: EmptyState | null }) {
  if (!empty)
    return (
      <EmptyBox title="Nothing to show yet">
        <p>The ratings that this question counts hold no dimension.</p>
      </EmptyBox>
    );
  return (
    <EmptyBox title="Nothing to show yet" action={<Remedy remedy={empty.remedy} />}>
      <p>{empty.sentence}</p>
    </EmptyBox>
  );
}

function Remedy({ remedy }: { remedy: EmptyState["remedy"] }) {
  if (remedy === "add-human-ratings")
    return (
      <>
        <ButtonLink href="/studies/new" variant="primary">
          Ask people in a study
        </ButtonLink>
        <ButtonLink href="/ratings">Import ratings</ButtonLink>
        <ButtonLink href="/analysis/planner">Plan how many</ButtonLink>
      </>
    );
  if (remedy === "add-judge-ratings")
    return (
      <ButtonLink href="/ratings" variant="primary">
        Import ratings by a judge
      </ButtonLink>
    );
  return null;
}
