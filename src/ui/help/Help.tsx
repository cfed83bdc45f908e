/** The place of a help button, in figures that may also stand in a frame of another page. */
import { useContext } from 'react';
import { PageContext } from '../hooks/page.ts';
import type { HelpTopic } from './topics.ts';

/** Nothing where the page around it has no help to give. */
export function Help({ topic }: { readonly topic: HelpTopic }) {
  const Button = useContext(PageContext)?.help;
  return Button === undefined ? null : <Button topic={topic} />;
}
