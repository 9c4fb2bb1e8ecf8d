import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { withFigures } from '../../src/report/figures/derive.ts';
import { adoptionLists } from '../../src/report/lists.ts';
import { messagesOf } from '../../src/report/messages.ts';
import { memberRows } from '../../src/report/rows.ts';
import { renderReport } from '../../src/report/write.ts';
import { countryReport, reportOf } from './country.ts';

const chinese = messagesOf('zh');
const input = countryReport(60);
const files = await renderReport(input, { language: 'zh', formats: ['html', 'csv'] });
const html = String(files.get('bulletin.html'));

describe('the list behind a figure', () => {
  it('has as many names as the counts say, each once', () => {
    for (const entry of input.adoption) {
      const found = adoptionLists(entry, input, chinese)?.lists ?? [];
      const sizes = Object.fromEntries(found.map(({ title, governments }) => [title, governments.length]));
      const { yes, no, unknown, leftOut } = entry.overall;
      expect([sizes.是 ?? 0, sizes.否 ?? 0, sizes.未知 ?? 0, sizes.不适用 ?? 0]).toEqual([yes, no, unknown, leftOut]);
      const codes = found.flatMap(({ governments }) => governments.map(({ code }) => code));
      expect(new Set(codes).size).toBe(input.governments.length);
    }
  });

  it('is where a figure of the text leads to, inside an element that the browser opens', () => {
    const targets = [...html.matchAll(/href="#(l-[\w-]+)"/gu)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of new Set(targets)) {
      expect(html).toMatch(
        target === 'l-tier-size'
          ? /<h3 id="l-tier-size">[^<]+<\/h3>\s*<table/u
          : new RegExp(`<details class="names"><summary>[^<]+</summary>\\s*<dl id="${target}">`, 'u'),
      );
    }
  });

  it('names the governments of each level, best first', () => {
    const { tiers } = input.assessment.tiering;
    const rows = memberRows(withFigures(input));
    expect(rows.map(({ codes }) => codes.length)).toEqual(
      tiers.flatMap(({ levels }) => levels.map(({ size }) => size)),
    );
    const order = input.assessment.ranking.flatMap(({ government, rank }) => (rank === null ? [] : [government]));
    expect(rows.flatMap(({ codes }) => codes)).toEqual(order);
  });

  it('is a table of its own as well', () => {
    const rows: Record<string, string>[] = parse(String(files.get('lists.csv')), { columns: true, bom: true });
    expect(rows).toHaveLength(input.adoption.length * input.governments.length);
    const [first] = input.adoption;
    const yes = rows.filter(({ statement, answer }) => statement === first?.statement && answer === 'yes');
    expect(yes).toHaveLength(first?.overall.yes ?? -1);
  });

  it('says so where an edition was frozen without it', async () => {
    const adoption = input.adoption.map(({ lists: _, ...entry }) => entry);
    const made = await renderReport({ ...input, adoption }, { language: 'zh', formats: ['html', 'csv'] });
    expect(String(made.get('bulletin.html'))).toContain('本版次封存时未保存名单。');
    expect(String(made.get('lists.csv')).trim().split('\n')).toHaveLength(1);
  });

  it('separates platforms that are only observed', () => {
    const [municipality] = input.governments;
    const observed = { ...(municipality ?? fail()), scored: false, group: 'province' };
    const both = reportOf([...input.governments, observed], input.findings);
    const [entry] = both.adoption;
    const found = entry === undefined ? [] : (adoptionLists(entry, both, chinese)?.lists ?? []);
    const titles = found.map(({ title }) => title);
    expect(titles.some((title) => title.startsWith('观察对象：'))).toBe(true);
  });
});

function fail(): never {
  throw new Error('the country has no governments');
}
