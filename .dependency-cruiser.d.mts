/** One rule as dependency-cruiser takes it. `comment` is the sentence that a refusal is answered with. */
export type ImportRule = {
  name: string;
  severity: "error";
  comment: string;
  from: Record<string, unknown>;
  to: Record<string, unknown>;
};

declare const rules: { rulesFor(operations: string[]): ImportRule[] };
export default rules;
