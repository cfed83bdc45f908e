/** How to cite the paper, and what was made with this page. */

/** BibTeX of the paper. */
export const paperCitation = `@inproceedings{zhong2023clock,
  title     = {The Clock and the Pizza: Two Stories in Mechanistic Explanation of Neural Networks},
  author    = {Zhong, Ziqian and Liu, Ziming and Tegmark, Max and Andreas, Jacob},
  booktitle = {Advances in Neural Information Processing Systems},
  volume    = {36},
  year      = {2023},
  eprint    = {2306.17844},
  archiveprefix = {arXiv}
}`;

/** What is cited of the page. */
export interface CitedRun {
  /** Settings and step, in words. */
  readonly words: string;
  /** Address that shows it again. */
  readonly address: string;
  readonly version: string;
  readonly today: Date;
}

/** BibTeX of this page, with the run that is on screen. */
export function pageCitation({ words, address, version, today }: CitedRun): string {
  const day = today.toISOString().slice(0, 10);
  return `@misc{clockpizza${day.replaceAll('-', '')}${shortName(address)},
  key    = {Clock and Pizza, live},
  title  = {The Clock and the Pizza, live},
  note   = {Interactive article, version ${escapeTex(version)}; ${escapeTex(words)}; accessed ${day}},
  year   = {${today.getUTCFullYear()}},
  url    = {${address.replaceAll('{', '%7B').replaceAll('}', '%7D')}}
}`;
}

/** Greek letters in the names of settings and models. */
const letters: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
};

/** Signs TeX would take for commands, and letters old BibTeX does not know. */
function escapeTex(text: string): string {
  return text
    .replace(/[αβγδ]/g, (letter) => `$\\${letters[letter]}$`)
    .replace(/[%&#_]/g, '\\$&')
    .replaceAll('“', '``')
    .replaceAll('”', "''")
    .replaceAll('\u00a0', ' ');
}

/** Tells entries of different runs apart: a small number made of the address. */
function shortName(address: string): string {
  let hash = 0;
  for (const letter of address) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 46_656;
  return hash.toString(36).padStart(3, '0');
}
