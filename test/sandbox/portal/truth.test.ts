import { describe, expect, it } from 'vitest';
import { pilotFields } from '../../../src/sandbox/portal/columns/catalog.ts';
import { portalFamilies, privacyParts } from '../../../src/sandbox/portal/index.ts';
import { portalOf } from '../../../src/sandbox/portal/portal.ts';
import type { Town, TownTruth } from '../../../src/sandbox/town.ts';
import { bareTruth, townOf } from '../towns.ts';
import { ask, internalLinks, read } from './ask-portal.ts';

/** The home page and the hubs, and every address they and the channel pages link to. */
function crawl(town: Town): { pages: string[]; links: Set<string> } {
  const portal = portalOf(town);
  const pages: string[] = [];
  const links = new Set<string>();
  const open = (path: string): void => {
    const page = read(town, path);
    pages.push(page);
    for (const link of internalLinks(town, page, path)) links.add(link);
  };
  open('/');
  for (const column of portal.columns)
    if (['hub', 'channel'].includes(column.kind) && links.has(portal.columnPath(column.key)))
      open(portal.columnPath(column.key));
  return { pages, links };
}

const plain = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&[a-z]+;|[\s　]/g, '');

function path(town: Town, key: string, page = 1): string {
  return portalOf(town).columnPath(key, page);
}

const optional = [
  'power',
  'permit',
  'public-service',
  'proof',
  'charge',
  'zone',
  'letters',
  'mailbox',
  'consultation',
  'complaint',
  'hotline',
  'petition',
  'poll',
  'form',
  'query',
  'privacy',
  'knowledge',
  'proactive',
  'follow-up',
  'english',
];

describe('truth on the pages', () => {
  it('leads to every thing that is there within two clicks and to nothing that is not, in every family', () => {
    portalFamilies.forEach((portal, index) => {
      const full = townOf({ style: { portal, seed: index + 40 } });
      const seen = crawl(full);
      for (const key of optional) expect(seen.links.has(path(full, key)), `${portal} ${key}`).toBe(true);
      expect(seen.pages.join('').includes('data.chengdu.gov.cn/oportal/index'), portal).toBe(true);
      const bare = townOf({ style: { portal, seed: index + 40 } }, bareTruth);
      for (const key of optional) expect(ask(bare, path(bare, key)), `${portal} ${key}`).toBeNull();
      for (const page of crawl(bare).pages) {
        expect(page).not.toContain('data.chengdu.gov.cn');
        for (const key of optional) expect(page.includes(`href="${path(bare, key)}"`), `${portal} ${key}`).toBe(false);
      }
    });
  });

  it('counts lists exactly, over all their pages', () => {
    const town = townOf();
    const lists = town.truth.lists;
    for (const [key, truth] of Object.entries(lists)) {
      let rows = 0;
      let cells = 0;
      let filled = 0;
      const dates: string[] = [];
      for (let page = 1; ask(town, path(town, key, page)) !== null; page++) {
        for (const row of read(town, path(town, key, page)).matchAll(/<tr>((?:<td>.*?<\/td>)+)<\/tr>/g)) {
          rows++;
          const values = [...(row[1] ?? '').matchAll(/<td>(.*?)<\/td>/g)].map((cell) => cell[1] ?? '');
          cells += values.length;
          filled += values.filter((value) => value !== '').length;
          dates.push(values.at(-1) ?? '');
        }
      }
      expect(rows, key).toBe(truth.items);
      expect(dates.sort().at(-1), key).toBe(truth.newest);
      expect(Math.abs(filled / cells - truth.filled), key).toBeLessThan(0.03);
    }
  });

  it('opens exactly the disclosure fields that are open', () => {
    const town = townOf();
    const zone = read(town, path(town, 'zone'));
    expect(pilotFields).toHaveLength(26);
    pilotFields.forEach((name, index) => {
      expect(plain(zone)).toContain(name);
      const reply = ask(town, path(town, `field-${index}`));
      if (!town.truth.disclosureFields.includes(index)) expect(reply).toBeNull();
      else expect(read(town, path(town, `field-${index}`)).match(/<tr>/g)?.length).toBeGreaterThan(5);
    });
  });

  it('dates letters so that exactly the late ones exceed the limit', () => {
    for (const limitDays of [null, 5, 7, 30])
      for (const late of [0, 1, 13, 87]) {
        const town = townOf({ truth: { replies: { letters: 87, late, limitDays } }, style: { seed: late + 3 } });
        const found = new Set<string>();
        for (let page = 1; ask(town, path(town, 'letters', page)) !== null; page++)
          for (const link of internalLinks(town, read(town, path(town, 'letters', page))))
            if (/\/t\d{8}_/.test(link)) found.add(link);
        expect(found.size).toBe(87);
        let exceeded = 0;
        for (const link of found) {
          const text = plain(read(town, link));
          const dates = [
            ...text.matchAll(/(?:来信|写信|提交|留言|回复|答复|办结)(?:时间|日期)：?(\d{4}-\d\d-\d\d)/g),
          ].map((match) => Date.parse(match[1] ?? ''));
          expect(dates).toHaveLength(2);
          const days = ((dates[1] ?? 0) - (dates[0] ?? 0)) / 86_400_000;
          expect(days).toBeGreaterThan(0);
          const limit = limitDays ?? 15;
          if (days > limit) {
            expect((days * 5) / 7 - 10).toBeGreaterThan(limit - 5);
            exceeded++;
          }
          expect(dates[1]).toBeLessThan(Date.parse(town.today));
        }
        expect(exceeded).toBe(late);
      }
  });

  it('dates letters so that they are late, or not, by the limit of the form too', () => {
    const appeal: TownTruth['appeal'] = {
      channels: ['mailbox'],
      form: { login: false, maxLength: null, queryByNumber: false, limitDays: 3 },
    };
    for (const limitDays of [null, 10]) {
      const town = townOf({ truth: { replies: { letters: 15, late: 4, limitDays }, appeal } });
      const links = internalLinks(town, read(town, path(town, 'letters'))).filter((link) => /\/t\d{8}_/.test(link));
      const days = links.map((link) => {
        const [sent, replied] = [...plain(read(town, link)).matchAll(/(?:时间|日期)：?(\d{4}-\d\d-\d\d)/g)].map(
          (match) => Date.parse(match[1] ?? ''),
        );
        return ((replied ?? 0) - (sent ?? 0)) / 86_400_000;
      });
      expect(days).toHaveLength(15);
      expect(days.filter((taken) => taken > 3)).toHaveLength(4);
      expect(days.filter((taken) => taken > 30)).toHaveLength(4);
    }
  });

  it('states the limit on the mailbox only where there is one', () => {
    expect(plain(read(townOf(), path(townOf(), 'mailbox')))).toContain('7个工作日');
    const silent = townOf({
      truth: { replies: { letters: 20, late: 1, limitDays: null }, appeal: { channels: ['mailbox'], form: null } },
    });
    expect(plain(read(silent, path(silent, 'mailbox')))).not.toMatch(/\d+个工作日/);
  });

  it('shows the form as it is', () => {
    const open = townOf();
    const form = read(open, path(open, 'form'));
    expect(form).toContain('<textarea');
    expect(form).toContain('800');
    expect(form).not.toContain('登录后');
    const closed = townOf({
      truth: {
        appeal: {
          channels: ['mailbox'],
          form: { login: true, maxLength: null, queryByNumber: false, limitDays: null },
        },
      },
    });
    const locked = read(closed, path(closed, 'form'));
    expect(plain(locked)).toContain('请先登录后再提交');
    expect(locked).not.toMatch(/<textarea[^>]*maxlength/);
    expect(ask(closed, path(closed, 'query'))).toBeNull();
  });

  it('has exactly the parts of privacy that the truth names, where the truth says', () => {
    const words: Record<string, RegExp> = {
      collect: /自动记录您的IP/,
      purpose: /仅用于身份核验/,
      sharing: /第三方/,
      storage: /境内/,
      security: /加密/,
      rights: /更正和删除/,
      contact: /致电/,
      date: /(?:更新|生效|发布|最近更新)(?:日期)?：\d{4}/,
    };
    for (const parts of [[], ['collect', 'date'], ['rights', 'contact', 'security'], [...privacyParts]]) {
      const footer = townOf({ truth: { privacy: { where: 'footer', parts } }, style: { header: 'script' } });
      const statement = townOf({ truth: { privacy: { where: 'statement', parts } }, style: { header: 'script' } });
      expect(ask(statement, path(statement, 'privacy'))).toBeNull();
      for (const page of [
        plain(read(footer, path(footer, 'privacy'))),
        plain(read(statement, path(statement, 'statement'))),
      ])
        for (const [part, pattern] of Object.entries(words))
          expect(pattern.test(page), part).toBe((parts as string[]).includes(part));
      expect(plain(read(statement, path(statement, 'statement')))).toContain('隐私');
      expect(plain(read(footer, path(footer, 'statement')))).not.toContain('隐私');
    }
    const none = townOf({ truth: { privacy: null } });
    expect(plain(read(none, path(none, 'statement')))).not.toContain('隐私');
  });

  it('keeps the knowledge base fresh or stale', () => {
    const age = (town: Town): number => {
      const newest =
        [...read(town, path(town, 'knowledge')).matchAll(/\d{4}-\d\d-\d\d/g)]
          .map((match) => match[0])
          .sort()
          .at(-1) ?? '';
      return (Date.parse(town.today) - Date.parse(newest)) / 86_400_000;
    };
    for (let seed = 0; seed < 10; seed++) {
      expect(age(townOf({ style: { seed } }))).toBeLessThan(180);
      expect(age(townOf({ truth: { knowledgeBase: 'stale' }, style: { seed } }))).toBeGreaterThan(550);
    }
  });

  it('dates the items of the proactive column and counts them', () => {
    const town = townOf();
    expect(read(town, path(town, 'proactive')).match(/class="date">\d{4}-\d\d-\d\d/g)).toHaveLength(14);
  });

  it('switches the mode for old people only where it works', () => {
    for (let seed = 0; seed < 12; seed++) {
      const works = read(townOf({ style: { seed } }), '/');
      const elder = path(townOf({ style: { seed } }), 'elder');
      expect(works.includes('aria.start()') || works.includes(elder)).toBe(true);
      const pretends = read(
        townOf({ truth: { accessibility: { mode: 'pretends', phone: false, languages: [] } }, style: { seed } }),
        '/',
      );
      expect(pretends).not.toContain('aria.start');
      expect(pretends).toMatch(/适老|无障碍|长者|关怀|老年/);
      const none = read(
        townOf({ truth: { accessibility: { mode: null, phone: false, languages: [] } }, style: { seed } }),
        '/',
      );
      expect(none).not.toMatch(/适老|无障碍|长者|关怀版|老年版/);
    }
  });

  it('fits a phone only where it does', () => {
    expect(read(townOf(), '/')).toContain('width=device-width');
    expect(read(townOf({ truth: { accessibility: { mode: null, phone: false, languages: [] } } }), '/')).not.toContain(
      'width=device-width',
    );
  });
});
