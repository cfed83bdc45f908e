/** Saves the network and its measures. */
import type { ExportFormat } from '../../state/inspection-controller.ts';
import { usePage } from '../hooks/page.ts';
import { saveFile } from '../save-file.ts';

const formats: readonly { format: ExportFormat; label: string; title: string }[] = [
  {
    format: 'safetensors',
    label: 'Weights',
    title: 'safetensors with the configuration inside: opens here again and in PyTorch',
  },
  { format: 'json', label: 'Measures, JSON', title: 'Every number of this page, by its name' },
  { format: 'csv', label: 'Measures, CSV', title: 'One line a number, for spreadsheets' },
];

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
      <legend>Save</legend>
      {formats.map(({ format, label, title }) => (
        <button
          key={format}
          type="button"
          className="chip"
          title={title}
          onClick={() => void save(format)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
