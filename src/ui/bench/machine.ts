/** What the numbers were measured on, as far as a browser tells. */
import { words } from './words.ts';

/** Names of browsers as they stand in their user agents, the most particular first. */
const browsers: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Edge', /\bEdg(?:A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Chrome|HeadlessChrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+).*\bSafari\//],
];

/** Systems in the same way. */
const systems: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /Linux/],
];

/**
 * One line for people: "Chrome 140 on Linux, 8 processor threads".
 *
 * @param agent the browser's user agent
 * @param threads threads the processor runs at once; undefined where the browser hides it
 */
export function machineInWords(agent: string, threads: number | undefined): string {
  const [name, pattern] = browsers.find(([, candidate]) => candidate.test(agent)) ?? [];
  const version = pattern?.exec(agent)?.[1];
  const browser = name === undefined ? words('unknownBrowser') : `${name} ${version}`;
  const system = systems.find(([, candidate]) => candidate.test(agent))?.[0];
  const place = system === undefined ? browser : words('browserOnSystem', { browser, system });
  return threads === undefined ? place : words('withThreads', { place, threads });
}
