import fc from 'fast-check';

/**
 * Property tests draw the same cases in every `npm test`, so that a commit that passed once passes again; `npm run test:long` draws
 * new ones each time, which fast-check prints with the seed when one of them fails.
 */
if (process.env.GOVPROBE_LONG_TESTS !== '1') fc.configureGlobal({ seed: 20240429 });
