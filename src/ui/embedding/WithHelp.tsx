/** Help for the views that stand whole in a frame; a single figure does without its weight. */
import { type ReactNode, useMemo } from 'react';
import { HelpButton } from '../help/HelpButton.tsx';
import { PageContext, useRunPage } from '../hooks/page.ts';

/** The page around it, with help. */
export function WithHelp({ children }: { readonly children: ReactNode }) {
  const page = useRunPage();
  const whole = useMemo(() => ({ ...page, help: HelpButton }), [page]);
  return <PageContext.Provider value={whole}>{children}</PageContext.Provider>;
}
