import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishEdition } from '../../src/application/publishing/publish-edition.ts';
import type { PublishRequest } from '../../src/application/publishing/publish-request.ts';
import type { Store } from '../../src/store/store.ts';
import { capture } from '../store/samples.ts';
import { foundIn, freeze, pack, storeRun } from './known-data.ts';

const templates = join(import.meta.dirname, '../../templates/verify');

const programs = ['sh', 'sha256sum', 'unzip', 'openssl', 'awk', 'comm'];
/** Whether the programs that `verify.sh` needs are there. */
export const canVerify = programs.every((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);
if (!canVerify) process.stderr.write(`published editions are not verified: needs ${programs.join(', ')}\n`);

/** A letter with personal data, as a portal shows one. */
const letter = (code: string) => {
  const rows = {
    ...{ 信件编号: `${code}001`, 写信人: '王小明', 联系电话: '13812345678', 来信时间: '2025-12-01 10:00' },
    ...{ 来信标题: '路灯不亮', 来信内容: 'quote of r1，小区门前的路灯已经三天不亮，请派人维修。' },
    ...{ 回复单位: '城市管理局', 回复时间: '2025-12-03 09:00', 回复内容: '您好，路灯已经修好，感谢关心。' },
  };
  const cells = Object.entries(rows).map(([label, value]) => `<tr><td>${label}：</td><td>${value}</td></tr>`);
  return `<html><head><title>信件详情</title></head><body><h1>信件详情</h1><table>${cells.join('\n')}</table></body></html>`;
};

/** Stores a run over some towns, each with a stored page and its quote, and freezes it. */
export async function storeEdition(store: Store, name: string, codes: readonly string[]): Promise<void> {
  const towns: Record<string, Parameters<typeof storeRun>[2][string]> = {};
  for (const [at, code] of codes.entries()) {
    const body = await store.evidence.put(Buffer.from(letter(code)));
    const page = {
      ...capture(code, `r1-${code}`),
      body,
      encoding: 'utf-8',
      url: `http://a/${code}`,
      finalUrl: `http://a/${code}`,
    };
    const broken = {
      ...capture(code, `r1-${code}-dead`, 'dns'),
      url: `http://dead/${code}`,
      finalUrl: `http://dead/${code}`,
    };
    const states = ['present', 'absent', 'unknown'] as const;
    const state = states[at % states.length] ?? 'present';
    towns[code] = {
      findings: [foundIn('r1', code, state), foundIn('r1', code, 'present', 'sa-two')],
      captures: [page, broken],
    };
  }
  await storeRun(store, 'r1', towns, { started: '2026-01-01T00:00:00.000Z' });
  await freeze(store, name, 'r1');
}

/** Publishes with what a test does not care about. */
export function publish(
  store: Store,
  data: string,
  request: Pick<PublishRequest, 'edition' | 'out'> & Partial<PublishRequest>,
) {
  return publishEdition(store, pack, data, {
    ...{ language: 'zh', unmasked: false, signer: null, authority: null, onProgress: () => undefined },
    now: () => new Date('2026-11-29T12:00:00.000Z'),
    ...request,
  });
}

/** Runs `verify.sh` as it is shipped, not as it lies in the folder. */
export function verify(folder: string, ...options: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('sh', [join(templates, 'verify.sh'), folder, ...options], {
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

/** All files of a folder with their sizes, in order. */
export function filesOf(folder: string): { path: string; size: number }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => ({ path, size: statSync(join(folder, path)) }))
    .flatMap(({ path, size }) => (size.isFile() ? [{ path, size: size.size }] : []))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Numbers from 0 to below 2^32 from a seed (mulberry32). */
export function* numbersFrom(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

/**
 * Changes one byte anywhere in a folder, so many times, and lets `verify.sh` look at each.
 *
 * @returns a sentence for each change that was not found, or not named.
 */
export function missedChanges(folder: string, count: number, seed: number): string[] {
  const files = filesOf(folder);
  const all = files.reduce((sum, { size }) => sum + size, 0);
  const numbers = numbersFrom(seed);
  const missed: string[] = [];
  for (let done = 0; done < count; done++) {
    let offset = numbers.next().value % all;
    const file = files.find(({ size }) => {
      if (offset < size) return true;
      offset -= size;
      return false;
    });
    if (file === undefined) throw new Error('an offset lies behind the last file');
    const path = join(folder, file.path);
    const before = readFileSync(path);
    const changed = Buffer.from(before);
    changed[offset] = (changed[offset] ?? 0) ^ ((numbers.next().value % 255) + 1);
    writeFileSync(path, changed);
    const { status, output } = verify(folder);
    writeFileSync(path, before);
    const [, code] = /^(?:governments|proof)\/(\d+)\./u.exec(file.path) ?? [];
    const isNamed = output.includes(file.path) && (code === undefined || output.includes(`${file.path} (${code}市)`));
    if (status !== 1 || !isNamed) missed.push(`${file.path} at ${offset}: status ${status}, ${output.slice(0, 300)}`);
  }
  return missed;
}
