/** A process that answers one line for each line it is sent. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A running process. One question at a time. */
export interface LineProcess {
  /** @throws Error with what the process wrote on standard error, when it ends instead of answering */
  ask(line: string): Promise<string>;
  /** Ends it at once. */
  end(): void;
}

/** Starts a program. When it cannot be started, the first question is rejected. */
export function startLineProcess(command: string, options: readonly string[]): LineProcess {
  const child = spawn(command, options, { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  let waiting: { answer(line: string): void; fail(error: Error): void } | undefined;
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    waiting?.fail(failure);
    waiting = undefined;
  };
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.once('error', fail);
  child.once('close', (status) => fail(new Error(errors || `It ended with status ${status}.`)));
  // A process that has gone does not read any more; `close` tells why.
  child.stdin.on('error', () => undefined);
  createInterface(child.stdout).on('line', (line) => {
    waiting?.answer(line);
    waiting = undefined;
  });
  return {
    ask: (line) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) {
          reject(failure);
          return;
        }
        waiting = { answer: resolve, fail: reject };
        child.stdin.write(`${line}\n`);
      }),
    end: () => {
      child.kill();
    },
  };
}
