/** What the explanations say. */
import english from '../../messages/en/ui/help/texts.json';
import { createWords } from '../../messages/words.ts';
import { configurationFields } from '../../model/fields.ts';
import type { HelpTopic } from './topics.ts';

const words = createWords('ui/help/texts', english);

/** Settings whose one sentence is not shown beneath their control. */
type Described = Exclude<HelpTopic, keyof typeof english> & keyof typeof configurationFields;

/** A few sentences, in the language that is on. */
export function helpText(topic: HelpTopic): string {
  return topic in english
    ? words(topic as keyof typeof english)
    : configurationFields[topic as Described].explanation;
}
