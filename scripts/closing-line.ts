import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a test run with one plain line, `12 passed, 0 failed, 1 skipped`, for programs that read the outcome. A test file that
 * could not be loaded and an error outside any test count as one failure each.
 */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        // A test still pending when the run ends was never run: the run was interrupted.
        counts[state === 'pending' ? 'skipped' : state] += 1;
      }
    }
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  }
}
