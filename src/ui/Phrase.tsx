/** Messages with more than words in them: links, emphasis, formulas. */
import { Trans } from '@lingui/react';
import type { ReactElement } from 'react';
import type { Values, Words } from '../messages/words.ts';

interface PhraseProps<Key extends string> {
  /** The file of the message. */
  readonly of: Words<Key>;
  /** Its name there. */
  readonly say: Key;
  /** What stands in the place of `{name}`. */
  readonly values?: Values;
  /** What `<name>…</name>` is wrapped in, and `<name/>` is replaced by. */
  readonly parts?: Readonly<Record<string, ReactElement>>;
}

/** Says a message with elements in it. */
export function Phrase<Key extends string>({ of, say, values, parts }: PhraseProps<Key>) {
  return <Trans id={of.idOf(say)} values={{ ...values }} components={{ ...parts }} />;
}
