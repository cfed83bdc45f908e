/** The message files of this language that workers say something from: not those of the page's views. */
import type { MessageFile } from '../words.ts';

const modules = import.meta.glob<MessageFile>(
  './{analysis,bench,engine,formats,math,model,runs,worker}/**/*.json',
  { eager: true, import: 'default' },
);

export const files: Readonly<Record<string, MessageFile>> = Object.fromEntries(
  Object.entries(modules).map(([path, messages]) => [
    path.slice('./'.length, -'.json'.length),
    messages,
  ]),
);
