import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesUnder, parse, walk } from './imports.ts';

/** Whether a literal holds a letter of the Chinese script, written out or as an escape, or a class of them. */
function holdsHan(literal: string): boolean {
  const shown = literal.replace(/\\+u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/giu, (_, long?: string, short?: string) =>
    String.fromCodePoint(Number.parseInt(long ?? short ?? '', 16)),
  );
  return /\p{Script=Han}|\\p\{(?:Script|sc|Unified_Ideograph)/iu.test(shown);
}

/** Files that ask whether a letter is Chinese, which is no word of a country but a fact about a script. */
const scripts: Readonly<Record<string, string>> = {
  'src/reading/count-tokens.ts': 'a number runs on into letters that are written without spaces',
  'src/reading/kinds/facts.ts': 'a dash between two such letters parts words, spaces between them do not',
  'src/reading/script-reader.ts': 'text in a script is told from code by its letters',
};

/** Words for people about a probe or a field of its value; no program reads them. */
function isForPeople(node: ts.Node): boolean {
  for (let up: ts.Node = node; !ts.isSourceFile(up); up = up.parent) {
    if (ts.isPropertyAssignment(up) && up.name.getText() === 'about') return true;
    if (ts.isCallExpression(up) && /\.describe$/u.test(up.expression.getText())) return true;
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
  it('is not wired into what reads and judges: its words, patterns and numbers stand in the pack', () => {
    const files = [...filesUnder('src/probes'), ...filesUnder('src/reading')].filter((file) => !(file in scripts));
    expect(files.flatMap((file) => wordsIn(file))).toEqual([]);
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
    ['const a = /[\\u200b\\u0020-\\u024f]/u;', 0],
  ])('is seen in %s', (text, count) => {
    expect(wordsIn('made-up.ts', text)).toHaveLength(count);
  });
});
