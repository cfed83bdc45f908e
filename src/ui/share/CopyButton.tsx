/** Puts a text onto the clipboard, and says whether it is there. */
import { useEffect, useState } from 'react';
import english from '../../messages/en/ui/share/copy-button.json';
import { createWords } from '../../messages/words.ts';

const words = createWords('ui/share/copy-button', english);

/** How long the answer stands, milliseconds. */
const shownFor = 2500;

/** @param label what is copied, as in "Copy link" */
export function CopyButton(props: {
  readonly text: string;
  readonly label: string;
  /** Called where the browser does not allow it: the text is to be copied by hand. */
  readonly onRefusal?: () => void;
}) {
  const { text, label, onRefusal } = props;
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), shownFor);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words('copied'));
    } catch {
      setSaid(words('notAllowed'));
      onRefusal?.();
    }
  }

  return (
    <span className="share-copy">
      <button type="button" className="chip" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{said}</span>
    </span>
  );
}
