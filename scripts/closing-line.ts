import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Ends a test run with a plain line, `12 passed, 0 failed, 1 skipped`, for programs, after a line
 * for each group of tests that was skipped. A test file that cannot be loaded and an error outside
 * of tests count as one failure each.
 */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    const skipped = new Map<string, number>();
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        // A test that is still pending was interrupted before it ran.
        counts[state === 'pending' ? 'skipped' : state] += 1;
        if (state === 'skipped') skipped.set(groupOf(test), (skipped.get(groupOf(test)) ?? 0) + 1);
      }
    }
    const groups = [...skipped].map(([group, tests]) => `skipped: ${group}${tests > 1 ? ` (${tests} tests)` : ''}\n`);
    process.stdout.write(
      `\n${groups.join('')}${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
    );
  }
}

/** File and name of the group of a test, which says why it was skipped; of a test without a group its own. */
function groupOf({ module, parent, fullName }: TestCase): string {
  return `${module.relativeModuleId} > ${parent.type === 'suite' ? parent.fullName : fullName}`;
}
