import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { columnTable } from '../../../src/sandbox/portal/columns/catalog.ts';
import { Draw } from '../../../src/sandbox/portal/draw.ts';
import { portalFamilies } from '../../../src/sandbox/portal/index.ts';
import { markups, writeLink } from '../../../src/sandbox/portal/labels.ts';
import { portalOf } from '../../../src/sandbox/portal/portal.ts';
import { townOf } from '../towns.ts';

describe('labels', () => {
  const link = { label: '12345权责清单', href: '/qzqd/index.html?a=1&b=2', prefix: 'x', assets: '/images' };

  it('have at least twenty markups, each showing label and address', () => {
    const names = Object.keys(markups);
    expect(names.length).toBeGreaterThanOrEqual(20);
    const written = new Set<string>();
    for (const name of names) {
      const html = markups[name]?.(link, new Draw(1, name)) ?? '';
      written.add(html.replace(/[0-9a-f]{3,4}/g, ''));
      const page = load(html);
      const attributes = page('*')
        .toArray()
        .flatMap((element) => ('attribs' in element ? Object.values(element.attribs) : []));
      const text = `${page.root().text()} ${attributes.join(' ')}`.normalize('NFKC').replace(/\s/g, '');
      expect(text, name).toContain('12345权责清单');
      expect(
        attributes.some((value) => value.includes(link.href)),
        name,
      ).toBe(true);
    }
    expect(written.size).toBe(names.length);
  });

  it('escape labels', () => {
    for (const name of Object.keys(markups))
      expect(markups[name]?.({ ...link, label: '<b>"x' }, new Draw(1, name)), name).not.toContain('<b>');
    expect(writeLink(link, new Draw(3, 'k'), 'inline')).toBe(writeLink(link, new Draw(3, 'k'), 'inline'));
  });
});

describe('addresses', () => {
  it('lead back to what they were made from, in every style', () => {
    for (const family of portalFamilies) {
      const portal = portalOf(townOf({ style: { portal: family, seed: 77 } }));
      expect(new Set(portal.columns.map((column) => column.slug)).size).toBe(columnTable.length);
      for (const column of portal.columns)
        for (const number of [1, 2, 17]) {
          const [path = '', query = ''] = portal.address.column(column, number).split('?');
          expect(portal.address.parse(path, query, portal.slugs), `${family} ${path}`).toEqual({
            kind: 'column',
            index: column.index,
            page: number,
          });
          const [article = '', rest = ''] = portal.address.article(column, number, '2026-03-09').split('?');
          expect(portal.address.parse(article, rest, portal.slugs), `${family} ${article}`).toEqual({
            kind: 'article',
            index: column.index,
            entry: number,
          });
        }
    }
  });
});
