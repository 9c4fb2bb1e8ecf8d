import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkPack } from '../../src/application/check-pack.ts';
import { findingSchema } from '../../src/model/finding.ts';
import { temporaryFolder } from './cli.ts';
import { inProcess } from './in-process.ts';

const folder = temporaryFolder();
const pack = join(folder.path, 'new', 'country');
const data = join(folder.path, 'data');
afterAll(folder.remove);

describe('govprobe init', () => {
  test('writes a pack without mistakes, whose only doubt is the contact', async () => {
    const { status, stdout, stderr } = await inProcess(['init', pack, '--json']);
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout).files).toContain('schemas/pack.schema.json');
    const { mistakes, warnings } = checkPack(pack, Date.parse('2026-06-01'));
    expect(mistakes).toEqual([]);
    expect(warnings.map(({ file, path }) => [file, path])).toEqual([['crawl.yaml', 'contact']]);
    expect((await inProcess(['config', 'check', '--config', pack])).status).toBe(0);
  });

  test('its files name schemas that are there and that they fit, and speak of no real country', () => {
    const files = readdirSync(pack).filter((name) => name.endsWith('.yaml'));
    expect(files).toHaveLength(9);
    for (const name of files) {
      const text = readFileSync(join(pack, name), 'utf8');
      const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
      const validate = new Ajv({ strict: false, formats: { email: true, uri: true } }).compile(
        JSON.parse(readFileSync(resolve(pack, schema), 'utf8')),
      );
      expect(validate(parse(text)), `${name} ${JSON.stringify(validate.errors)}`).toBe(true);
    }
    for (const name of files.filter((file) => file !== 'failures.yaml'))
      expect(readFileSync(join(pack, name), 'utf8'), name).not.toMatch(/\p{Script=Han}|Asia\//u);
  });

  test('its recorded pages are crawled and judged in its own words', async () => {
    const manifest = join(pack, 'sample', 'pages.jsonl');
    const limits = join(pack, 'crawl.yaml');
    writeFileSync(limits, readFileSync(limits, 'utf8').replace('pause: 1000', 'pause: 0'));
    const common = ['--config', pack, '--data', data];
    const crawled = await inProcess(['crawl', ...common, '--recorded', manifest, '--no-browser']);
    expect(crawled.status, crawled.stderr).toBe(0);
    const found = await inProcess(['findings', ...common, '--json']);
    const findings = z.array(findingSchema).parse(JSON.parse(found.stdout));
    const states = (code: string) =>
      Object.fromEntries(
        findings.filter(({ government }) => government === code).map(({ probe, state }) => [probe, state]),
      );
    const [here, unseen] = ['present', 'unknown'].map((state) => ({
      'appeal-channels': state,
      'knowledge-base': state,
      'privacy-policy': state,
      'service-guide': state,
    }));
    expect(states('EX-01')).toEqual(here);
    expect(states('EX-02')).toEqual(unseen);
    expect((await inProcess(['score', ...common, '--json'])).status).toBe(0);
  }, 120_000);

  test('refuses a folder that is not empty, or a file, and writes nothing', async () => {
    const full = join(folder.path, 'full');
    mkdirSync(full);
    writeFileSync(join(full, 'notes.txt'), 'mine');
    const { status, stderr } = await inProcess(['init', full]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('is not empty (notes.txt is in it)')]);
    expect(readdirSync(full)).toEqual(['notes.txt']);
    const file = await inProcess(['init', join(full, 'notes.txt')]);
    expect([file.status, file.stderr]).toEqual([2, expect.stringContaining('is a file')]);
    expect((await inProcess(['init'])).status).toBe(2);
  });

  test('takes an empty folder', async () => {
    const empty = join(folder.path, 'empty');
    mkdirSync(empty);
    expect((await inProcess(['init', empty])).status).toBe(0);
    expect(existsSync(join(empty, 'pack.yaml'))).toBe(true);
  });
});
