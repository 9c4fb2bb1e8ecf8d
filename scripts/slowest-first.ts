import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** Files and folders whose tests take longer than some seconds; the first take longest. */
const slow = [
  'test/smoke/sandbox-run.test.ts',
  'test/smoke/fault-matrix.test.ts',
  'test/pipeline/crawl/browser/inspect.test.ts',
  'test/pipeline/crawl/browser/interact.test.ts',
  'test/pipeline/crawl/browser/manners.test.ts',
  'test/pipeline/crawl/exclusions.test.ts',
  'test/work/',
  'test/smoke/',
  'test/pipeline/crawl/guard/',
  'test/report/browser.test.ts',
  'test/pipeline/crawl/browser/',
  'test/pipeline/crawl/threads/',
  'test/application/publishing.test.ts',
  'test/application/console/desk.test.ts',
  'test/application/time-token.test.ts',
  'test/independent/',
  'test/web/',
  'test/scripts/',
  'test/cli/',
  'test/golden/',
  'test/packs/',
  'test/application/',
  'test/store/postgres/',
  'test/sandbox/',
];

/** Where several projects have files, each runs its own together: they share processes. */
const projects = ['apart', 'shared', 'postgres'];

/**
 * Starts the test files that take longest first, so that no worker begins one when the others are
 * done. Without it a fresh clone, which has no times of an earlier run, orders them by size.
 */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const placeOf = ({ moduleId, project }: TestSpecification): number => {
      const at = slow.findIndex((folder) => moduleId.includes(folder));
      return projects.indexOf(project.name) * (slow.length + 1) + (at < 0 ? slow.length : at);
    };
    return [...sorted].sort((a, b) => placeOf(a) - placeOf(b));
  }
}
