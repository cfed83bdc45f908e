/** Chosen filters as text for the address: `width:64,layers:all`, with the address's names. */
import { fieldEntries } from '../../model/fields.ts';
import { type FilterChoice, type FilteredSetting, filteredSettings } from './filters.ts';

/** Choices of the visitor. */
export type ChosenFilters = Readonly<Partial<Record<FilteredSetting, FilterChoice>>>;

/** Address names and settings, both ways. */
const named = fieldEntries.flatMap(([key, { name }]) => {
  const setting = filteredSettings.find((candidate) => candidate === key);
  return setting === undefined ? [] : [{ name, setting }];
});

const valuePattern = /^[a-z0-9.-]{1,24}$/;

/** @returns undefined when the text makes no sense */
export function readFilters(text: string): ChosenFilters | undefined {
  const chosen: Partial<Record<FilteredSetting, FilterChoice>> = {};
  for (const part of text.split(',').filter((one) => one !== '')) {
    const [name, value = '', ...rest] = part.split(':');
    const setting = named.find((one) => one.name === name)?.setting;
    if (setting === undefined || rest.length > 0 || !valuePattern.test(value)) return undefined;
    chosen[setting] = value;
  }
  return chosen;
}

/** The text that gives the same choices. */
export function writeFilters(chosen: ChosenFilters): string {
  return named
    .flatMap(({ name, setting }) => {
      const value = chosen[setting];
      return value === undefined ? [] : [`${name}:${value}`];
    })
    .join(',');
}
