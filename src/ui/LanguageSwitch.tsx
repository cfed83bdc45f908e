/** The choice of a language, each in its own words. */
import english from '../messages/en/ui/language-switch.json';
import { type LanguageTag, languages } from '../messages/languages.ts';
import { createWords, spokenLanguage } from '../messages/words.ts';
import { chooseAnotherLanguage } from './language.ts';

const words = createWords('ui/language-switch', english);

/** Switches the whole page; runs go on. */
export function LanguageSwitch() {
  return (
    <select
      className="language-switch"
      aria-label={words('language')}
      value={spokenLanguage()}
      onChange={({ target }) => void chooseAnotherLanguage(target.value as LanguageTag)}
    >
      {languages.map(({ tag, name }) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  );
}
