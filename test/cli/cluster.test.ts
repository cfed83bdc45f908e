import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../src/setup/command.mjs';

const folder = `${root}src/cli/sweep/cluster/`;
const grid = 'attention=0,1;seed=1,2;steps=20;p=5;width=16';

/** Runs of the tables in a folder. */
async function runsIn(out: string): Promise<string[]> {
  const runs: string[] = [];
  for (const name of await readdir(out)) {
    const lines = (await readFile(join(out, name), 'utf8')).trimEnd().split('\n');
    runs.push(
      ...lines.filter(Boolean).map((line) => JSON.stringify(JSON.parse(line).configuration)),
    );
  }
  return runs;
}

describe('the manifests for clusters', { timeout: 90_000 }, () => {
  it('the Slurm script trains each task’s part', async () => {
    const out = await mkdtemp(join(tmpdir(), 'slurm-'));
    try {
      for (const task of ['0', '1']) {
        const { status, stderr } = spawnSync('bash', [`${folder}slurm.sh`], {
          cwd: root,
          encoding: 'utf8',
          env: {
            ...process.env,
            GRID: grid,
            OUT: out,
            SLURM_ARRAY_TASK_ID: task,
            SLURM_ARRAY_TASK_COUNT: '2',
            SLURM_CPUS_PER_TASK: '1',
          },
        });
        expect(status, stderr).toBe(0);
      }
      const runs = await runsIn(out);
      expect(runs).toHaveLength(4);
      expect(new Set(runs).size).toBe(4);
    } finally {
      await rm(out, { recursive: true });
    }
  });

  it('the Kubernetes job has as many parts as its command says, and trains its own', async () => {
    const job = parse(await readFile(`${folder}kubernetes.yaml`, 'utf8'));
    expect(job).toMatchObject({ apiVersion: 'batch/v1', kind: 'Job' });
    const { completionMode, completions, parallelism, template } = job.spec;
    expect(completionMode).toBe('Indexed');
    expect(parallelism).toBeLessThanOrEqual(completions);
    const [container] = template.spec.containers;
    const command: string = container.command.at(-1);
    expect(Number(/--shard (\d+)/.exec(command)?.[1])).toBe(completions);
    expect(template.spec.restartPolicy).toBe('OnFailure');

    const out = await mkdtemp(join(tmpdir(), 'kubernetes-'));
    try {
      const here = command.replaceAll('/data/sweep', out).replace('--workers 4', '--workers 1');
      const { status, stderr } = spawnSync('/bin/sh', ['-c', here], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, GRID: grid, JOB_COMPLETION_INDEX: '3' },
      });
      expect(status, stderr).toBe(0);
      expect(await readdir(out)).toEqual(['runs-3.jsonl']);
      expect(await runsIn(out)).toHaveLength(1);
    } finally {
      await rm(out, { recursive: true });
    }
  });
});
