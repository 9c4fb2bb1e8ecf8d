import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { JudgementLines } from '../../../src/application/console/judgement-lines.ts';
import { runLines } from '../../../src/application/console/run-lines.ts';
import { temporaryFolder } from '../../smoke/cli.ts';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
  return () => folder.remove();
});

function write(text: string): void {
  mkdirSync(join(folder.path, 'logs'), { recursive: true });
  writeFileSync(join(folder.path, 'logs', 'r1.jsonl'), text);
}

const line = (number: number, fields: object = {}): string =>
  `${JSON.stringify({ level: 30, time: '2026-01-01T00:00:00.000Z', event: 'e', number, ...fields })}\n`;

const numbers = async (
  filter: Partial<Parameters<typeof runLines>[2]> = {},
  range: Partial<Parameters<typeof runLines>[3]> = {},
) => {
  const read = await runLines(
    { folder: folder.path, logLines: null },
    'r1',
    { level: 'debug', ...filter },
    { most: 3, ...range },
  );
  return { ...read, numbers: read.lines.map((one) => one.number) };
};

describe('the log of a run, read backwards', () => {
  it('gives the newest lines first, and the rest page by page', async () => {
    write(Array.from({ length: 8 }, (_, index) => line(index)).join(''));
    const first = await numbers();
    expect(first.numbers).toEqual([7, 6, 5]);
    const second = await numbers({}, { before: first.older ?? 0 });
    expect(second.numbers).toEqual([4, 3, 2]);
    const last = await numbers({}, { before: second.older ?? 0 });
    expect([last.numbers, last.older]).toEqual([[1, 0], null]);
  });

  it('reads lines whole, however long they and the file are', async () => {
    const long = 'x'.repeat(300_000);
    write(Array.from({ length: 9 }, (_, index) => line(index, { long, city: '成都市' })).join(''));
    const read = await numbers({ text: '成都市' }, { most: 100 });
    expect(read.numbers).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(read.lines.every((one) => one.long === long)).toBe(true);
  });

  it('keeps the lines that fit', async () => {
    write(
      line(0, { government: '1', probe: 'a' }) +
        line(1, { government: '2', level: 40 }) +
        'no line at all\n' +
        line(2, { event: 'other', word: 'Needle' }),
    );
    expect((await numbers({ government: '1' })).numbers).toEqual([0]);
    expect((await numbers({ level: 'warn' })).numbers).toEqual([1]);
    expect((await numbers({ event: 'other' })).numbers).toEqual([2]);
    expect((await numbers({ probe: 'a' })).numbers).toEqual([0]);
    expect((await numbers({ text: 'needle' })).numbers).toEqual([2]);
  });

  it('leaves a line that is being written for later, and then reads it once', async () => {
    const half = line(2).slice(0, 20);
    write(line(0) + line(1) + half);
    const before = await numbers();
    expect([before.numbers, before.end]).toEqual([[1, 0], line(0).length + line(1).length]);
    write(line(0) + line(1) + line(2) + line(3));
    const after = await numbers({}, { since: before.end });
    expect([after.numbers, after.older]).toEqual([[3, 2], null]);
    expect((await numbers({}, { since: after.end })).numbers).toEqual([]);
  });

  it('of an empty file has no lines, and of none a sentence', async () => {
    write('');
    expect(await numbers()).toMatchObject({ numbers: [], older: null, end: 0 });
    await expect(
      runLines({ folder: folder.path, logLines: null }, 'r2', { level: 'debug' }, { most: 1 }),
    ).rejects.toThrow(/the log of run r2 is not there/u);
  });
});

describe('what the log says of one finding', () => {
  it('is looked up once, and again when the log has grown', async () => {
    const lines = new JudgementLines();
    const of = { government: '1', probe: 'a' };
    const ask = () => lines.of({ folder: folder.path, logLines: null }, 'r1', of, 3);
    write(line(0, of) + line(1, { government: '1', probe: 'b' }));
    const first = await ask();
    expect(first.map((one) => one.number)).toEqual([0]);
    expect(await ask()).toBe(first);
    write(line(0, of) + line(1, { government: '1', probe: 'b' }) + line(2, of));
    expect((await ask()).map((one) => one.number)).toEqual([2, 0]);
    expect(await lines.of({ folder: folder.path, logLines: null }, 'r1', { government: '2', probe: 'a' }, 3)).toEqual(
      [],
    );
    await expect(lines.of({ folder: folder.path, logLines: null }, 'r2', of, 3)).rejects.toThrow(/r2/u);
  });
});
