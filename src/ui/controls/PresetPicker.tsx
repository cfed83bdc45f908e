/** Settings known to show something, one click away. */
import english from '../../messages/en/ui/controls/preset-picker.json';
import { createWords } from '../../messages/words.ts';
import { presetOf, presets } from '../../model/presets.ts';
import { Help } from '../help/Help.tsx';
import { usePage, usePageState } from '../hooks/page.ts';

const words = createWords('ui/controls/preset-picker', english);

/** One chip a preset, and what to look for in the chosen one. */
export function PresetPicker() {
  const { controller } = usePage();
  const chosen = usePageState((state) => presetOf(state.configuration));
  return (
    <fieldset className="preset-picker">
      <legend>{words('preset')}</legend>
      <Help topic="preset" />
      <div className="chips">
        {presets.map((preset) => (
          <button
            key={preset.name}
            type="button"
            className="chip"
            aria-pressed={preset === chosen}
            onClick={() => controller.change(preset.configuration)}
          >
            {preset.label}
          </button>
        ))}
      </div>
      <p className="preset-commentary">{chosen?.commentary ?? words('own')}</p>
    </fieldset>
  );
}
