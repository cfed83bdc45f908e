import { readdirSync, readFileSync } from 'node:fs';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { languages, sourceLanguage } from '../../src/messages/languages.ts';

const folder = new URL('../../src/messages/', import.meta.url);

function filesOf(language: string): Map<string, Record<string, string>> {
  const names = readdirSync(new URL(`${language}/`, folder), { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => [
        name.replaceAll('\\', '/'),
        JSON.parse(readFileSync(new URL(`${language}/${name}`, folder), 'utf8')),
      ]),
  );
}

/** Everything in a message that has to be the same in every language: values and elements. */
function placesOf(message: string): string[] {
  const places = new Set<string>();
  const visit = (token: unknown): void => {
    if (typeof token === 'string') {
      for (const [tag] of token.matchAll(/<\/?\w+\/?>/g)) places.add(tag);
    } else if (Array.isArray(token)) {
      const [name, , options] = token as [string, string?, object?];
      if (name !== undefined) places.add(`{${name}}`);
      for (const option of Object.values(options ?? {})) {
        if (Array.isArray(option)) option.forEach(visit);
        else visit(option);
      }
    }
  };
  const compiled = compileMessage(message);
  (Array.isArray(compiled) ? compiled : [compiled]).forEach(visit);
  return [...places].sort();
}

const english = filesOf(sourceLanguage);

describe.each(languages.map(({ tag }) => tag))('the messages of %s', (language) => {
  const translated = filesOf(language);

  it('are complete, and no more', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [name, messages] of english) {
      expect(Object.keys(translated.get(name) ?? {}).sort(), name).toEqual(
        Object.keys(messages).sort(),
      );
    }
  });

  it('can be read, are not empty, and have the values and elements of the English ones', () => {
    for (const [name, messages] of translated) {
      for (const [key, message] of Object.entries(messages)) {
        expect(message.trim(), `${name} ${key}`).not.toBe('');
        expect(placesOf(message), `${name} ${key}`).toEqual(
          placesOf(english.get(name)?.[key] ?? ''),
        );
      }
    }
  });
});
