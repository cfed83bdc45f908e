/** Message files, parsed while the page is built: the page itself carries no parser. */
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** Turns `src/messages/**.json` into modules of parsed messages. A message that cannot be parsed fails the build. */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/messages\/.*\.json$/ },
      handler(code, id) {
        const compiled = Object.entries(JSON.parse(code) as Record<string, string>).map(
          ([key, message]) => [
            key,
            parse(key, message, (problem) => this.error(`${id}: ${problem}`)),
          ],
        );
        const text = JSON.stringify(JSON.stringify(Object.fromEntries(compiled)));
        return { code: `export default JSON.parse(${text});`, map: null, moduleType: 'js' };
      },
    },
  };
}

function parse(key: string, message: string, onProblem: (problem: string) => never): unknown {
  try {
    return compileMessage(message, (part) => part);
  } catch (error) {
    return onProblem(`the message "${key}" cannot be read: ${String(error)}`);
  }
}
