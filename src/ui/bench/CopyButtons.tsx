/** Copies the results of the benchmark. */
import { useState } from 'react';
import type { BrowserBenchmark } from '../../state/benchmark.ts';
import { machineInWords } from './machine.ts';
import { words } from './words.ts';

/** As text in columns, or as JSON with every number. */
export function CopyButtons({ result }: { readonly result: BrowserBenchmark }) {
  const [said, setSaid] = useState('');

  async function copy(kind: 'text' | 'JSON', contents: string) {
    try {
      await navigator.clipboard.writeText(contents);
      setSaid(words(kind === 'text' ? 'copiedText' : 'copiedJson'));
    } catch {
      setSaid(words('notCopied'));
    }
  }

  const { text, ...numbers } = result;
  const { userAgent: agent, hardwareConcurrency: threads } = navigator;
  const everything = { machine: machineInWords(agent, threads), ...numbers };
  const withMachine = `${machineInWords(agent, threads)}\n\n${text}`;
  return (
    <div className="bench-copy">
      <button type="button" className="chip" onClick={() => void copy('text', withMachine)}>
        {words('copyText')}
      </button>
      <button
        type="button"
        className="chip"
        onClick={() => void copy('JSON', JSON.stringify(everything, null, 2))}
      >
        {words('copyJson')}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
