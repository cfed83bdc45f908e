/** Every message file of this language, by its path below this folder, without ending. */
import { byPath } from '../translations.ts';
import type { MessageFile } from '../words.ts';

const modules = import.meta.glob<MessageFile>('./**/*.json', { eager: true, import: 'default' });

export const files = byPath(modules);
