"use client";
// Drawn as one piece: a picture that is streamed in parts carries inline styles, which the content policy refuses.
/** How far something is, as a bar of SVG and as words: `value` of `max`. `label` says what is counted. */
export function Progress({
  value,
  max,
  label,
  className,
}: {
  value: number;
  max: number;
  label: string;
  className?: string;
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      className={className}
    >
      <svg
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="block h-1.5 w-full overflow-hidden rounded-full"
        aria-hidden="true"
      >
        <rect width="100" height="4" className="fill-line" />
        <rect width={share * 100} height="4" className="fill-accent" />
      </svg>
    </div>
  );
}
