/** A chapter: its text, and one figure that stays in view while the text passes. */
import { Children, type ReactNode } from 'react';
import english from '../messages/en/story/chapter.json';
import { createWords } from '../messages/words.ts';

const words = createWords('story/chapter', english);

/** @param figure drawn beside the text, above it in a narrow window */
export function Chapter(props: {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly figure?: ReactNode;
  readonly children: ReactNode;
}) {
  const { id, number, title, figure, children } = props;
  // In a narrow window the figure follows the first paragraph, which says what is to be seen.
  const [first, ...rest] = Children.toArray(children);
  return (
    <section className="chapter" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <a href={`#${id}`} className="chapter-number" aria-label={words('link', { number })}>
          {number}
        </a>
        {title}
      </h2>
      <div className="chapter-text chapter-first">{first}</div>
      {figure !== undefined && <div className="chapter-figure">{figure}</div>}
      <div className="chapter-text">{rest}</div>
    </section>
  );
}
