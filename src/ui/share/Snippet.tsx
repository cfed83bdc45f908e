/** A text to be copied: code, an address, a citation. */
import { useId, useRef } from 'react';
import { CopyButton } from './CopyButton.tsx';

/** @param rows how many lines are seen */
export function Snippet(props: {
  readonly title: string;
  readonly text: string;
  readonly copyLabel: string;
  readonly rows?: number;
}) {
  const { title, text, copyLabel, rows = 4 } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="share-snippet">
      <div className="share-snippet-head">
        <label htmlFor={id}>{title}</label>
        <CopyButton text={text} label={copyLabel} onRefusal={() => area.current?.focus()} />
      </div>
      <textarea
        ref={area}
        id={id}
        readOnly
        rows={rows}
        value={text}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
