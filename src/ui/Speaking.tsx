/** Draws its children in the language that is on, and anew when that changes. */
import { I18nProvider } from '@lingui/react';
import { Fragment, type ReactNode, useSyncExternalStore } from 'react';
import { speaker, spokenLanguage } from '../messages/words.ts';

const subscribe = (onChange: () => void) => speaker.on('change', onChange);

/** Provides what says messages; everything below is made again in another language. */
export function Speaking({ children }: { readonly children: ReactNode }) {
  const language = useSyncExternalStore(subscribe, spokenLanguage);
  return (
    <I18nProvider i18n={speaker}>
      <Fragment key={language}>{children}</Fragment>
    </I18nProvider>
  );
}
