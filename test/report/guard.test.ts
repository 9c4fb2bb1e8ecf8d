import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/report/messages.ts';
import { renderReport } from '../../src/report/write.ts';
import { bandsOf, withoutTiers } from '../../src/scoring/uncertainty/bands.ts';
import { smallTree } from '../scoring/trees.ts';
import { countryReport, fullReport, reportOf } from './country.ts';

const text = (files: ReadonlyMap<string, string | Uint8Array>, name: string): string => {
  const content = files.get(name);
  return typeof content === 'string' ? content : '';
};

describe('a government of whom too little is settled', () => {
  const { governments, findings } = countryReport(40);
  const rule = { 'minimum-coverage': 0.95, 'minimum-capability-coverage': 0.6, 'maximum-doubtful-tiers': 1 };
  const input = reportOf(governments, findings, {}, smallTree({ publication: rule }));
  const withheld = input.assessment.ranking.filter((ranked) => ranked.withheld !== null);
  const names = new Map(governments.map(({ code, name }) => [code, name]));

  it.each(languages)(
    'is listed with its reason and has no place in ranking, curve and sentences (%s)',
    async (language) => {
      expect(withheld.length).toBeGreaterThan(0);
      expect(withheld.length).toBeLessThan(40);
      const files = await renderReport(input, { language });
      for (const { government, coverage } of withheld) {
        const name = names.get(government) ?? '';
        const row = text(files, 'bulletin.md')
          .split('\n')
          .filter((line) => line.startsWith('|') && line.includes('%') && line.includes(`| ${name} |`));
        expect(row).toHaveLength(1);
        expect(row[0]).toContain(`${(coverage * 100).toFixed(1)}%`);
        expect(input.assessment.tiering.curve.some((point) => point.government === government)).toBe(false);
      }
      const rows: Record<string, string>[] = parse(text(files, 'ranking.csv'), { columns: true, bom: true });
      expect(rows.filter(({ withheld: path }) => path !== '')).toHaveLength(withheld.length);
      expect(rows.filter(({ withheld: path, rank }) => path !== '' && rank !== '')).toEqual([]);
    },
  );
});

describe('tiers that are too doubtful', () => {
  it('give way to bands, and the bulletin says why', async () => {
    const full = fullReport(60);
    const tree = { ...full.assessment.tree, source: { ...full.assessment.tree.source } };
    tree.source.publication = { ...tree.source.publication, 'maximum-doubtful-tiers': 0 };
    const strict = { ...full.assessment, tree };
    const bands = bandsOf(strict, full.uncertainty);
    expect(bands?.flagged).toBeGreaterThan(0);
    const files = await renderReport({ ...full, bands, assessment: withoutTiers(strict) }, { language: 'zh' });
    const bulletin = text(files, 'bulletin.md');
    expect(bulletin).toContain(`${bands?.placed}个地方政府中有${bands?.flagged}个的类型不够确定`);
    expect(bulletin).toContain('A–');
    expect(bulletin).not.toMatch(/\| A\+ \|/u);
    expect(bulletin).not.toContain('不同的得分太少');
  });

  it('stand where few are doubtful, where nobody drew, and where there are none', () => {
    const full = fullReport(60);
    expect(bandsOf(full.assessment, full.uncertainty)).toBeNull();
    expect(bandsOf(full.assessment, null)).toBeNull();
    expect(bandsOf(withoutTiers(full.assessment), full.uncertainty)).toBeNull();
  });
});

describe('a group of which too little is settled for means', () => {
  it('is no mean above or below which a sheet could stand', async () => {
    const full = fullReport(30);
    const { groups } = full.description;
    const divisions = groups.divisions.map((division) => ({
      ...division,
      nodes: division.nodes.map((node) => ({ ...node, rate: null })),
    }));
    const description = { ...full.description, groups: { ...groups, divisions } };
    const code = full.assessment.ranking[0]?.government ?? '';
    const sheet = text(await renderReport({ ...full, description }, { language: 'zh' }), `cities/${code}.html`);
    expect(sheet).toContain('没有可比的均值');
    expect(sheet).not.toContain('没有高出或低于同组均值的点位');
  });
});
