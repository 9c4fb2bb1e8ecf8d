import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { scaffoldProbe } from '../../scripts/new-probe/scaffold.ts';
import { root } from '../architecture/imports.ts';

const copied = ['src/probes/list.ts', 'config/vocabulary.yaml'];
let folder = '';
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'govprobe-scaffold-'));
  for (const file of copied) cpSync(path.join(root, file), path.join(folder, file));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run new-probe', () => {
  it('writes a probe, its fixtures and a test, and makes both known', () => {
    const { created, changed } = scaffoldProbe(folder, 'foreign-page');
    expect(created).toEqual([
      'src/model/values/foreign-page.ts',
      'src/probes/foreign-page.ts',
      'test/probes/fixtures/foreign-page/fail.html',
      'test/probes/fixtures/foreign-page/pass.html',
      'test/probes/foreign-page.test.ts',
    ]);
    expect(changed).toEqual(['config/vocabulary.yaml', 'src/probes/list.ts']);
    const list = read('src/probes/list.ts');
    expect(list.match(/foreignPage/gu)).toHaveLength(2);
    expect(list.indexOf("'./foreign-page.ts'")).toBeGreaterThan(list.indexOf("'./follow-up.ts'"));
    expect(parseDocument(read('config/vocabulary.yaml')).hasIn(['intents', 'foreign-page', 'labels'])).toBe(true);
  });

  it('writes a probe that the compiler accepts', () => {
    scaffoldProbe(folder, 'foreign-page');
    const files = ['src/model/values/foreign-page.ts', 'src/probes/foreign-page.ts'];
    const sources = new Map(files.map((file) => [path.join(root, file), read(file)]));
    const options = ts.parseJsonConfigFileContent(
      ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile).config,
      ts.sys,
      root,
    ).options;
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    host.fileExists = (name) => sources.has(name) || fileExists.call(host, name);
    host.readFile = (name) => sources.get(name) ?? readFile.call(host, name);
    host.getSourceFile = (name, version) => {
      const source = sources.get(name);
      return source === undefined
        ? getSourceFile.call(host, name, version)
        : ts.createSourceFile(name, source, version);
    };
    const program = ts.createProgram([...sources.keys()], { ...options, noEmit: true }, host);
    const wrong = [...sources.keys()]
      .flatMap((file) => [
        ...program.getSyntacticDiagnostics(program.getSourceFile(file)),
        ...program.getSemanticDiagnostics(program.getSourceFile(file)),
      ])
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(wrong).toEqual([]);
  });

  it.each(['', 'Foreign', 'foreign_page', '../x', 'a--b', 'x/y'])(
    'refuses the name "%s" and writes nothing',
    (name) => {
      const before = copied.map(read);
      expect(() => scaffoldProbe(folder, name)).toThrow(/is no name for a probe/);
      expect(copied.map(read)).toEqual(before);
    },
  );

  it('refuses a name that is taken, by a file or by an intent, and writes nothing', () => {
    mkdirSync(path.join(folder, 'test/probes'), { recursive: true });
    writeFileSync(path.join(folder, 'test/probes/one.test.ts'), '');
    expect(() => scaffoldProbe(folder, 'one')).toThrow('test/probes/one.test.ts exists');
    expect(() => scaffoldProbe(folder, 'e-certificate')).toThrow('has "e-certificate" already');
    expect(copied.map(read)).toEqual(copied.map((file) => readFileSync(path.join(root, file), 'utf8')));
  });

  it('says where a file is missing or not as expected', () => {
    writeFileSync(path.join(folder, 'src/probes/list.ts'), 'export const probes = [];');
    expect(() => scaffoldProbe(folder, 'foreign-page')).toThrow('src/probes/list.ts holds no list of probes');
    rmSync(path.join(folder, 'src/probes/list.ts'));
    expect(() => scaffoldProbe(folder, 'foreign-page')).toThrow('does not exist');
  });
});
