import { describe, expect, it } from 'vitest';
import { namesSchema } from '../../src/config/schema/names.ts';
import { withNames } from '../../src/report/local-names.ts';
import { renderReport } from '../../src/report/write.ts';
import { pack } from '../application/known-data.ts';
import { governmentOf } from '../scoring/trees.ts';
import { fullReport, reportOf } from './country.ts';

const english = pack.names.en ?? namesSchema.parse({ en: {} }).en ?? null;

describe('the names of another language', () => {
  it('stand for places, provinces, groups, regions and tiers in text, tables and charts', async () => {
    const input = fullReport(60);
    const known = {
      ...input,
      governments: input.governments.map((entry) => ({ ...entry, pinyin: `place${entry.code}` })),
    };
    const files = await renderReport(known, {
      ...{ language: 'en', formats: ['html', 'md', 'csv'], ...(english && { names: english }) },
    });
    for (const name of ['bulletin.html', 'bulletin.md', 'cities/110000.html', 'ranking.csv', 'adoption.csv']) {
      const text = String(files.get(name))
        .replace(/<(style|script)>[\s\S]*?<\/\1>/gu, '')
        .replace(/<section id="statements">[\s\S]*?<\/section>|\n## Appendix 1[\s\S]*?\n## /u, '');
      // Findings, notes of the pack, its indicators and published statements are quoted as they are.
      for (const word of ['四川省', '新疆', '直辖市', '东部', '领先发展', '成都市', '亟待发展'])
        expect(text.replaceAll('页面上写着', ''), `${name}: ${word}`).not.toContain(word);
    }
    expect(String(files.get('bulletin.html'))).toContain('Leading');
    expect(String(files.get('ranking.csv'))).toContain('Sichuan');
    expect(String(files.get('bulletin.html'))).toContain('>XJ</text>');
  });

  it('tell places of one name apart by their province, and keep what has no translation', () => {
    const governments = [
      governmentOf('321200', { name: '泰州市', pinyin: 'taizhou', province: '江苏省' }),
      governmentOf('331000', { name: '台州市', pinyin: 'taizhou', province: '浙江省' }),
      governmentOf('610100', { name: '西安市', pinyin: 'xian', province: '陕西省' }),
      governmentOf('999900', { name: '无名市', pinyin: '', province: '某省' }),
    ];
    const named = withNames(reportOf(governments, []), english);
    expect(named.governments.map(({ name, province }) => [name, province])).toEqual([
      ['Taizhou (Jiangsu)', 'Jiangsu'],
      ['Taizhou (Zhejiang)', 'Zhejiang'],
      ["Xi'an", 'Shaanxi'],
      ['无名市', '某省'],
    ]);
  });

  it('change nothing where there are none', () => {
    const input = reportOf([governmentOf('510100')], []);
    expect(withNames(input, null)).toBe(input);
  });

  it('cover the shipped pack', () => {
    const governments = [...pack.governments, ...pack.observed];
    const provinces = new Set(governments.map(({ province }) => province));
    for (const province of provinces) expect(english?.provinces[province], province).toBeDefined();
    for (const { id } of pack.meta.groups) expect(english?.groups[id], id).toBeDefined();
    for (const { id } of pack.meta.regions) expect(english?.regions[id], id).toBeDefined();
    const named = withNames(reportOf(governments, []), english).governments.filter(({ scored }) => scored);
    expect(new Set(named.map(({ name }) => name)).size).toBe(pack.governments.length);
    for (const { name } of named) expect(name).not.toMatch(/[\u4e00-\u9fff]/u);
  });
});
