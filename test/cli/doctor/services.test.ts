import { expect, test } from 'vitest';
import { checkServices } from '../../../src/cli/doctor/services.ts';
import { describeOnPostgres, temporaryDatabase } from '../../postgres.ts';
import { startBucket } from '../../s3.ts';

const look = (env: Record<string, string>) =>
  checkServices({ dataFolder: '/nowhere', host: null, language: 'en', env, limit: 1000 });

test('doctor says nothing of servers where none are set', async () => {
  expect(await look({})).toEqual([]);
});

test('doctor names a value that cannot be used, without the password', async () => {
  const [check] = await look({ GOVPROBE_DATABASE: 'mysql://gov:secret-word@db/gov' });
  expect(check).toMatchObject({ status: 'fail', detail: expect.stringMatching(/^GOVPROBE_DATABASE is no address/) });
  expect(JSON.stringify(check)).not.toContain('secret-word');
});

test('doctor looks at a bucket', async () => {
  const bucket = await startBucket();
  expect(await look(bucket.environment)).toEqual([
    { name: 'GOVPROBE_EVIDENCE', status: 'ok', detail: 's3://evidence/country can be used', cure: null },
  ]);
  const other = bucket.environment.GOVPROBE_EVIDENCE?.replace('//evidence', '//elsewhere') ?? '';
  expect(await look({ ...bucket.environment, GOVPROBE_EVIDENCE: other })).toMatchObject([
    { status: 'fail', detail: expect.stringMatching(/does not exist, or the keys do not open it/) },
  ]);
  await bucket.close();
});

await describeOnPostgres('doctor', () => {
  const database = temporaryDatabase();

  test('looks at a database', async () => {
    expect(await look({ GOVPROBE_DATABASE: database.url })).toMatchObject([
      { name: 'GOVPROBE_DATABASE', status: 'ok', detail: expect.stringMatching(/^PostgreSQL \d+/) },
    ]);
    const wrong = database.url.replace('secret-of-tests', 'wrong-secret');
    const [check] = await look({ GOVPROBE_DATABASE: wrong });
    expect(check).toMatchObject({ status: 'fail', detail: expect.stringMatching(/refuses the password/) });
    expect(JSON.stringify(check)).not.toContain('wrong-secret');
  });
});
