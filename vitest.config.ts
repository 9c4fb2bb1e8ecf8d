import { configDefaults, defineConfig } from 'vitest/config';
import { ClosingLine } from './scripts/closing-line.ts';
import { SlowestFirst } from './scripts/slowest-first.ts';

/** The long tests are run by `npm run test:long` (and every property test with them, on new cases), everything else by `npm test`. */
const long = process.env.GOVPROBE_LONG_TESTS === '1';

/** Everything is run on PostgreSQL by `npm run test:postgres`, so that nothing has to be run there once more. */
const allOnPostgres = process.env.GOVPROBE_TEST_DATABASE === 'postgres';

/** Where parsers and rules are held to properties rather than to cases. */
const propertyTests = ['test/probes/**/*.test.ts', 'test/scoring/**/*.test.ts', 'test/config/**/*.test.ts'];

/** Tests that measure or count what their own process does, and the longest: each has one to itself. */
const apart = [
  'test/smoke/{fault-matrix,sandbox-run,disk-full,agreement,workers,shared-commands}.test.ts',
  'test/scripts/{exam,polite-schedules,docs}.test.ts',
  'test/packs/**/*.test.ts',
  'test/pipeline/crawl/browser/{inspect,interact,manners,ways-of-asking}.test.ts',
  'test/pipeline/crawl/threads/**/*.test.ts',
  'test/report/browser.test.ts',
  'test/work/**/*.test.ts',
];

/** Whole runs of several processes on PostgreSQL take four minutes, so `npm run test:postgres` alone makes them. */
const sharedRuns =
  process.env.GOVPROBE_TEST_DATABASE === 'postgres' ? [] : ['test/smoke/{workers,shared-commands}.test.ts'];

/** What only databases in files have, or what looks for its own databases. */
const fileTests = [
  'test/store/{locked,migration,page-files,services}.test.ts',
  'test/store/{postgres,bucket}/**/*.test.ts',
  'test/**/*.long.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: ['test/postgres/setup.ts'],
    setupFiles: [
      'test/property-seed.ts',
      'test/spoken-language.ts',
      'test/kept-documents.ts',
      'test/store/place-setup.ts',
    ],
    // The sentences that tests expect are English, whatever the language of the machine.
    env: { LC_ALL: '', LC_MESSAGES: '', LANG: 'C.UTF-8' },
    pool: 'forks',
    // Many tests wait for a browser, a server or a limit of time, so a third worker fits on two cores.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    testTimeout: long ? 900_000 : 60_000,
    hookTimeout: long ? 300_000 : 60_000,
    reporters: [process.stdout.isTTY ? 'default' : 'dot', new ClosingLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'apart',
          include: long ? ['test/**/*.long.test.ts'] : apart,
          exclude: [...configDefaults.exclude, ...sharedRuns, ...(long ? [] : ['test/**/*.long.test.ts'])],
        },
      },
      // The tests of the store once more, on PostgreSQL.
      {
        extends: true,
        test: {
          name: 'postgres',
          include: long || allOnPostgres ? [] : ['test/store/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...fileTests],
          env: { GOVPROBE_TEST_DATABASE: 'postgres' },
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'shared',
          // They import the same modules again and again: a process for many saves more than half of the time.
          isolate: false,
          include: long ? propertyTests : ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/**/*.long.test.ts', ...apart],
        },
      },
    ],
  },
});
