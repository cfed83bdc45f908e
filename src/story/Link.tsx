/** The way to a page elsewhere, from within a sentence. */
import type { ReactNode } from 'react';

/** @param children given by the message it stands in */
export function Link(props: { readonly to: string; readonly children?: ReactNode }) {
  return <a href={props.to}>{props.children}</a>;
}
