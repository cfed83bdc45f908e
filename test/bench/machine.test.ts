import { describe, expect, it } from 'vitest';
import { machineInWords } from '../../src/ui/bench/machine.ts';

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1 Version/26.0 Mobile Safari/604.1';
const firefox = 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0';

describe('the line about the machine', () => {
  it.each([
    [chrome, 8, 'Chrome 140 on Linux, 8 processor threads'],
    [edge, 4, 'Edge 140 on Windows, 4 processor threads'],
    [safari, undefined, 'Safari 26 on iOS'],
    [firefox, 8, 'Firefox 143 on Android, 8 processor threads'],
    ['something else', 2, 'A browser not known by name, 2 processor threads'],
  ])('%s', (agent, threads, line) => {
    expect(machineInWords(agent, threads)).toBe(line);
  });
});
