import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { markdownBulletin } from '../../src/report/bulletin-markdown.ts';
import { withFigures } from '../../src/report/figures/derive.ts';
import { htmlBulletin } from '../../src/report/html/bulletin.ts';
import { messagesOf } from '../../src/report/messages.ts';
import { documentOf } from '../../src/report/schema.ts';
import { decimals, percent } from '../../src/report/text.ts';
import { simulatedReport } from './simulated.ts';

const sample = (code: string) => Number(code) % 500 === 0;
const whole = withFigures(simulatedReport(() => true));
const reports = {
  'the year before': whole,
  'a sample of the year before': withFigures(simulatedReport(sample)),
  'no year before': withFigures(simulatedReport(null)),
} as const;

/** The value at a JSON Pointer (RFC 6901). */
function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((held, step) => {
      if (held === null || typeof held !== 'object' || !Object.hasOwn(held, step)) return undefined;
      return Reflect.get(held, step);
    }, document);
}

/** Whether a printed number is the value: rounded to its decimals, in percent where it says so, and without its sign. */
function prints(text: string, value: number): boolean {
  const match = /^(\d+(?:\.(\d+))?)(%?)$/u.exec(text);
  if (match === null) return false;
  const digits = match[2]?.length ?? 0;
  return text === (match[3] === '%' ? percent(Math.abs(value), digits) : decimals(Math.abs(value), digits));
}

/**
 * Parts of the page that are no text: tables and lists of names (held against the document by the
 * tests below), drawings, navigation, what people wrote, and the texts of rules.
 */
const notText = [
  'table',
  'svg',
  'nav',
  'details.names',
  '[data-prose]',
  'style',
  'script',
  // Rules, with the numbers of the configuration: how figures are computed, and how leaves are judged.
  '#methods',
  '#items > p.soft',
  '#adoption > p.soft',
  // What the pack says of its sources.
  '#notes > p',
  // Runs, versions, seals and reviews: ids, moments and names, and per run what `provenance` lists.
  '.origin',
  '.corrections',
  '#origin ~ .soft',
  '#reviews',
].join(',');

/** Numbers that count nothing: moments, names of editions and files, ids. */
const names = [
  /\d{4}-\d\d-\d\dT?[ ]?\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: UTC(?:[+-]\d+)?|Z)?/gu,
  /\d{4}年报告/gu,
  /20260131-0200/gu,
  /0\.1\.0/gu,
  /c0ffee1234567890/gu,
  /https:\/\/\S+/gu,
];

/** The bulletin without what is no text, with its figures; `conditions` are texts of the pack, some with a limit. */
function pageOf(html: string, conditions: readonly string[]) {
  const $ = load(html);
  $(notText).remove();
  const figures = $('a.figure[data-id]')
    .toArray()
    .map((element) => ({
      id: $(element).attr('data-id') ?? '',
      value: $(element).attr('data-value') ?? '',
      text: $(element).text(),
    }));
  $('a.figure[data-id]').remove();
  // Chapters and appendices are numbered.
  $('h2, h3').each((_, element) => {
    $(element).text(
      $(element)
        .text()
        .replace(/^(?:\d+\. |\(\d+\) |Appendix \d+: )/u, ''),
    );
  });
  const text = conditions.reduce((left, condition) => left.replaceAll(condition, ''), $('body').text());
  const rest = names.reduce((left, pattern) => left.replace(pattern, ''), text);
  return { figures, rest };
}

describe.each(Object.entries(reports))('the bulletin with %s', (_, data) => {
  const document: unknown = JSON.parse(JSON.stringify(documentOf(data)));

  describe.each(['zh', 'en'] as const)('in %s', (language) => {
    const html = htmlBulletin(data, messagesOf(language));
    const { figures, rest } = pageOf(
      html,
      data.adoption.map(({ text }) => text),
    );

    it('has every number of its text in report.json under its id', () => {
      expect(figures.length).toBeGreaterThan(150);
      const wrong = figures.filter(({ id, value, text }) => {
        const held = valueAt(document, id);
        return typeof held !== 'number' || String(held) !== value || !prints(text, held);
      });
      expect(wrong).toEqual([]);
    });

    it('has no number without one', () => {
      expect(rest.match(/.{0,30}\d+.{0,20}/gu) ?? []).toEqual([]);
    });

    it('prints the same quantity in the same way wherever it stands', () => {
      const byId = Map.groupBy(figures, ({ id }) => id);
      const differing = [...byId].filter(([, list]) => new Set(list.map(({ text }) => text)).size > 1);
      expect(differing).toEqual([]);
    });

    it('says the same in Markdown', () => {
      const plain = (text: string) => text.replace(/[\\*\s]|&[a-z]+;|[&<>]/gu, '');
      const markdown = plain(markdownBulletin(data, messagesOf(language)));
      const $ = load(html);
      const paragraphs = $('#findings p, #tiers > p, #certainty > p, #indicators > p')
        .toArray()
        .map((element) => plain($(element).text()));
      expect(paragraphs.length).toBeGreaterThan(20);
      expect(paragraphs.filter((text) => !markdown.includes(text))).toEqual([]);
    });
  });
});

describe('one quantity has one value', () => {
  const messages = messagesOf('zh');
  const $ = load(htmlBulletin(whole, messages));
  const document = documentOf(whole);
  const { nodes: statistics } = document.description.whole;
  /** Label and value of every bar, from the text alternative of the drawing. */
  const barsOf = (id: string) =>
    new Map(
      $(`desc#${id}-920-description`)
        .text()
        .split('；')
        .map((pair) => pair.split('：') as [string, string]),
    );
  const rows = (table: ReturnType<typeof $>) =>
    table
      .find('tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('td')
          .toArray()
          .map((cell) => $(cell).text()),
      );

  it('in the chart of the rates, the table of the items and the document', () => {
    const bars = barsOf('rates');
    const items = new Map(rows($('#items table').first()).map((cells) => [cells[1], cells]));
    const leaves = document.nodes.filter(({ level }) => level === 'leaf');
    expect(items.size).toBe(leaves.length);
    for (const [index, { name, level }] of document.nodes.entries()) {
      const own = statistics[index];
      if (level === 'total' || own === undefined) continue;
      const printed = own.rate === null ? undefined : percent(own.rate);
      expect(bars.get(name), name).toBe(printed);
      if (level !== 'leaf') continue;
      expect(items.get(name)?.[3], name).toBe(printed ?? '—');
      const item = document.items.leaves.find(({ path }) => path === own.path);
      expect(item?.n, name).toBe(own.score.n);
      if (own.rate === null) expect(item?.mean).toBeNull();
      else expect(item?.mean).toBeCloseTo(own.rate, 12);
    }
  });

  it('in the chart, the table, the sentence and the document of each statement', () => {
    const bars = barsOf('adoption');
    const text = $('#findings').text();
    for (const [index, { statement, text: label, overall }] of document.adoption.entries()) {
      const own = document.bulletin.adoption[index];
      if (own === undefined) throw new Error(`no figures of ${statement}`);
      const { said, concluded } = own;
      const bounds =
        said.unknown === 0 ? percent(said.low ?? 0) : `${percent(said.low ?? 0)}–${percent(said.high ?? 0)}`;
      const count = said.least === said.most ? String(said.least) : `${said.least}–${said.most}`;
      expect(bars.get(label), statement).toBe(concluded ? `${bounds} (${count}/${said.concerned})` : undefined);
      const sentence = said.least === said.most ? `${said.least}个` : `至少${said.least}个、至多${said.most}个`;
      const says = whole.conditions.find(({ id }) => id === statement)?.says ?? [];
      if (concluded && says.includes('share')) expect(text.replaceAll(/\s/gu, ''), statement).toContain(`${sentence}`);
      const tables = $('#adoption .pair > div').eq(index).find('table').first();
      const cells = rows(tables).find(([group]) => group === (said.id === null ? '全部评价对象' : '省级数据开放平台'));
      expect(cells?.slice(1, 3), statement).toEqual([concluded ? bounds : '—', `${count}/${said.concerned}`]);
      if (said.id === null) expect([said.least, said.unknown]).toEqual([overall.yes, overall.unknown]);
    }
  });

  it('in the map, the box plots and the document', () => {
    const tiles = [...$('#map .wide svg').first().find('text').toArray()].map((element) => $(element).text());
    const means = document.description.provinces.divisions.flatMap(({ nodes }) => nodes[0]?.score.mean ?? []);
    expect(means.length).toBeGreaterThan(25);
    for (const mean of means) expect(tiles).toContain(decimals(mean, 2));
    const narrow = [...$('#map .narrow svg').first().find('text').toArray()].map((element) => $(element).text());
    for (const mean of means) expect(narrow).toContain(decimals(mean, 2));
    const regions = barsOf('regions');
    for (const { id, nodes, shareOfReference } of document.description.regions.divisions) {
      const mean = nodes[0]?.score.mean ?? 0;
      expect(regions.get(document.regionNames[id] ?? id)).toBe(
        `${decimals(mean, 2)}${shareOfReference === null ? '' : ` (${percent(shareOfReference)})`}`,
      );
    }
  });

  it('in the ranking, its totals and capabilities', () => {
    const byName = new Map(rows($('#ranking table').first()).map((cells) => [cells[1], cells]));
    for (const { government, score, rank } of document.ranking) {
      if (rank === null) continue;
      const own = document.governments.find(({ code, scored }) => code === government && scored);
      const cells = byName.get(own?.name);
      expect(cells?.[0]).toBe(String(rank));
      expect(cells?.[3]).toBe(decimals(score ?? 0, 2));
    }
  });

  it('in the tiers: sizes, members and the curve', () => {
    const sizes = document.tiering.tiers.map(({ size }) => size);
    const members = document.bulletin.tiers.sizes.map(({ levels }) =>
      levels.reduce((sum, { governments }) => sum + governments.length, 0),
    );
    expect(members).toEqual(sizes);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(document.bulletin.counts.ranked);
    const bars = [...barsOf('tiers').values()].map(Number);
    expect(bars.reduce((sum, size) => sum + size, 0)).toBe(document.bulletin.counts.ranked);
  });

  it('in the statements of the publication and in the text', () => {
    const { changes } = document.bulletin;
    const statement = (id: string) => document.statements.find((entry) => entry.id === id)?.value;
    const node = changes?.nodes.find(({ path }) => path === 'supply/platform-supply');
    expect(statement('platform-supply-change')).toBeCloseTo(node?.points ?? Number.NaN, 8);
    const platforms = changes?.adoption.find((entry) => entry.statement === 'open-data-platform');
    expect(statement('platform-share-change')).toBeCloseTo(platforms?.points ?? Number.NaN, 8);
    expect(statement('platform-count-change')).toBe(platforms?.difference);
    expect(statement('range')).toBe(statistics[0]?.score.range);
    expect(statement('range-before')).toBe(changes?.range?.before);
  });
});
