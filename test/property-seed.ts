import fc from 'fast-check';

/**
 * Property tests use a fixed seed in `npm test`, so that a commit that passed once passes again;
 * `npm run test:long` uses new seeds, which fast-check prints on failure.
 */
if (process.env.GOVPROBE_LONG_TESTS !== '1') fc.configureGlobal({ seed: 20240429 });
