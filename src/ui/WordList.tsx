/** Words and what they mean. */

/** A word, and its meaning in a sentence or two. */
export type ExplainedWord = readonly [word: string, meaning: string];

/** All of them, in the order given. */
export function WordList({ words }: { readonly words: readonly ExplainedWord[] }) {
  return (
    <dl>
      {words.map(([word, meaning]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
