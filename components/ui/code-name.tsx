import { Fragment } from "react";

/** Where a name of a program may go on in the next line: after what joins its parts. */
const JOINTS = /(?<=[_/.:@-])(?=[^_/.:@-])/;

/** A name that programs gave (codename, model, tag), broken at its joints and elsewhere only where a part alone is too long. */
export function CodeName({ text }: { text: string }) {
  return (
    <bdi className="break-words">
      {text.split(JOINTS).map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name never move
        <Fragment key={place}>
          {place > 0 ? <wbr /> : null}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
