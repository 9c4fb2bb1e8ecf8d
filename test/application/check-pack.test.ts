import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPack, type PackRemark } from '../../src/application/check-pack.ts';
import { wordSource } from '../../src/application/word-sections.ts';
import { run } from '../../src/cli/run.ts';
import { wordsOfClause } from '../../src/config/clause.ts';
import { loadPack } from '../../src/config/pack.ts';
import { shippedPack, usageMessage } from '../config/temporary-pack.ts';

const now = Date.parse('2026-11-29T00:00:00Z');
const velland = resolve(import.meta.dirname, '..', 'packs', 'velland');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-check-'));
  cpSync(velland, folder, { recursive: true, dereference: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = undefined;
});

function change(name: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(folder, name), 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${name} does not hold ${from}`);
  writeFileSync(join(folder, name), changed);
}

const lineOf = (name: string, part: string) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(part)) + 1;
const shown = ({ file, line, path, what }: PackRemark) => `${file}:${line ?? '-'} ${path}: ${wordsOfClause(what)}`;
const mistakes = () => checkPack(folder, now).mistakes.map(shown);
const warnings = () => checkPack(folder, now).warnings.map(shown);

describe('mistakes', () => {
  test('the shipped pack and the invented country have none', () => {
    expect(checkPack(shippedPack, now).mistakes).toEqual([]);
    expect(mistakes()).toEqual([]);
  });

  test('of all files are found at once, where loading stops at the first', () => {
    change('crawl.yaml', /^contact: .*/m, 'contact: 5');
    change('crawl.yaml', /depth: \d+/, 'depth: deep');
    change('indicators.yaml', 'weight: 10', 'weight: ten');
    change('schedule.yaml', /^cron: .*/m, 'cron: now and then');
    change('vendors.yaml', /kind: \w+/, 'kind: teapot');
    writeFileSync(join(folder, 'exclusions.csv'), 'host,since,who\nhttp://a/,soon,\n');
    const found = mistakes();
    expect(found.filter((line) => line.startsWith('crawl.yaml'))).toEqual([
      `crawl.yaml:${lineOf('crawl.yaml', 'contact: 5')} contact: expected string, found 5`,
      expect.stringMatching(/^crawl\.yaml:\d+ budget\.depth: expected number, found "deep"$/),
    ]);
    for (const name of ['indicators.yaml', 'schedule.yaml', 'vendors.yaml'])
      expect(
        found.filter((line) => line.startsWith(name)),
        name,
      ).toHaveLength(1);
    expect(found.filter((line) => line.startsWith('exclusions.csv:2'))).toHaveLength(3);
    expect(usageMessage(() => loadPack(folder, wordSource)).split('\n')).toHaveLength(1);
  });

  test('have the column where YAML gives one', () => {
    change('crawl.yaml', /depth: \d+/, 'depth: deep');
    const [mistake] = checkPack(folder, now).mistakes;
    const line = readFileSync(join(folder, 'crawl.yaml'), 'utf8').split('\n')[(mistake?.line ?? 0) - 1] ?? '';
    expect(line.slice((mistake?.column ?? 0) - 1)).toMatch(/^deep/);
  });

  test('of a registry are found row by row, field by field', () => {
    const text = readFileSync(join(folder, 'governments.csv'), 'utf8');
    const [header = '', first = '', ...rest] = text.split('\n');
    const fields = first.split(',');
    const broken = [...fields.slice(0, 2), 'Two Words', fields[3], 'nowhere', ...fields.slice(5)].join(',');
    writeFileSync(join(folder, 'governments.csv'), [header, broken, 'x,y', ...rest].join('\n'));
    expect(mistakes()).toEqual([
      expect.stringMatching(/^governments\.csv:2 pinyin: expected lower-case letters/),
      expect.stringMatching(/^governments\.csv:2 region: expected one of/),
      expect.stringMatching(/^governments\.csv:3 : expected 12 columns, found 2/),
    ]);
  });

  test('between files are found beside those within', () => {
    change('crawl.yaml', /^contact: .*/m, 'contact: mailto:someone@elsewhere.org');
    change('indicators.yaml', /finding: [a-z-]+/, 'finding: no-such-probe');
    change('vocabulary.yaml', /^lists:$/m, 'lists:\n  never-read: [word]');
    const found = mistakes().join('\n');
    expect(found).toContain('user-agent: expected the contact "mailto:someone@elsewhere.org" inside the user agent');
    expect(found).toMatch(/indicators\.yaml:\d+ .*finding: expected one of .* found "no-such-probe"/);
    expect(found).toMatch(/vocabulary\.yaml:\d+ lists\.never-read: expected a known key, found one that nothing reads/);
  });

  test('of pack.yaml leave the other files checked by themselves', () => {
    change('pack.yaml', /^language: .*/m, 'language: nothing at all');
    change('crawl.yaml', /depth: \d+/, 'depth: deep');
    expect(mistakes()).toEqual([
      expect.stringMatching(/^crawl\.yaml:\d+ budget\.depth/),
      expect.stringMatching(/^pack\.yaml:\d+ language/),
    ]);
  });

  test('of YAML itself and missing files are mistakes like any other', () => {
    writeFileSync(join(folder, 'kinds.yaml'), 'page: [1, 2\nkinds: {}\n');
    rmSync(join(folder, 'vendors.yaml'));
    const found = mistakes();
    expect(found.some((line) => /^kinds\.yaml:\d+ : expected valid YAML/.test(line))).toBe(true);
    expect(found).toContain('vendors.yaml:- : the file does not exist');
  });

  test('a canary that the registry lacks is one', () => {
    change('schedule.yaml', /governments: \[.*\]/, 'governments: [nobody]');
    expect(mistakes()).toEqual([
      expect.stringMatching(/^schedule\.yaml:\d+ canaries\.governments\[0\]: expected a code/),
    ]);
  });

  test('a folder that does not exist is one sentence', () => {
    expect(usageMessage(() => checkPack(join(folder, 'none'), now))).toContain(
      'expected a folder with a configuration',
    );
  });
});

describe('warnings', () => {
  test('name a placeholder as contact, and a leaf whose probe does not run', () => {
    expect(warnings()).toContainEqual(expect.stringMatching(/^crawl\.yaml:\d+ contact: "mailto:.*" is a placeholder/));
    const leaf = /finding: ([a-z-]+)/.exec(readFileSync(join(folder, 'indicators.yaml'), 'utf8'))?.[1] ?? '';
    const probes = loadPack(folder, wordSource).meta.probes ?? [];
    expect(probes).toContain(leaf);
    change('pack.yaml', `  - ${leaf}\n`, '');
    expect(warnings().join('\n')).toContain(`the probe ${leaf} does not run in this pack: the leaf`);
  });

  test('name governments without an address and those that share a portal', () => {
    change('pack.yaml', /portal: \{ required: true \}/, 'portal: { required: false }');
    change('pack.yaml', /service: \{ required: true \}/, 'service: { required: false }');
    const rows = readFileSync(join(folder, 'governments.csv'), 'utf8').trimEnd().split('\n');
    const fields = (rows[1] ?? '').split(',');
    const other = (rows[2] ?? '').split(',');
    rows.push(['zz1', 'Nowhere', '', '', fields[4], fields[5], '', '', '', '', '', ''].join(','));
    rows.push(['zz2', 'Twin', '', '', fields[4], fields[5], other[6], '', '', '', '', ''].join(','));
    writeFileSync(join(folder, 'governments.csv'), `${rows.join('\n')}\n`);
    change('pack.yaml', /, count: \d+/g, '');
    expect(warnings()).toContain(
      `governments.csv:${rows.length - 1} portal: Nowhere has no address: it cannot be visited`,
    );
    expect(warnings()).toContain(`governments.csv:${rows.length} portal: Twin has the portal of ${other[1]}`);
  });

  test('name a word listed twice and a file that nothing reads', () => {
    change('vocabulary.yaml', /never-clicked: \[/, 'never-clicked: [Log out, Log out, ');
    writeFileSync(join(folder, 'tiles.yaml'), 'tiles: []\n');
    expect(warnings()).toContainEqual(
      expect.stringMatching(/lists\.never-clicked\[1\]: "Log out" is in the list already/),
    );
    expect(warnings()).toContainEqual(expect.stringMatching(/^tiles\.yaml:- : nothing reads the file/));
  });

  test('name an exclusion that closes several governments', () => {
    writeFileSync(join(folder, 'exclusions.csv'), 'host,since,who\n*.vell.example,2026-11-29,x\n');
    expect(warnings()).toContainEqual(
      expect.stringMatching(/^exclusions\.csv:2 host: \*\.vell\.example excludes the portals of/),
    );
  });
});

describe('govprobe config check', () => {
  const status = (...more: string[]) => run(['node', 'govprobe', 'config', 'check', '--config', folder, ...more]);

  test('ends with 0 for a pack with warnings only, with 2 for one with mistakes', async () => {
    expect(await status('--json')).toBe(0);
    change('crawl.yaml', /depth: \d+/, 'depth: deep');
    expect(await status('--json')).toBe(2);
  });

  test('refuses another word', async () => {
    expect(await run(['node', 'govprobe', 'config', 'chekc'])).toBe(2);
  });
});
