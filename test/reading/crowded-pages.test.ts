import { describe, expect, it } from 'vitest';
import { behindWord } from '../../src/config/latin-words.ts';
import { foldLabel } from '../../src/config/words.ts';
import { siteOf } from '../../src/reading/addresses.ts';
import { HtmlReader } from '../../src/reading/html-reader.ts';
import { kindsOf } from '../../src/reading/kinds.ts';
import { itemLinks } from '../../src/reading/list-items.ts';
import { agedPage, incompleteMeta } from '../../src/reading/page.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { capture } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';
import { threadTime } from '../thread-time.ts';

const url = 'http://www.anhe.gov.cn/zwgk/index.html';
const crowd = (count: number) =>
  readPage(
    capture({ url }),
    Array.from({ length: count }, (_, at) => `<a href=/zwgk/${at}.html>政务公开</a>`).join(''),
    knowledge(),
  );

describe('pages of thousands of links', () => {
  it('are read whole where they are site maps', () => {
    const page = crowd(5000);
    expect(page.links).toHaveLength(5000);
    expect(page.meta[incompleteMeta]).toBeUndefined();
  });
  it('are read in part beyond all measure, and prove no absence', () => {
    const page = crowd(20_000);
    expect(page.links.length).toBeLessThan(8010);
    expect(page.links.length).toBeGreaterThan(7000);
    expect(page.meta[incompleteMeta]).toBe('yes');
  });
});

describe('long runs of one sign', () => {
  // Each took seconds at this length while some pattern was tried anew from every place in it.
  it.each(['20', '0', '1,', '-', '、', ':', '/', '…', '>', '2020 '])('%s are read in no time', (unit) => {
    const run = unit.repeat(60_000 / unit.length);
    const began = threadTime();
    for (const tag of ['p', 'title', 'h1', 'td'])
      kindsOf(
        readPage(capture({ url }), `<html><body><${tag}>${run}</${tag}></body></html>`, knowledge()),
        knowledge(),
      );
    foldLabel(`x${run}x`);
    expect(threadTime() - began).toBeLessThan(3000);
  });
  // Normalisation sorts the marks of a letter, in the square of their number.
  it.each(['\u0301\u0316', '\uff9e\u0301', '\u{1d165}\u0316'])('and of marks on one letter: %j', (unit) => {
    const run = `a${unit.repeat(100_000)}`;
    const began = threadTime();
    const html = `<html><title>${run}</title><a href=/x>${run}</a><p>${run}</p></html>`;
    kindsOf(readPage(capture({ url }), html, knowledge()), knowledge());
    expect(foldLabel(run).length).toBeLessThan(50);
    expect(foldLabel(run).isWellFormed()).toBe(true);
    expect(behindWord(`${run} app 1`, 'app')).toBe(' 1');
    expect(threadTime() - began).toBeLessThan(3000);
  });
  it('and of signs that begin no tag, each of which took memory of its own', () => {
    const texts: string[] = [];
    const note = (text: string) => void texts.push(text);
    const none = () => undefined;
    const witness = { text: note, start: none, end: none, comment: none, declaration: none, stop: none };
    new HtmlReader(url, knowledge(), 'html', 'unknown', 'utf-8', witness).read(
      `<p>a${'<'.repeat(5000)}&lt;<<b>c<<</b>`,
    );
    expect(texts).toEqual([`a${'<'.repeat(5000)}`, '<', '<', 'c<<']);
  });
  it('and many short lines', () => {
    const began = threadTime();
    readPage(capture({ url }), '<p>20</p>'.repeat(15_000), knowledge());
    expect(threadTime() - began).toBeLessThan(1500);
  });
});

describe('what is remembered of a page', () => {
  it('is worked out once, for its copies of another age too', () => {
    const page = crowd(20);
    const later = agedPage(page, { ...page.capture, time: '2027-01-01T00:00:00.000Z' });
    expect(later.capture.time).not.toBe(page.capture.time);
    expect(kindsOf(later, knowledge())).toBe(kindsOf(page, knowledge()));
    expect(itemLinks(agedPage(later, page.capture), knowledge())).toBe(itemLinks(page, knowledge()));
  });
});

describe('the site of an address', () => {
  it.each([
    ['http://www.gd.gov.cn/a', 'gd.gov.cn'],
    ['https://WWW.GD.GOV.CN:8443/a/b?c#d', 'gd.gov.cn'],
    ['http://www.gd.gov.cn?x=/y', 'gd.gov.cn'],
    ['http:///www.gd.gov.cn/x', 'gd.gov.cn'],
    ['http://user@10.0.0.1/x', '10.0.0.1'],
    ['http://999.1.1.1/x', ''],
    ['http://[', ''],
    ['javascript:go(1)', ''],
    ['ftp://www.gd.gov.cn/x', 'gd.gov.cn'],
    ['', ''],
  ])('%s', (address, site) => {
    expect(siteOf(address)).toBe(site);
    expect(siteOf(address)).toBe(site);
  });
});
