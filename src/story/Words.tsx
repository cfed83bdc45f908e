/** Words of the story that mean one thing only, in the colour they have everywhere. */
import type { ReactNode } from 'react';

/** The word Pizza, as the message around it has it. */
export function Pizza({ children }: { readonly children?: ReactNode }) {
  return <b className="word-pizza">{children}</b>;
}

/** The word Clock, as the message around it has it. */
export function Clock({ children }: { readonly children?: ReactNode }) {
  return <b className="word-clock">{children}</b>;
}
