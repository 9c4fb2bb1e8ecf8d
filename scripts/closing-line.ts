import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a test run with a plain line, `12 passed, 0 failed, 1 skipped`, for programs. A test file
 * that cannot be loaded and an error outside of tests count as one failure each.
 */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        // A test that is still pending was interrupted before it ran.
        counts[state === 'pending' ? 'skipped' : state] += 1;
      }
    }
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  }
}
