import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesUnder, parse, root, walk } from './imports.ts';

/** Whether a literal holds a letter of the Chinese script, written out or as an escape, or a class of them. */
function holdsHan(literal: string): boolean {
  const shown = literal.replace(/\\+u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/giu, (_, long?: string, short?: string) =>
    String.fromCodePoint(Number.parseInt(long ?? short ?? '', 16)),
  );
  return /\p{Script=Han}|\\p\{(?:Script|sc|Unified_Ideograph)/iu.test(shown);
}

/** Files that ask what script a letter is of, which is no word of a country but a fact about writing. */
const scripts: Readonly<Record<string, string>> = {
  'src/cli/output.ts': 'letters of some scripts take two columns of a terminal',
  'src/pipeline/judging/documents/read-pdf.ts': 'signs for radicals are folded into the letters they look like',
  'src/reading/count-tokens.ts': 'a number runs on into letters that are written without spaces',
  'src/reading/kinds/facts.ts': 'a dash between two such letters parts words',
  'src/reading/kinds/label-counts.ts': 'spaces between two such letters part no words',
  'src/reading/script-reader.ts': 'text in a script is told from code by its letters',
  'src/report/prose/parse.ts': 'a line break between such letters is no blank',
  'src/report/text.ts': 'a blank between such letters comes from joined lines',
  'src/report/charts/draw.ts': 'letters of some scripts are drawn as wide as they are high',
};

/** Files and folders whose words are meant to be there. */
const exempt: readonly { readonly under: string; readonly because: string }[] = [
  { under: 'src/report/messages', because: 'the catalogue of messages says everything once in each language' },
  { under: 'src/cli/messages', because: 'the help of the commands says everything once in each language' },
  { under: 'src/web/messages', because: 'the pages of the console say everything once in each language' },
  { under: 'src/sandbox/', because: 'the simulated country shows the pages of the shipped pack in their own language' },
];

/** Endings of all files that a program may read words from. */
const readable = /\.(?:ts|mts|mjs|js|json|jsonl|csv|tsv|ya?ml|txt|md|html|xml|svg|sql)$/u;

/** Words for people, which no program reads: about a probe, a field of its value, or a command. */
function isForPeople(node: ts.Node): boolean {
  for (let up: ts.Node = node; !ts.isSourceFile(up); up = up.parent) {
    if (ts.isPropertyAssignment(up) && up.name.getText() === 'about') return true;
    if (ts.isCallExpression(up) && /\.(?:describe|addHelpText)$/u.test(up.expression.getText())) return true;
  }
  return false;
}

/** Literals of a source that hold letters of the Chinese script, each with its line. */
function wordsIn(file: string, text?: string): string[] {
  const source = parse(file, text);
  const found: string[] = [];
  walk(source, (node) => {
    const literal =
      ts.isStringLiteralLike(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node);
    if (!literal || !holdsHan(node.getText()) || isForPeople(node)) return;
    found.push(`${file} line ${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`);
  });
  return found;
}

describe('one country', () => {
  const files = filesUnder('src', readable).filter((file) => !exempt.some(({ under }) => file.startsWith(under)));
  const isSource = (file: string) => /\.(?:ts|mts|mjs)$/u.test(file);

  it('is not wired into the source: its words, patterns and numbers stand in the pack', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file) => isSource(file) && !(file in scripts)).flatMap((file) => wordsIn(file))).toEqual([]);
  });

  it('is not in a data file beside the source either', () => {
    const data = files.filter((file) => !isSource(file));
    expect(data.filter((file) => holdsHan(readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
  });

  it.each(exempt)('$under is exempt because $because', ({ under }) => {
    const all = filesUnder('src', readable).filter((file) => file.startsWith(under));
    expect(all.some((file) => holdsHan(readFileSync(path.join(root, file), 'utf8')))).toBe(true);
  });

  it.each(Object.keys(scripts))('%s asks for the script of letters and holds no words', (file) => {
    const found = wordsIn(file);
    expect(found).not.toEqual([]);
    for (const literal of found) expect(literal).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ["const a = '通办';", 1],
    ['const a = /通办/u;', 1],
    ['const a = `x${y}通办`;', 1],
    ["const a = '\\u901a';", 1],
    ['const a = /[\\u4e00-\\u9fff]/u;', 1],
    ['const a = /\\p{Script=Han}/u;', 1],
    ["// 通办\nconst a = 'region';", 0],
    ["const a = { about: { measures: '通办' } };", 0],
    ["const a = z.string().describe('通办');", 0],
    ["command.addHelpText('after', `govprobe findings 成都`);", 0],
    ["command.description('成都');", 1],
    ['const a = /[\\u200b\\u0020-\\u024f]/u;', 0],
  ])('is seen in %s', (text, count) => {
    expect(wordsIn('made-up.ts', text)).toHaveLength(count);
  });
});
