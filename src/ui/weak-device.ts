/** Devices that take minutes for a network of the paper's size begin with a small one, and say why. */
import english from '../messages/en/ui/weak-device.json';
import { createWords } from '../messages/words.ts';
import { configurationFields } from '../model/fields.ts';
import { findPreset } from '../model/presets.ts';
import type { PageState, PageStore } from '../state/store.ts';

const words = createWords('ui/weak-device', english);

/** What a browser tells of the device it runs on. */
export interface Device {
  /** Processor cores; undefined where the browser keeps them to itself. */
  readonly cores: number | undefined;
  /** Memory in GiB, at most 8; undefined where the browser keeps it to itself. */
  readonly memory: number | undefined;
  /** Held in one hand and pointed at with a finger. */
  readonly isPhone: boolean;
}

/** With as many cores or fewer a device is weak, and a phone. */
const [fewCores, fewCoresOfPhone] = [2, 4];
/** With as much memory or less, GiB. */
const littleMemory = 2;
/** Shorter side of the largest phones, CSS pixels. */
const phoneSide = 500;

/** The device this page runs on. */
export function thisDevice(): Device {
  const { hardwareConcurrency: cores, deviceMemory: memory } = navigator as Navigator & {
    readonly deviceMemory?: number;
  };
  const isTouched = matchMedia('(pointer: coarse) and (hover: none)').matches;
  const isSmall = Math.min(screen.width, screen.height) <= phoneSide;
  return { cores: cores || undefined, memory, isPhone: isTouched && isSmall };
}

/** Why a device is weak, as a sentence begins; undefined for one that is not, as far as is known. */
export function weakness({ cores, memory, isPhone }: Device): string | undefined {
  if (memory !== undefined && memory <= littleMemory) return words('memory', { memory });
  if (cores === undefined) return undefined;
  if (cores <= fewCores) return words('cores', { count: cores });
  return isPhone && cores <= fewCoresOfPhone ? words('phone', { count: cores }) : undefined;
}

/**
 * Puts a small network into the controls of a lab that was opened without settings, where the device is
 * weak, and tells the visitor. The story shows the paper's network. What the visitor changes stays, and
 * takes the notice away.
 *
 * @param query of the address as it was opened
 */
export function beginSmall(store: PageStore, query: string, device: Device = thisDevice()): void {
  const parameters = new URLSearchParams(query);
  // Who names a run or a setting gets it.
  const settings = Object.values(configurationFields).map(({ name }) => name as string);
  const isNamed = [...settings, 'run', 'autorun'].some((name) => parameters.has(name));
  const quick = findPreset('quick');
  if (isNamed || weakness(device) === undefined || quick === undefined) return;
  const small = quick.configuration;
  const untouched = store.getState().configuration;
  const notice = {
    name: 'device',
    // In the language that is on when it is read.
    get message() {
      return words('begins', { reason: weakness(device) ?? '', p: small.p, width: small.width });
    },
  };

  function begin({ page, configuration, runConfiguration }: PageState): void {
    if (page.view !== 'lab') return;
    stop();
    if (configuration !== untouched || runConfiguration !== undefined) return;
    store.setState(({ notices }) => ({ configuration: small, notices: [...notices, notice] }));
    const end = store.subscribe((state) => {
      if (state.configuration === small) return;
      end();
      store.setState(({ notices }) => ({ notices: notices.filter((other) => other !== notice) }));
    });
  }
  const stop = store.subscribe(begin);
  begin(store.getState());
}
