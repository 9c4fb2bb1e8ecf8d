import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clause, fixedClause, wordsOfClause } from '../../src/config/clause.ts';
import { chineseClause, chineseClauses } from '../../src/report/messages-zh-clauses.ts';
import { filesUnder, parse, walk } from '../architecture/imports.ts';
import { shippedPack } from '../config/temporary-pack.ts';
import { temporaryFolder } from '../smoke/cli.ts';
import { inProcess } from '../smoke/in-process.ts';

/** The text of a template with `{0}`, `{1}` ... in place of its values. */
function textOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const spans = template.templateSpans.map((span, index) => `{${index}}${span.literal.text}`);
  return template.head.text + spans.join('');
}

/** All clauses of the source, and the messages that its schemas give themselves. */
function clausesOfSource(): Set<string> {
  const found = new Set<string>();
  for (const file of [...filesUnder('src/config'), 'src/application/check-pack.ts'])
    walk(parse(file), (node) => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'clause') found.add(textOf(node.template));
      const isMessage = file.includes('/schema/') && ts.isStringLiteralLike(node) && node.text.startsWith('expected ');
      if (isMessage) found.add(node.text);
    });
  return found;
}

const places = (text: string): string[] => [...new Set(text.match(/\{\d+\}/gu))].sort();

describe('the clauses about configuration', () => {
  const source = clausesOfSource();

  test('are many, and all have a Chinese one', () => {
    expect(source.size).toBeGreaterThan(100);
    expect([...source].filter((text) => chineseClause(text) === undefined)).toEqual([]);
  });

  test('are all still said', () => {
    expect(Object.keys(chineseClauses).filter((text) => !source.has(text))).toEqual([]);
  });

  test('take the same values in both languages, and begin alike where choices are put together', () => {
    for (const [english, chinese] of Object.entries(chineseClauses)) {
      expect(places(chinese), english).toEqual(places(english));
      expect(chinese.startsWith('应为'), english).toBe(english.startsWith('expected '));
    }
  });
});

describe('the words of a clause', () => {
  test('hold its values, clauses among them, and leave braces of values alone', () => {
    const inner = clause`one of ${'{0}'}`;
    expect(wordsOfClause(clause`expected ${inner}, found ${3}`)).toBe('expected one of {0}, found 3');
    expect(wordsOfClause(fixedClause('expected a {7}'))).toBe('expected a {7}');
    const shout = (text: string): string => text.toUpperCase();
    expect(wordsOfClause(clause`expected ${clause`a name`}, found ${'x'}`, shout)).toBe('EXPECTED A NAME, FOUND x');
  });
});

describe('mistakes of a pack in Chinese', () => {
  const folder = temporaryFolder();
  beforeAll(() => {
    cpSync(shippedPack, folder.path, { recursive: true });
    const change = (name: string, from: RegExp, to: string): void => {
      const file = join(folder.path, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    };
    change('crawl.yaml', /depth: \d+/, 'depth: deep');
    change('crawl.yaml', /concurrency: \d+/, 'concurrency: -4');
    change('schedule.yaml', /^cron: .*/m, 'cron: now and then');
    writeFileSync(join(folder.path, 'exclusions.csv'), 'host,since,who\nexample.org,soon,clerk\n');
  });
  afterAll(folder.remove);

  test('config check lists them with line, path and what was expected; JSON stays English', async () => {
    const args = ['config', 'check', '--config', folder.path];
    const { status, stdout, stderr } = await inProcess([...args, '--lang', 'zh']);
    expect(status, stderr).toBe(2);
    expect(stdout).toMatch(/crawl\.yaml:\d+:\d+: 错误: budget\.depth: 应为数字，实为 "deep"/);
    expect(stdout).toMatch(
      /schedule\.yaml:\d+:\d+: 错误: cron: 应为 cron 表达式，如 "0 22 \* \* \*"，实为 "now and then"/,
    );
    expect(stdout).toMatch(/exclusions\.csv:2: 错误: since: 应为日期，如 2026-11-29，实为 "soon"/);
    expect(stdout).not.toMatch(/expected|found/);
    expect((await inProcess([...args, '--json', '--lang', 'zh'])).stdout).toContain('expected number, found');
  });

  test('loading names the first one of a file, and how many more there are', async () => {
    const { status, stderr } = await inProcess(['score', '--config', folder.path, '--lang', 'zh']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^govprobe: .*\.yaml 第 \d+ 行，[\w.-]+：应为.*。\n$/u);
    expect(stderr).not.toMatch(/expected|found/);
    const none = await inProcess(['score', '--config', join(folder.path, 'none'), '--lang', 'zh']);
    expect(none.stderr).toMatch(/：应为含有配置包（pack\.yaml 等）的目录，这里没有。\n$/);
  });
});
