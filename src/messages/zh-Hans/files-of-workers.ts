/** The message files of this language that workers say something from: not those of the page's views. */
import { byPath } from '../translations.ts';
import type { MessageFile } from '../words.ts';

const modules = import.meta.glob<MessageFile>(
  './{analysis,bench,engine,formats,math,model,runs,worker}/**/*.json',
  { eager: true, import: 'default' },
);

export const files = byPath(modules);
