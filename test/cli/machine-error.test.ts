import { expect, test } from 'vitest';
import { lostDatabase, machineError } from '../../src/cli/machine-error.ts';
import { BucketFailure } from '../../src/store/bucket/bucket.ts';

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

test.each([
  new Error('Connection terminated unexpectedly'),
  new Error('timeout exceeded when trying to connect'),
  coded('57P01', 'terminating connection due to administrator command'),
  coded('57P03', 'the database system is starting up'),
  coded('53300', 'sorry, too many clients already'),
  new AggregateError([coded('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432')], 'all attempts failed'),
])('a server that went away is said in a sentence: %s', (error) => {
  const said = lostDatabase(error, 'crawl');
  expect(said).toMatch(/^the database does not answer any more \(.+\): look at its server, and try again\. Complete /);
  expect(said).toContain('crawl --resume');
  expect(lostDatabase(error, 'logs')).not.toContain('--resume');
});

test('what the database refuses, or the program does wrong, is not said to be its absence', () => {
  for (const error of [coded('23505', 'duplicate key'), coded('42P01', 'no such relation'), new TypeError('x is null')])
    expect(lostDatabase(error, 'crawl')).toBeNull();
});

test('an evidence store that fails says so itself, without a stack', () => {
  const failure = new BucketFailure('the evidence store s3://b at http://h cannot be reached (ECONNREFUSED)');
  expect(machineError(failure, 'worker', '/data')).toBe(failure.message);
  expect(machineError(failure, 'crawl', '/data')).toBe(
    `${failure.message}. Complete visits are stored: go on with \`govprobe crawl --resume\``,
  );
});
