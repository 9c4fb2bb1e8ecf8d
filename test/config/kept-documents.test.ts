import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/config/read-yaml.ts';

const folder = mkdtempSync(join(tmpdir(), 'govprobe-kept-'));
const file = join(folder, 'a.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const schema = z.strictObject({ list: z.unknown() });
const strict = z.strictObject({ list: z.array(z.string()) });

test('a text that was read before gives its own value, the same mistakes, and nothing once it has changed', () => {
  writeFileSync(file, 'list:\n  - 1\n');
  const first = readYaml(file, schema).value;
  (first.list as number[]).push(2);
  expect(readYaml(file, schema).value).toEqual({ list: [1] });
  for (let time = 0; time < 2; time++) expect(() => readYaml(file, strict)).toThrow(/a\.yaml line 2/u);
  writeFileSync(file, 'list: [other]\n');
  expect(readYaml(file, strict).value).toEqual({ list: ['other'] });
  for (let time = 0; time < 2; time++) {
    writeFileSync(file, 'list: [\n');
    expect(() => readYaml(file, schema)).toThrow(/expected valid YAML/u);
  }
});
