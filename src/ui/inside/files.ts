/** Checkpoints a visitor drops or picks: which file is the checkpoint, which its configuration. */

import english from '../../messages/en/ui/inside/files.json';
import { createWords } from '../../messages/words.ts';
import type { InspectionController } from '../../state/inspection-controller.ts';
import type { PageStore } from '../../state/store.ts';

const words = createWords('ui/inside/files', english);

/** A configuration is small; whatever is larger is not one. */
const largestConfig = 1e6;

/** Opens what was dropped or picked; problems are shown, the run is never touched. */
export async function openCheckpoint(
  files: readonly File[],
  store: PageStore,
  inspection: InspectionController,
): Promise<void> {
  const [config, ...moreConfigs] = files.filter(isConfig);
  const [checkpoint, ...others] = files.filter((file) => !isConfig(file));
  if (others.length > 0 || moreConfigs.length > 0) {
    inspection.report(words('oneAtATime'));
    return;
  }
  const text = config === undefined ? undefined : await config.text().catch(() => '');
  if (checkpoint !== undefined) {
    await inspection.open({
      checkpoint,
      name: checkpoint.name,
      ...(text === undefined ? {} : { config: text }),
    });
    return;
  }
  if (config === undefined || text === undefined) return;
  const { subject } = store.getState().inspection;
  if (subject?.kind !== 'file') {
    inspection.report(words('configurationAlone', { name: config.name }));
    return;
  }
  // The configuration that was asked for, brought afterwards: it replaces earlier answers.
  const { checkpoint: opened, name } = subject.files;
  await inspection.open({ checkpoint: opened, name, config: text });
}

function isConfig({ name, size }: File): boolean {
  return name.toLowerCase().endsWith('.json') && size <= largestConfig;
}
