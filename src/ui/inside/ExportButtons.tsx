/** Saves the network and its measures. */

import english from '../../messages/en/ui/inside/export-buttons.json';
import { createWords } from '../../messages/words.ts';
import type { ExportFormat } from '../../state/inspection-controller.ts';
import { Help } from '../help/Help.tsx';
import { usePage } from '../hooks/page.ts';
import { saveFile } from '../save-file.ts';

const words = createWords('ui/inside/export-buttons', english);

const formats = [
  { format: 'safetensors', label: 'weights' },
  { format: 'json', label: 'json' },
  { format: 'csv', label: 'csv' },
] as const;

const types: Readonly<Record<ExportFormat, string>> = {
  safetensors: 'application/octet-stream',
  json: 'application/json',
  csv: 'text/csv',
};

/** Address of this page without its query. */
function pageAddress(): string {
  return new URL('.', document.baseURI).href;
}

/** Three small buttons. */
export function ExportButtons() {
  const { inspection } = usePage();

  async function save(format: ExportFormat) {
    const file = await inspection.exportFile(format, pageAddress());
    if (file === undefined) return;
    saveFile(file.name, types[format], file.contents);
  }

  return (
    <fieldset className="export-buttons">
      <legend>{words('save')}</legend>
      {formats.map(({ format, label }) => (
        <button key={format} type="button" className="chip" onClick={() => void save(format)}>
          {words(label)}
        </button>
      ))}
      <Help topic="exports" />
    </fieldset>
  );
}
