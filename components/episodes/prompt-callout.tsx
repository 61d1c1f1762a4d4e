import { Callout } from "#components/ui/callout.tsx";

/**
 * Says in words when the evaluator's prompt that came with a record is not the record's own. In a study record the
 * prompt is all the text there is, so then the text itself belongs to another scenario than the id says.
 */
export function PromptCallout({ shape, mark, reason }: { shape: string; mark: string; reason: string }) {
  if (mark !== "foreign") return null;
  if (shape === "study-partial") {
    return (
      <Callout tone="warn" title="This text belongs to another scenario than the record says">
        {reason} What you read here is what raters were shown, so it is kept; but scenario, relationship and hard set of
        the id are not taken to be its own. Think twice before comparing it with other episodes of that scenario.
      </Callout>
    );
  }
  return (
    <Callout title="The stored prompt belongs to something else">
      {reason} It was not used: everything on this page comes from the record’s own messages. The prompt stands in the
      raw record.
    </Callout>
  );
}
