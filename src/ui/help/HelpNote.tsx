/** The explanation a help button opens: a few sentences, and the chapter that tells more. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { ChapterLink } from '../ChapterLink.tsx';
import { placeBeside } from './place-beside.ts';
import { helpText } from './texts.ts';
import { type HelpTopic, helpChapters } from './topics.ts';

/** Lies above everything else, whatever scrolls or cuts off what the button stands in. */
export default function HelpNote(props: {
  readonly id: string;
  readonly topic: HelpTopic;
  readonly button: RefObject<HTMLButtonElement | null>;
}) {
  const { id, topic, button } = props;
  const note = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = note.current;
    if (element === null) return undefined;
    // Older browsers have no top layer; there it is placed over the page all the same.
    if ('showPopover' in element) element.showPopover();
    const place = () => {
      if (button.current !== null) placeBeside(element, button.current);
    };
    place();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [button]);
  // Spans, since a help button may stand within a line of text.
  return (
    <span ref={note} id={id} className="help-note" popover="manual" role="note">
      <span className="help-text">{helpText(topic)}</span>
      <ChapterLink id={helpChapters[topic]} />
    </span>
  );
}
