/** The choice of a language, each in its own words. */
import { useEffect, useRef } from 'react';
import english from '../messages/en/ui/language-switch.json';
import { type LanguageTag, languages } from '../messages/languages.ts';
import { createWords, spokenLanguage } from '../messages/words.ts';
import { chooseAnotherLanguage } from './language.ts';

const words = createWords('ui/language-switch', english);

/** True from a choice until the page is drawn anew in that language, the switch included. */
let isChosenHere = false;

/** Switches the whole page; runs go on. */
export function LanguageSwitch() {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (isChosenHere) select.current?.focus();
    isChosenHere = false;
  }, []);
  return (
    <select
      ref={select}
      className="language-switch"
      aria-label={words('language')}
      value={spokenLanguage()}
      onChange={({ target }) => {
        isChosenHere = true;
        void chooseAnotherLanguage(target.value as LanguageTag);
      }}
    >
      {languages.map(({ tag, name }) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  );
}
