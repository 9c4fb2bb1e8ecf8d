import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseReviewValue, readReviewSheet } from '../../src/config/review-sheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'govprobe-sheet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sheet(content: string | Uint8Array): string {
  const file = join(folder, 'verdicts.csv');
  writeFileSync(file, content);
  return file;
}

const read = (content: string | Uint8Array) => readReviewSheet(sheet(content));

describe('a sheet of verdicts', () => {
  test('is CSV as Excel writes it: byte order mark, Windows line ends, quotes, empty lines, columns in any order', () => {
    const text = [
      '\ufeffwhy,State,government,probe,value,who',
      '"他说 ""可用"", 两次",present,成都,smart-search,"{""level"":""working""}",王芳',
      '',
      ',,,,,',
      ' 链接失效 ,absent,510700,privacy-policy,,',
      '',
    ].join('\r\n');
    expect(read(text)).toEqual({
      mistakes: [],
      verdicts: [
        {
          ...{ line: 2, government: '成都', probe: 'smart-search', state: 'present', value: { level: 'working' } },
          ...{ who: '王芳', why: '他说 "可用", 两次' },
        },
        {
          ...{ line: 5, government: '510700', probe: 'privacy-policy', state: 'absent', value: null },
          ...{ who: null, why: '链接失效' },
        },
      ],
    });
  });

  test('is JSON lines as well', () => {
    const lines = [{ government: '成都', probe: 'p', state: 'present', value: { count: 3 }, who: '王', why: '数' }];
    const text = `\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
    expect(read(text).verdicts).toEqual([{ line: 2, ...lines[0] }]);
  });

  test('names every line with a mistake, and keeps the others', () => {
    const { verdicts, mistakes } = read(
      [
        'government,probe,state,value',
        '成都,p,here,',
        '成都,p,present,level:working',
        ',p,absent,',
        '成都,p,absent,',
        '成都,p,present,"{""level"""',
      ].join('\n'),
    );
    expect(verdicts.map(({ line }) => line)).toEqual([5]);
    expect(mistakes.map(({ line }) => line)).toEqual([2, 3, 4, 6]);
    expect(mistakes[0]?.what).toBe('state: expected one of present, absent, unknown, not-applicable, found "here"');
    expect(mistakes[1]?.what).toMatch(/^value: expected a JSON object .* found "level:working"/);
    expect(mistakes[2]?.what).toBe('government: expected a text, found ""');
  });

  test.each([
    ['{"government":"a"\n{"probe":7}', [1, 2]],
    ['{"government":"a","probe":"p","state":"absent","colour":1}', [1]],
    ['{"government":7,"probe":"p","state":"absent"}', [1]],
    ['{}\n[]\n7', [1, 2, 3]],
  ])('refuses the lines of %j', (text, lines) => {
    const { verdicts, mistakes } = read(text);
    expect(verdicts).toEqual([]);
    expect(mistakes.map(({ line }) => line)).toEqual(lines);
  });

  test.each([
    ['', /holds no verdict; expected lines of government, probe, state/],
    ['government,probe,state\n', /holds no verdict/],
    ['code,probe,state\n1,p,absent', /line 1: expected a header of .*, found "code"/],
    ['government,probe\n1,p', /line 1: .* state is missing/],
    ['government,probe,state,state\n1,p,a,b', /line 1: .* state stands twice/],
    ['government,probe,state\n"1,p,absent', /line \d: expected comma-separated values, found an unbalanced quote/],
    [new Uint8Array([0xb3, 0xc9, 0xb6, 0xbc]), /expected UTF-8 text/],
  ])('%j is refused as a whole', (content, sentence) => {
    expect(() => read(content)).toThrow(sentence);
  });

  test('that is not there is refused', () => {
    expect(() => readReviewSheet(join(folder, 'none.csv'))).toThrow(/none.csv: the file does not exist/);
  });
});

describe('a stated value', () => {
  test.each([
    ['{"level":"working"}', { level: 'working' }],
    ['level=working; count=3', { level: 'working', count: 3 }],
    ['level＝working；share=0.5', { level: 'working', share: 0.5 }],
    ['found=["a","b"];account=true', { found: ['a', 'b'], account: true }],
    ['', null],
    ['null', null],
  ])('%j is understood', (text, value) => {
    expect(parseReviewValue(text)).toEqual({ value });
  });

  test.each(['{level:1}', 'working', '=working', 'level=', '__proto__'])('%j is refused', (text) => {
    expect(parseReviewValue(text)).toMatch(/^expected a JSON object such as/);
  });

  test('that names a prototype is a plain key', () => {
    expect(Object.keys((parseReviewValue('constructor=1') as { value: object }).value)).toEqual(['constructor']);
  });
});
