import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** Folders and files whose tests run whole commands, browsers and servers; the first take longest. */
const slow = [
  'test/smoke/',
  'test/pipeline/crawl/browser/',
  'test/scripts/',
  'test/packs/',
  'test/report/browser.test.ts',
  'test/pipeline/crawl/threads/',
  // From here on a process serves many files.
  'test/pipeline/crawl/exclusions.test.ts',
  'test/pipeline/crawl/guard/',
  'test/cli/',
  'test/golden/',
  'test/sandbox/',
];

/**
 * Starts the test files that take longest first, so that no worker begins one when the others are
 * done. Without it a fresh clone, which has no times of an earlier run, orders them by size.
 */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const at = slow.findIndex((folder) => moduleId.includes(folder));
      return at < 0 ? slow.length : at;
    };
    return [...sorted].sort((a, b) => placeOf(a) - placeOf(b));
  }
}
