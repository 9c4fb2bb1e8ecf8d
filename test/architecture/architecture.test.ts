import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesUnder, importPathTo, importsIn, importsOf, parse, root, walk } from './imports.ts';

/** Which rooms of src a room may import from, types included. What is not listed may import everything. */
const mayImport: Record<string, readonly string[]> = {
  model: [],
  config: ['model'],
  reading: ['model', 'config'],
  probes: ['model', 'config', 'reading'],
  scoring: ['model', 'config'],
  store: ['model', 'config'],
  report: ['model', 'config', 'scoring'],
  sandbox: ['model', 'config'],
  'pipeline/judging': ['model', 'config', 'reading', 'probes', 'scoring', 'store'],
  'pipeline/crawl': ['model', 'config', 'reading', 'probes', 'store', 'pipeline/judging'],
  'pipeline/distribution': ['model', 'config', 'probes', 'store', 'pipeline/crawl'],
  'pipeline/assessment': ['model', 'config', 'probes', 'scoring', 'store', 'pipeline/judging'],
  'pipeline/operations': [
    'model',
    'config',
    'probes',
    'scoring',
    'store',
    'pipeline/judging',
    'pipeline/crawl',
    'pipeline/assessment',
  ],
  application: [
    'model',
    'config',
    'reading',
    'probes',
    'scoring',
    'store',
    'report',
    'pipeline/judging',
    'pipeline/crawl',
    'pipeline/distribution',
    'pipeline/assessment',
    'pipeline/operations',
    'sandbox',
  ],
  web: ['model', 'config', 'scoring', 'report', 'application'],
};

/** The same inside the crawl. Files beside its rooms (`collect.ts` and what it is made of) may import all of them. */
const crawl = 'pipeline/crawl';
const mayImportInCrawl: Record<string, readonly string[]> = {
  outcome: [],
  guard: ['outcome'],
  http: ['outcome', 'guard'],
  browser: ['outcome', 'guard'],
  frontier: ['outcome', 'browser'],
  memory: ['outcome', 'frontier'],
  visit: ['outcome', 'http', 'browser', 'frontier', 'memory'],
  threads: ['outcome', 'browser', 'frontier', 'visit'],
};

/** Folders whose code is arithmetic over its arguments: no I/O, no clock, no chance. */
const pureFolders = ['src/model', 'src/reading', 'src/probes', 'src/scoring', 'src/pipeline/assessment/comparison'];

const pureBuiltins = new Set([
  'node:buffer',
  'node:crypto',
  'node:path',
  'node:url',
  'node:util',
  'node:punycode',
  'node:zlib',
]);
const worldlyPackages = new Set([
  'better-sqlite3',
  'cli-progress',
  'commander',
  'crawlee',
  '@crawlee/core',
  '@crawlee/basic',
  '@crawlee/browser-pool',
  'kysely',
  'p-queue',
  'pg',
  'pg-boss',
  'pino',
  'playwright',
  'playwright-core',
  's3mini',
  'undici',
]);

const isWorldly = (to: string) => (to.startsWith('node:') ? !pureBuiltins.has(to) : worldlyPackages.has(to));
/** The room of a file: its folder in src, one level deeper inside the pipeline. */
const folderOf = (file: string) => /^src\/(pipeline\/[^/]+|[^/]+)\//.exec(file)?.[1] ?? null;
const crawlRoomOf = (file: string) => /^src\/pipeline\/crawl\/([^/]+)\//.exec(file)?.[1] ?? null;

describe('folders', () => {
  it.each(Object.entries(mayImport))('src/%s imports only from: %j', (folder, allowed) => {
    const wrong = filesUnder(`src/${folder}`).flatMap((file) =>
      importsIn(file)
        .filter(({ to, local }) => {
          const target = folderOf(to);
          return local && target !== null && target !== folder && !allowed.includes(target);
        })
        .map(({ to }) => `${file} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(mayImportInCrawl))('src/pipeline/crawl/%s imports only from: %j', (folder, allowed) => {
    const wrong = filesUnder(`src/${crawl}/${folder}`).flatMap((file) =>
      importsIn(file)
        .filter(({ to, local }) => local && folderOf(to) === crawl)
        .filter(({ to }) => ![folder, ...allowed].includes(crawlRoomOf(to) ?? ''))
        .map(({ to }) => `${file} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('only the use cases that start simulations import the sandbox, and the options of their command', () => {
    const importing = filesUnder('src')
      .filter((file) => folderOf(file) !== 'sandbox')
      .filter((file) => importsIn(file).some(({ to }) => folderOf(to) === 'sandbox'));
    expect(importing).toEqual([
      'src/application/canaries.ts',
      'src/application/sandbox.ts',
      'src/application/simulation.ts',
      'src/cli/commands/sandbox.ts',
      'src/cli/option-parsers.ts',
    ]);
  });

  it('use cases know no command line, no terminal and no display', () => {
    const faces = new Set(['commander', 'cli-progress', 'prom-client', 'node:tty']);
    const wrong = filesUnder('src/application').filter((file) => importsIn(file).some(({ to }) => faces.has(to)));
    expect(wrong).toEqual([]);
    const printing = filesUnder('src/application').filter((file) =>
      /process\.(?:stdout|stderr|exit|exitCode|argv|env)\b|console\./.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(printing).toEqual([]);
  });

  it('the console asks no store: it hands one to use cases', () => {
    const asking = filesUnder('src/web').filter((file) =>
      /\bstore\s*(?:\.|\?\.|\[)|\bsql`/u.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(asking).toEqual([]);
    const drivers = filesUnder('src/web').filter((file) =>
      importsIn(file).some(({ to }) => ['kysely', 'better-sqlite3', 'pg', 'pg-boss'].includes(to)),
    );
    expect(drivers).toEqual([]);
  });

  it('nothing in src imports tests, scripts or benchmarks', () => {
    const wrong = filesUnder('src').filter((file) =>
      importsIn(file).some(({ to, local }) => local && !to.startsWith('src/') && to !== 'package.json'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the pure core', () => {
  it.each(pureFolders)('%s reaches nothing that does I/O, not even through other files', (folder) => {
    const ways = filesUnder(folder).flatMap((file) => importPathTo(file, isWorldly)?.join(' -> ') ?? []);
    expect(ways).toEqual([]);
  });

  it.each(pureFolders)('%s reads no clock, draws no lots, asks no process', (folder) => {
    expect(filesUnder(folder).flatMap((file) => impurities(parse(file)))).toEqual([]);
  });
});

/** Expressions that give another result on another call, each with its file and line. */
function impurities(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const note = (node: ts.Node) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${source.fileName}:${line + 1}: ${node.getText().slice(0, 60)}`);
  };
  walk(source, (node) => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) note(node);
    else if (
      ts.isCallExpression(node) &&
      /^(?:Date|fetch|setTimeout|setInterval|setImmediate)$/.test(node.expression.getText())
    )
      note(node);
    else if (ts.isPropertyAccessExpression(node)) {
      if (/^(?:Date\.now|Math\.random|performance\.now|crypto\.getRandomValues|process\.\w+)$/.test(node.getText()))
        note(node);
    } else if (ts.isImportSpecifier(node) && /^random/.test((node.propertyName ?? node.name).text)) {
      if (!isSeeded(source, node)) note(node);
    }
  });
  return found;
}

/** A distribution of d3-random that is nowhere used but to be given a source: `randomGamma.source(...)`. */
function isSeeded(source: ts.SourceFile, specifier: ts.ImportSpecifier): boolean {
  const { moduleSpecifier } = specifier.parent.parent.parent as ts.ImportDeclaration;
  if (moduleSpecifier.getText() !== "'d3-random'") return false;
  const name = specifier.name.text;
  let seeded = true;
  walk(source, (node) => {
    if (!ts.isIdentifier(node) || node.text !== name || node.parent === specifier) return;
    const use = node.parent;
    if (!ts.isPropertyAccessExpression(use) || use.expression !== node || use.name.text !== 'source') seeded = false;
  });
  return seeded;
}

describe('detectors and the sandbox', () => {
  it('configuration and probes do not speak of the sandbox', () => {
    const files = [...filesUnder('config', /\.(?:yaml|csv)$/), ...filesUnder('src/probes')];
    const wrong = files.filter((file) => /sandbox/i.test(readFileSync(path.join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('the sandbox does not read the word lists of the detectors', () => {
    const wrong = filesUnder('src/sandbox').filter((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return /vocabulary\.yaml|vendors\.yaml|config\/knowledge/.test(text);
    });
    expect(wrong).toEqual([]);
  });
});

describe('size', () => {
  const lines = (file: string): number => readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length;

  it('no command has more than 80 lines: it parses options, calls one use case and prints', () => {
    const long = filesUnder('src/cli/commands').filter((file) => lines(file) > 80);
    expect(long).toEqual([]);
  });

  const longest = 350;
  it(`no file has more than ${longest} lines`, () => {
    const files = ['src', 'bin', 'scripts', 'bench', 'test']
      .flatMap((folder) => filesUnder(folder))
      // Worlds are written by others, in their own manner.
      .filter((file) => !file.startsWith('test/worlds/'));
    const long = files.map((file) => ({ file, lines: lines(file) })).filter((item) => item.lines > longest);
    expect(long).toEqual([]);
  });
});

describe('these tests see what they forbid', () => {
  const example = (text: string) => parse('src/probes/example.ts', text);

  it('reads every way to import', () => {
    const source = example(`
      import { a } from '../store/store.ts';
      import type { B } from '../store/tables.ts';
      export { c } from '../pipeline/judging/judge.ts';
      const d = await import('node:fs');
      const e = require('undici/types');
      let f: import('@crawlee/core/x').F;`);
    expect(importsOf(source)).toEqual([
      { to: 'src/store/store.ts', local: true, typeOnly: false },
      { to: 'src/store/tables.ts', local: true, typeOnly: true },
      { to: 'src/pipeline/judging/judge.ts', local: true, typeOnly: false },
      { to: 'node:fs', local: false, typeOnly: false },
      { to: 'undici', local: false, typeOnly: false },
      { to: '@crawlee/core', local: false, typeOnly: true },
    ]);
  });

  it('tells worldly imports from pure ones', () => {
    expect(['node:fs', 'node:fs/promises', 'node:net', 'undici'].map(isWorldly)).toEqual([true, true, true, true]);
    expect(['node:crypto', 'zod', 'cheerio'].map(isWorldly)).toEqual([false, false, false]);
  });

  it('follows the way through other files', () => {
    expect(importPathTo('src/cli/doctor/checks.ts', (to) => to === 'node:dns/promises')).toEqual([
      'src/cli/doctor/checks.ts',
      'src/cli/doctor/network.ts',
      'node:dns/promises',
    ]);
  });

  it('notices clocks and chance, and lets fixed dates pass', () => {
    const found = impurities(
      example(`import { randomUUID } from 'node:crypto';
        const a = new Date(), b = Date.now(), c = Math.random(), d = process.env.HOME;
        const fine = new Date('2024-01-01'); const alsoFine = Date.UTC(2024, 1, 1);`),
    );
    expect(found).toHaveLength(5);
  });

  it('lets a distribution pass that is given its source, and no other', () => {
    const use = (code: string) => impurities(example(`import { randomGamma } from 'd3-random';\n${code}`));
    expect(use('const draw = randomGamma.source(seeded)(2);')).toEqual([]);
    expect(use('const draw = randomGamma(2);')).toHaveLength(1);
    expect(use('const draw = randomGamma.source(seeded)(2), other = [randomGamma];')).toHaveLength(1);
  });
});
