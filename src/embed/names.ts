/** Names an embed knows: those of the page's address, which are attributes of the element too. */

/** Settings of what is shown. Every one is an attribute and a property of the element. */
export const settingNames = [
  'run',
  'attention',
  'p',
  'width',
  'heads',
  'layers',
  'model',
  'activation',
  'lr',
  'decay',
  'fraction',
  'seed',
  'steps',
  'separate',
  'equals',
  'backend',
  'heatmap',
  'circles',
  'neuron',
  'pair',
  'map',
  'circular',
  'setting',
  'colour',
  'form',
  'filter',
  'table',
] as const;

/** How the embed behaves; read once, when its frame is made. */
export const behaviourNames = ['autoplay', 'controls', 'together'] as const;

/** A setting's name. */
export type SettingName = (typeof settingNames)[number];
