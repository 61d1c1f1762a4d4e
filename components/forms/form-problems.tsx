import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { controlId, type SentForm } from "./form-values.ts";

/**
 * What is wrong with a long form that came back, above it, each problem with a link to its control; nothing else.
 * `refused` is said where the answer has no words of its own.
 */
export function FormProblems({ state, refused }: { state: SentForm; refused: string }) {
  if (state.ok !== false) return null;
  const items = (state.issues ?? []).map(({ path, message }) => ({ message, href: `#${controlId(path)}` }));
  return (
    <div className="mb-6 max-w-[60rem]">
      <ErrorSummary items={items.length > 0 ? items : [{ message: state.message ?? refused }]} />
    </div>
  );
}
