/** The reasons of verdicts as files keep them: in English, whoever reads the page. */
import english from '../messages/en/reasons.json';
import type { Values } from '../messages/words.ts';

/** A message with nothing but names in it: as it stands in its file, or parsed by the build. */
type Message = string | readonly (string | readonly [name: string])[];

/**
 * A reason by its name among the messages. It is put together here, so that results of the command
 * line do not depend on how it is run.
 */
export function writtenReason(name: keyof typeof english, values: Values = {}): string {
  const message = english[name] as Message;
  const parts = typeof message === 'string' ? partsOf(message) : message;
  return parts
    .map((part) => (typeof part === 'string' ? part : String(values[part[0]] ?? '')))
    .join('');
}

/** Texts and the names between them. */
function partsOf(message: string): Exclude<Message, string> {
  return message
    .split(/\{(\w+)\}/)
    .map((part, place) => (place % 2 === 0 ? part : ([part] as const)));
}
