import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { root, runCommand } from '../../src/setup/command.mjs';
import { isNewEnough } from '../../src/setup/node-version.mjs';
import { judge } from '../support/audit.mjs';
import { count } from '../support/vitest-counts.mjs';

describe('the Node version check', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0'])('accepts %s', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });
  it.each(['12.22.0', '18.20.4', '20.18.3', '21.7.3', '22.11.0'])('refuses %s', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });
});

describe('running a command', () => {
  it('returns its status and output', async () => {
    const code = "console.log('spoken'); process.exit(3)";
    const result = await runCommand(process.execPath, ['-e', code], { capture: true });
    expect(result).toEqual({ status: 3, output: 'spoken\n' });
  });
  it('ends one that takes too long', async () => {
    const code = 'setInterval(() => {}, 1000)';
    const result = await runCommand(process.execPath, ['-e', code], { seconds: 0.2 });
    expect(result.status).toBe(124);
  });
  it('reports a program that does not exist', async () => {
    expect((await runCommand('no-such-program', [])).status).toBe(127);
  });
});

describe('counting tests', () => {
  const file = (status: string, ...outcomes: string[]) => ({
    name: 'example.test.ts',
    status,
    assertionResults: outcomes.map((outcome) => ({ status: outcome })),
  });

  it('tells passed, failed and skipped apart', () => {
    const files = [file('passed', 'passed', 'pending'), file('failed', 'passed', 'failed')];
    expect(count(files, 1)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });
  it('counts a file that could not be loaded as a failure', () => {
    expect(count([file('failed')], 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
  it('counts an error outside of any test as a failure', () => {
    expect(count([file('passed', 'passed')], 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});

describe('judging the audit', () => {
  const report = (vulnerabilities: object) => JSON.stringify({ metadata: { vulnerabilities } });

  it('passes when nothing serious is known', () => {
    expect(judge(report({ low: 1, high: 0, critical: 0, total: 1 })).passed).toBe(1);
  });
  it('fails on a serious problem', () => {
    expect(judge(report({ high: 1, critical: 0, total: 1 })).failed).toBe(1);
  });
  it.each(['', '{"message":"request failed"}', '{"message":"405","error":{"summary":""}}'])(
    'skips when there is no answer: %j',
    (output) => {
      expect(judge(output).skipped).toBe(1);
    },
  );
  it('fails when the mistake is ours', () => {
    expect(judge('{"error":{"code":"ENOLOCK","summary":"No lockfile."}}').failed).toBe(1);
  });
  it('covers every package that is bundled for visitors', async () => {
    const { dependencies } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
    const names = await readdir(`${root}src`, { recursive: true });
    const shipped = names.filter((name) => /^(?!cli|setup).*\.tsx?$/.test(name));
    const texts = await Promise.all(shipped.map((name) => readFile(`${root}src/${name}`, 'utf8')));
    const packages = texts.flatMap((text) =>
      [...text.matchAll(/(?:from|import)\s*\(?\s*'((?!node:)(?:@[\w-]+\/)?[\w-]+)/g)].map(
        ([, name]) => name,
      ),
    );
    const missing = new Set(
      packages.filter((name) => name !== undefined && !(name in dependencies)),
    );
    expect([...missing]).toEqual([]);
  });
});
