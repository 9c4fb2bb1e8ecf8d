import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { wordSections } from '../../src/application/word-sections.ts';
import { packSchemas, schemaFolder } from '../../src/config/json-schemas.ts';
import { shippedPack } from './temporary-pack.ts';

const velland = resolve(import.meta.dirname, '..', 'packs', 'velland');
const folder = join(shippedPack, schemaFolder);
const yamlFiles = (directory: string) =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(directory, name));
const files = [...yamlFiles(shippedPack), ...yamlFiles(velland)];

function validatorOf(file: string): ValidateFunction {
  return new Ajv({ allErrors: true, strict: false, formats: { email: true, uri: true } }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );
}

/** The file that the first line of a YAML file names. */
function schemaNamedBy(file: string): string {
  const [first = ''] = readFileSync(file, 'utf8').split('\n');
  const named = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
  if (named === undefined) throw new Error(`${file} does not begin with the line for editors`);
  return resolve(dirname(realpathSync(file)), named);
}

describe('JSON Schemas of the pack', () => {
  it('are up to date; run npm run docs', () => {
    const generated = packSchemas(wordSections);
    expect(readdirSync(folder).sort()).toEqual([...generated.keys()].sort());
    for (const [name, text] of generated) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
  });

  it.each(files)('%s names its schema and is valid', (file) => {
    const validate = validatorOf(schemaNamedBy(file));
    expect(validate(parse(readFileSync(file, 'utf8'))), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ['crawl', 'contact', 5],
    ['crawl', 'concurency', 1],
    ['pack', 'groups', []],
    ['schedule', 'cron', false],
    ['vocabulary', 'lists', { 'no-such-list': ['word'] }],
    ['vocabulary', 'numbers', { 'never-read': 1 }],
    ['indicators', 'capabilities', [{ id: 'a' }]],
    ['kinds', 'kinds', { teapot: {} }],
  ])('%s.yaml with another %s is not', (kind, key, value) => {
    const document: unknown = parse(readFileSync(join(shippedPack, `${kind}.yaml`), 'utf8'));
    const validate = validatorOf(join(folder, `${kind}.schema.json`));
    expect(validate(document)).toBe(true);
    expect(validate({ ...Object(document), [key]: value })).toBe(false);
  });

  it('lists the names that the program reads, so that editors can offer them', () => {
    const schema = JSON.parse(readFileSync(join(folder, 'vocabulary.schema.json'), 'utf8'));
    expect(Object.keys(schema.properties.lists.properties)).toContain('never-clicked');
  });
});
