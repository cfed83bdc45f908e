/** Every message file of this language, by its path below this folder, without ending. */
import type { MessageFile } from '../words.ts';

const modules = import.meta.glob<MessageFile>('./**/*.json', { eager: true, import: 'default' });

export const files: Readonly<Record<string, MessageFile>> = Object.fromEntries(
  Object.entries(modules).map(([path, messages]) => [
    path.slice('./'.length, -'.json'.length),
    messages,
  ]),
);
