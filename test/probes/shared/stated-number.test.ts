import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordSet } from '../../../src/config/words.ts';
import { newestDate } from '../../../src/probes/shared/newest-date.ts';
import { largest, statedNumbers } from '../../../src/probes/shared/stated-number.ts';
import { knowledge } from '../knowledge.ts';
import { entry } from '../visit.ts';

const items = new WordSet(['通办事项', '事项总数', '事项']);
const units = new WordSet(['项', '个', '件']);

function stated(text: string): number[] {
  const { page } = entry('http://zwfw.anhe.gov.cn/kstb/', `<p>${text}</p>`);
  return page === null ? [] : statedNumbers(page, items, units, knowledge()).map(({ count }) => count);
}

describe('stated numbers', () => {
  it.each([
    ['通办事项总数：1,204项', 1204],
    ['已上线通办事项45项', 45],
    ['共有45项通办事项', 45],
    ['事项总数 45', 45],
  ])('reads %s', (text, count) => {
    expect(stated(text)).toContain(count);
  });

  it.each(['通办事项自2026年起办理', '办件量45件', '2026-03-01 通办事项更新', '满意率98.5%，事项公开', '第3个工作日'])(
    'reads nothing in %s',
    (text) => {
      expect(stated(text)).toEqual([]);
    },
  );

  it('reads every number it is given, and takes the largest for the total', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (count) => {
        expect(stated(`通办事项${count}项`)).toContain(count);
      }),
      { numRuns: 60 },
    );
    const one = (count: number) => ({ count, quote: '' });
    expect(largest([one(3), one(9), one(4)])?.count).toBe(9);
    expect(largest([])).toBeNull();
  });
});

describe('newest date', () => {
  it('leaves out the future and what is no date', () => {
    expect(
      newestDate(['2026-01-02', '2025年12月31日', '2030/1/1', '2026-13-40'], '2026-11-01T20:00:00Z', knowledge()),
    ).toBe('2026-01-02');
    // Shortly after midnight in Beijing that day is no future, though it is still yesterday in Greenwich.
    expect(newestDate(['2026-11-02'], '2026-11-01T16:40:00Z', knowledge())).toBe('2026-11-02');
    expect(newestDate(['2026-11-02'], '2026-11-01T15:40:00Z', knowledge())).toBeNull();
    expect(newestDate(['电话 2026-1234567', ''], '2026-11-01T00:00:00Z', knowledge())).toBeNull();
    expect(newestDate([], '2026-11-01T00:00:00Z', knowledge())).toBeNull();
  });
});
