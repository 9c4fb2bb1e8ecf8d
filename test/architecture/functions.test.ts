import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesUnder, importsIn, parse, walk } from './imports.ts';

const longest = 60;

/** Functions of a source with more than `longest` lines, each with its place; classes do not count, their methods do. */
function longFunctions(file: string, text?: string): string[] {
  const source = parse(file, text);
  const found: string[] = [];
  walk(source, (node) => {
    if (!ts.isFunctionLike(node)) return;
    const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
    const from = lineAt(node.getStart());
    const lines = lineAt(node.end) - from + 1;
    if (lines > longest) found.push(`${file}:${from + 1} has ${lines} lines`);
  });
  return found;
}

describe('functions', () => {
  it(`of src have at most ${longest} lines`, () => {
    // Migrations are tables: one column a line.
    const files = filesUnder('src').filter((file) => !file.startsWith('src/store/migrations/'));
    expect(files.flatMap((file) => longFunctions(file))).toEqual([]);
  });

  it('are measured wherever they stand', () => {
    const lines = (count: number) => 'x();\n'.repeat(count);
    const text = `function a() {\n${lines(58)}}\nclass B {\n  c() {\n${lines(59)}  }\n}\nconst d = () => {\n${lines(70)}};`;
    expect(longFunctions('src/example.ts', text)).toEqual([
      'src/example.ts:62 has 61 lines',
      'src/example.ts:124 has 72 lines',
    ]);
  });
});

describe('the packages that the project was asked to use', () => {
  const used = new Set(filesUnder('src').flatMap((file) => importsIn(file).map(({ to }) => to)));
  const tested = new Set(filesUnder('test').flatMap((file) => importsIn(file).map(({ to }) => to)));

  it.each([
    ['playwright', /^playwright(?:-core)?$/u],
    ['crawlee', /^(?:crawlee|@crawlee\/\w+)$/u],
    ['cheerio', /^cheerio(?:\/slim)?$/u],
    ['p-queue', /^p-queue$/u],
    ['zod', /^zod$/u],
    ['pino', /^pino$/u],
  ])('%s serves in the program', (_, name) => {
    expect([...used].some((to) => name.test(to))).toBe(true);
  });

  it('vitest runs the tests', () => {
    expect(tested.has('vitest')).toBe(true);
  });
});
