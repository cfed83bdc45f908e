/** Words of the story that mean one thing only, in the colour they have everywhere. */
import type { ReactNode } from 'react';

/** The word Pizza. */
export function Pizza({ children = 'Pizza' }: { readonly children?: ReactNode }) {
  return <b className="word-pizza">{children}</b>;
}

/** The word Clock. */
export function Clock({ children = 'Clock' }: { readonly children?: ReactNode }) {
  return <b className="word-clock">{children}</b>;
}
