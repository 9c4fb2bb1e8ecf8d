import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedLines } from '../../src/reading/numbered-lines.ts';
import { threadTime } from '../thread-time.ts';

describe('numberedLines', () => {
  it.each([
    ['1．甲事项\n2．乙事项\n3．丙事项', 3],
    ['清单\n1、甲事项\n依据：某法\n2、乙事项', 2],
    ['（1）甲事项\n（2）乙事项', 2],
    ['1. 甲事项\n2. 乙事项\n1. 丙事项', 2],
    ['1.5万元\n2.5万元', 0],
    ['3、丙事项\n4、丁事项', 0],
    ['', 0],
  ])('%j', (text, count) => expect(numberedLines(text)).toHaveLength(count));

  it('finds every entry of a list, however long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
        const lines = Array.from({ length: count }, (_, at) => `${at + 1}、事项之一`);
        expect(numberedLines(lines.join('\n'))).toEqual(lines);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const started = threadTime();
    numberedLines('1、甲事项\n'.repeat(200_000));
    expect(threadTime() - started).toBeLessThan(1500);
  });
});
