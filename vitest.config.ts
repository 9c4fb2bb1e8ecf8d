import { configDefaults, defineConfig } from 'vitest/config';
import { ClosingLine } from './scripts/closing-line.ts';
import { SlowestFirst } from './scripts/slowest-first.ts';

/** The long tests are run by `npm run test:long` (and every property test with them, on new cases), everything else by `npm test`. */
const long = process.env.GOVPROBE_LONG_TESTS === '1';

/** Where parsers and rules are held to properties rather than to cases. */
const propertyTests = ['test/probes/**/*.test.ts', 'test/scoring/**/*.test.ts', 'test/config/**/*.test.ts'];

export default defineConfig({
  test: {
    include: long ? ['test/**/*.long.test.ts', ...propertyTests] : ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(long ? [] : ['test/**/*.long.test.ts'])],
    setupFiles: ['test/property-seed.ts'],
    // The sentences that tests expect are English, whatever the language of the machine.
    env: { LC_ALL: '', LC_MESSAGES: '', LANG: 'C.UTF-8' },
    pool: 'forks',
    // Many tests wait for a browser, a server or a limit of time, so a third worker fits on two cores.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    testTimeout: long ? 900_000 : 60_000,
    hookTimeout: long ? 300_000 : 60_000,
    reporters: [process.stdout.isTTY ? 'default' : 'dot', new ClosingLine()],
  },
});
