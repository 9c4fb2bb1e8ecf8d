import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { findingSchema } from '../../src/model/finding.ts';
import { temporaryFolder } from './cli.ts';
import { inProcess } from './in-process.ts';
import { survey } from './survey.ts';

const folder = temporaryFolder();
const data = join(folder.path, 'data');
const pack = join(folder.path, 'config');
const truth = join(data, 'truth.jsonl');
const file = join(pack, 'calibration.yaml');

beforeAll(async () => {
  cpSync(resolve(import.meta.dirname, '../../config'), pack, { recursive: true });
  await survey(data, ['510100']);
}, 120_000);
afterAll(folder.remove);

async function findings() {
  return z.array(findingSchema).parse(JSON.parse((await inProcess(['findings', '--data', data, '--json'])).stdout));
}

describe('govprobe calibrate', () => {
  test('writes what it measured into the pack, and findings state it once they are judged again', async () => {
    const { status, stderr } = await inProcess(['calibrate', '--truth', truth, '--data', data, '--config', pack]);
    expect(status, stderr).toBe(0);
    const { from, present } = parse(readFileSync(file, 'utf8'));
    expect(from).toEqual([{ world: 'data', claims: expect.any(Number) }]);
    expect(present.n).toBeGreaterThan(10);
    expect((await inProcess(['rejudge', '--data', data, '--config', pack])).status).toBe(0);
    const stated = (await findings()).filter(({ state }) => state === 'present').map(({ confidence }) => confidence);
    // Nearly all claims about a town of the simulated country are right, so nearly one thing can be said of all.
    expect(Math.min(...stated)).toBeGreaterThan(0.8);
    expect(Math.max(...stated) - Math.min(...stated)).toBeLessThan(0.2);
  }, 120_000);

  test('measures the same whatever the findings stated before', async () => {
    const before = readFileSync(file, 'utf8');
    await inProcess(['calibrate', '--truth', truth, '--data', data, '--config', pack]);
    expect(readFileSync(file, 'utf8')).toBe(before);
  }, 120_000);

  test('takes reviews for truth, and writes nothing when it is only to say', async () => {
    const before = readFileSync(file, 'utf8');
    const mistaken = (await findings()).find(({ state }) => state === 'present');
    const words = ['--state', 'absent', '--why', 'a list of links', '--who', 'reader'];
    const review = await inProcess([
      'review',
      mistaken?.government ?? '',
      mistaken?.probe ?? '',
      ...words,
      '--data',
      data,
    ]);
    expect(review.status, review.stderr).toBe(0);
    const args = ['calibrate', '--reviews', 'all', '--data', data, '--config', pack, '--dry-run'];
    const { status, stdout, stderr } = await inProcess(args);
    expect(status, stderr).toBe(0);
    expect(parse(stdout)).toMatchObject({
      from: [{ world: 'reviews', claims: 1 }],
      present: { right: 0, n: 1 },
      absent: null,
    });
    expect(readFileSync(file, 'utf8')).toBe(before);
  }, 120_000);

  test('shows how each sheet fares by the others', async () => {
    const other = join(folder.path, 'other.jsonl');
    cpSync(truth, other);
    const args = ['calibrate', '--truth', truth, other, '--data', data, '--config', pack, '--leave-one-out', '--json'];
    const { status, stdout, stderr } = await inProcess(args);
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { world: 'data' },
      { world: 'other', reliability: { error: expect.any(Number) } },
    ]);
  }, 120_000);

  test.each([
    [[], /expected --truth FILE\.\.\., --reviews, or both/],
    [['--truth', truth, truth, truth, '--data', data, data], /3 truth sheets and 2 data folders/],
    [['--truth', truth, '--data', data, '--leave-one-out'], /at least two names/],
    [['--truth', join(folder.path, 'none'), '--data', data], /does not exist/],
  ])('says what it needs: %j', async (args, expected) => {
    const { status, stderr } = await inProcess(['calibrate', ...args, '--config', pack]);
    expect(status).toBe(2);
    expect(stderr).toMatch(expected);
  });
});
