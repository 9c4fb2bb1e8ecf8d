import { describe, expect, it } from 'vitest';
import { languages } from '../../src/report/messages.ts';
import { unfolded } from '../../src/report/text.ts';
import { renderReport } from '../../src/report/write.ts';
import { fullReport } from './country.ts';

const input = fullReport(60);
const files = await renderReport(input, { language: 'zh', formats: ['html', 'md'] });
const textOf = (name: string) =>
  String(files.get(name) ?? '')
    .replace(/<(script|style)[\s\S]*?<\/\1>/gu, '')
    .replace(/<[^>]+>/gu, '\n');

describe('Chinese typography', () => {
  it('joins lines of a file without blanks, and leaves other scripts alone', () => {
    expect(unfolded('满分100分，\n  按得分 排序，共 9 个；API 接口 two words')).toBe(
      '满分100分，按得分排序，共9个；API 接口 two words',
    );
    expect(unfolded('')).toBe('');
  });

  it.each(['bulletin.html', 'bulletin.md', 'cities/110000.html'])('has no blanks around numbers in %s', (name) => {
    const stray = textOf(name).match(/[\u4e00-\u9fff（“][ ][\d–−]\S*|\d[%]?[ ][\u4e00-\u9fff]\S*/gu);
    expect(stray ?? []).toEqual([]);
  });

  it.each(languages)('has no escaped colons in the Markdown (%s)', async (language) => {
    const made = await renderReport(input, { language, formats: ['md'] });
    expect(String(made.get('bulletin.md'))).not.toContain('\\:');
  });
});
