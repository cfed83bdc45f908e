/** The order in which vitest starts test files. */
import { readFileSync } from 'node:fs';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/**
 * Files that take long, the longest first. One that began last would keep one processor busy while
 * the other has nothing left to do, and a fresh clone knows no times yet.
 */
const longest = [
  // Of one project, and so in a row: a process that turns to another one in between is ended.
  ...['gpu/agreement', 'training-oracle', 'gpu/batch', 'gpu/training-run', 'gradients'].map(
    (name) => `engine/${name}`,
  ),
  ...['stock/networks', 'training-run', 'resumed-run', 'self-check', 'stock/optimiser'].map(
    (name) => `engine/${name}`,
  ),
  ...['engine/stock/pair-loss', 'cli/sweep', 'engine/backend-choice', 'cli/analyze'],
  ...['analysis/network-analysis', 'engine/cpu/long-run', 'bench/contenders', 'cli/bench'],
  ...['ui/share/shown-settings', 'state/url'],
  ...['browser/faults-gpu', 'browser/accessibility/embeds', 'browser/soak'],
  ...['browser/faults-run', 'browser/accessibility/lab', 'browser/hammer'],
  ...[
    'browser/accessibility/story',
    'browser/map',
    'browser/share-links',
    'browser/inspection',
    'browser/share-files',
  ],
  ...['browser/share-pictures', 'browser/embed-removal', 'browser/story', 'browser/webgpu-run'],
  ...['browser/embed-theme', 'browser/embed-examples', 'browser/share-dialog'],
];

/** Starts the longest files first, then those of one project that share a process by its kind. */
export class LongestFirst extends BaseSequencer {
  /** @param files those of one run */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
      return found < 0 ? longest.length : found;
    };
    return usual.sort(
      (left, right) =>
        place(left) - place(right) ||
        left.project.name.localeCompare(right.project.name) ||
        needsDom(left) - needsDom(right),
    );
  }
}

/** 1 for a file that shares a process which has a DOM, and so with no file that needs none. */
function needsDom({ moduleId, project }: TestSpecification): number {
  if (project.config.isolate) return 0;
  return readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment') ? 1 : 0;
}
