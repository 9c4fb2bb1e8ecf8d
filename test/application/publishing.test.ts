import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPublications } from '../../src/application/publishing/check-publications.ts';
import { parseObjections } from '../../src/config/objection-file.ts';
import { hashOf } from '../../src/store/evidence-files.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { canVerify, filesOf, missedChanges, publish, storeEdition, verify } from './published-edition.ts';

const given = temporaryStore();
const codes = ['510100', '330100', '620100'];
const signer = { name: 'govprobe.invalid/digital-services', key: generateKeyPairSync('ed25519').privateKey };

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-published-'));
  out = join(folder, 'out');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hashes = (where: string) =>
  Object.fromEntries(
    readdirSync(join(where, 'governments')).map((name) => [
      name,
      hashOf(readFileSync(join(where, 'governments', name))),
    ]),
  );

/** A root that differs from a printed one in its first letter, whatever that is. */
const anotherRoot = (root: string) => `${root.startsWith('A') ? 'B' : 'A'}${root.slice(1)}`;

const text = (path: string) => readFileSync(join(out, path), 'utf8');

describe('a published edition', () => {
  test.skipIf(!canVerify)(
    'is found whole by verify.sh, with its printed root alone',
    async () => {
      await storeEdition(given.store, 'e1', codes);
      const { root, governments } = await publish(given.store, given.path, { edition: 'e1', out, signer });
      expect(governments).toBe(3);
      const { status, output } = verify(out, '--root', root);
      expect(output).toContain('Nothing was changed.');
      expect(output).toContain('the root is the printed one');
      expect(output).toContain('the checkpoint is signed by');
      expect(status).toBe(0);
      expect(verify(out, '--root', anotherRoot(root)).status).toBe(1);
      expect(await checkPublications(given.store, 'e1', out)).toEqual({ damage: [], publications: 1 });
    },
    120_000,
  );

  test('holds a page for people that runs nothing, and masks who wrote a letter', async () => {
    await storeEdition(given.store, 'e1', codes);
    const { masked } = await publish(given.store, given.path, { edition: 'e1', out });
    expect(masked).toBeGreaterThanOrEqual(3);
    const inside = unzipSync(readFileSync(join(out, 'governments/510100.wacz')));
    const page = Buffer.from(inside['index.html'] ?? []).toString();
    expect(page).toBe(text('governments/510100.html'));
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|src="http/u);
    expect(page).toContain('quote of r1');
    expect(page).toContain('objection.json');
    const captures = Buffer.from(inside['govprobe/captures.jsonl'] ?? []).toString();
    expect(captures).toContain('"masked":2');
    const form = JSON.parse(Buffer.from(inside['objection.json'] ?? []).toString());
    expect(form.items.map(({ indicator }: { indicator: string }) => indicator)).toEqual(['sa-one', 'sa-two']);
    const filled = {
      ...form,
      signer: '王芳',
      office: '办公室',
      dated: '2026-11-29',
      items: [{ ...form.items[0], why: '有' }],
    };
    expect(parseObjections('objection.json', Buffer.from(JSON.stringify(filled)))).toMatchObject({
      government: '510100',
    });
    const manifest = JSON.parse(Buffer.from(inside['datapackage.json'] ?? []).toString());
    for (const { path, hash } of manifest.resources)
      expect(hash).toBe(`sha256:${hashOf(Buffer.from(inside[path] ?? []))}`);
    const listed = manifest.resources.map(({ path }: { path: string }) => path);
    expect([...listed, 'datapackage.json', 'datapackage-digest.json'].sort()).toEqual(Object.keys(inside).sort());
    expect(text('index.html')).toContain('governments/510100.html');
  }, 60_000);

  test('gives the same packages again, in a log that continues', async () => {
    await storeEdition(given.store, 'e1', codes);
    const first = await publish(given.store, given.path, { edition: 'e1', out });
    const again = join(folder, 'again');
    const second = await publish(given.store, given.path, { edition: 'e1', out: again });
    expect(hashes(again)).toEqual(hashes(out));
    expect(second.size).toBe(first.size * 2);
    expect(existsSync(join(again, 'proof/consistency.txt'))).toBe(true);
    expect(await checkPublications(given.store, 'e1', again)).toEqual({ damage: [], publications: 2 });
    expect(await checkPublications(given.store, 'e1', out)).toEqual({ damage: [], publications: 2 });
    if (canVerify)
      expect(verify(again, '--before', join(out, 'proof/checkpoint')).output).toContain('Nothing was changed.');
  }, 120_000);

  test('is not there when it was interrupted, and the log does not know it', async () => {
    await storeEdition(given.store, 'e1', codes);
    const stop = new AbortController();
    const interrupted = publish(given.store, given.path, {
      ...{ edition: 'e1', out, signal: stop.signal },
      onProgress: () => stop.abort(new Error('interrupted by hand')),
    });
    await expect(interrupted).rejects.toThrow('interrupted by hand');
    expect(readdirSync(folder)).toEqual([]);
    expect(await given.store.publications.list()).toEqual([]);
  });

  test('removes what a killed process has left, and refuses a folder that is in use', async () => {
    await storeEdition(given.store, 'e1', codes);
    writeFileSync(`${out}.999999999.tmp`, 'left behind');
    await publish(given.store, given.path, { edition: 'e1', out });
    expect(readdirSync(folder)).toEqual(['out']);
    await expect(publish(given.store, given.path, { edition: 'e1', out })).rejects.toThrow('is not empty');
    expect(await given.store.publications.list()).toHaveLength(1);
  });

  test('keeps its bytes: they belong to the edition whatever becomes of the run', async () => {
    await storeEdition(given.store, 'e1', codes);
    await publish(given.store, given.path, { edition: 'e1', out });
    await given.store.runs.remove('r1');
    const kept = await given.store.referredEvidence();
    expect(kept.size).toBe(3);
    const again = join(folder, 'again');
    expect((await publish(given.store, given.path, { edition: 'e1', out: again })).missing).toBe(0);
    expect(hashes(again)).toEqual(hashes(out));
  }, 60_000);
});

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) process.stderr.write('python3 is missing: ranks are not computed again\n');

describe.skipIf(!python)('the script that computes ranks again', () => {
  const recompute = () => spawnSync('python3', [join(out, 'recompute.py')], { encoding: 'utf8' });

  test('agrees to the last digit, and sees a digit that was changed', async () => {
    await storeEdition(given.store, 'e1', [...codes, '320500', '440300', '370200']);
    await publish(given.store, given.path, { edition: 'e1', out });
    expect(recompute()).toMatchObject({ status: 0, stdout: '42 figures of 6 governments computed again, 0 differ.\n' });
    const results = text('results.csv');
    const changed = results.replace(/(?<=510100,[^,]*,)[\d.]+/u, (score) => String(Number(score) + 1e-10));
    expect(changed).not.toBe(results);
    writeFileSync(join(out, 'results.csv'), changed);
    expect(recompute().status).toBe(1);
    expect(recompute().stdout).toContain('DIFFERS  510100');
    rmSync(join(out, 'points.csv'));
    expect(recompute().status).toBe(2);
  }, 60_000);
});

describe.skipIf(!canVerify)('verify.sh finds', () => {
  beforeEach(async () => {
    await storeEdition(given.store, 'e1', codes);
    await publish(given.store, given.path, { edition: 'e1', out, signer });
  });

  test('single bytes that were changed anywhere, and names file and government', () => {
    expect(missedChanges(out, 12, 1)).toEqual([]);
  }, 300_000);

  test('what was removed, added, exchanged or put elsewhere', async () => {
    const root = (await given.store.publications.list())[0]?.root ?? '';
    const copy = (change: (where: string) => void): string => {
      const where = mkdtempSync(join(folder, 'copy-'));
      cpSync(out, where, { recursive: true });
      change(where);
      const { status, output } = verify(where, '--root', root);
      expect(status).toBe(1);
      return output;
    };
    expect(copy((where) => rmSync(join(where, 'governments/330100.wacz')))).toContain(
      'governments/330100.wacz (330100市) is missing',
    );
    expect(copy((where) => writeFileSync(join(where, 'governments/new.wacz'), 'x'))).toContain(
      'governments/new.wacz is in no list',
    );
    const swapped = copy((where) => {
      const [one, other] = ['510100', '620100'].map((code) => join(where, `governments/${code}.wacz`));
      renameSync(one ?? '', `${one}.x`);
      renameSync(other ?? '', one ?? '');
      renameSync(`${one}.x`, other ?? '');
    });
    expect(swapped).toContain('governments/510100.wacz (510100市)');
    expect(swapped).toContain('governments/620100.wacz (620100市)');
    const reordered = copy((where) => {
      const file = join(where, 'proof/leaves.txt');
      writeFileSync(file, `${readFileSync(file, 'utf8').trim().split('\n').reverse().join('\n')}\n`);
    });
    expect(reordered).toContain('proof/leaves.txt');
    expect(reordered).toContain('the printed one is');
  }, 120_000);

  test('an older checkpoint, and a log that takes something back', async () => {
    const older = readFileSync(join(out, 'proof/checkpoint'));
    const next = join(folder, 'next');
    await publish(given.store, given.path, { edition: 'e1', out: next, signer });
    const kept = join(folder, 'kept');
    writeFileSync(kept, readFileSync(join(next, 'proof/checkpoint')));
    expect(verify(out, '--before', kept).output).toContain('something was taken out');
    writeFileSync(join(next, 'proof/checkpoint'), older);
    const { status, output } = verify(next);
    expect(status).toBe(1);
    expect(output).toContain('proof/checkpoint does not fit');
    expect((await checkPublications(given.store, 'e1', next)).damage.join('\n')).toContain('proof/checkpoint');
  }, 120_000);
});

describe('edition verify', () => {
  test('names what is damaged in a published folder', async () => {
    await storeEdition(given.store, 'e1', codes);
    await publish(given.store, given.path, { edition: 'e1', out, signer });
    for (const { path, size } of filesOf(out)) {
      const file = join(out, path);
      const before = readFileSync(file);
      const changed = Buffer.from(before);
      changed[Math.floor(size / 2)] = (changed[Math.floor(size / 2)] ?? 0) ^ 1;
      writeFileSync(file, changed);
      const { damage } = await checkPublications(given.store, 'e1', out);
      expect(damage.join('\n'), path).toContain(path);
      writeFileSync(file, before);
    }
    await expect(checkPublications(given.store, 'e1', folder)).rejects.toThrow('expected a published folder');
  }, 60_000);

  test('sees a log of publications that was changed in the database', async () => {
    await storeEdition(given.store, 'e1', codes);
    await publish(given.store, given.path, { edition: 'e1', out });
    const [publication] = await given.store.publications.list();
    expect(publication).toBeDefined();
    if (publication === undefined) return;
    const lines = publication.lines.map((line) => line.replace(/.$/u, '0'));
    await given.store.publications.append({ ...publication, lines }, 1);
    const { damage, publications } = await checkPublications(given.store, 'e1', null);
    expect(publications).toBe(2);
    expect(damage.join('\n')).toMatch(/publication 2 \(e1\): its lines give the root/u);
  });
});
