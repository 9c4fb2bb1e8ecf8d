import { describe, expect, it } from 'vitest';
import { isPaged, itemLinks, pagingLinks } from '../../src/reading/list-items.ts';
import { rankLinks } from '../../src/reading/rank-links.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { capture } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';

const url = 'http://www.anhe.gov.cn/hdjl/lxxd/index_2.html';
const read = (body: string, intents: string[] = ['reply-list']) =>
  readPage(capture({ url, intents, label: '来信选登' }), `<html><body>${body}</body></html>`, knowledge());
const letters = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `<li><a href="/hdjl/lxxd/202611/t202611${10 + at}_${1234500 + at}.html">咨询社保办理问题之${at}</a></li>`,
  ).join('');
const menu =
  '<div class="x"><a href="/col1/index.html">今日要闻</a><a href="/col2/index.html">政务公开</a><a href="/col3/index.html">通知公告</a></div>';
const pager =
  '<div class="page"><a href="index.html">首页</a><a href="index.html">上一页</a><a href="index_3.html">3</a><a href="index_3.html">下一页</a></div>';

describe('items of a list', () => {
  it('are the links of one shape, without menu and pager', () => {
    expect(itemLinks(read(menu + letters(5) + pager), knowledge())).toHaveLength(5);
  });
  it('may be few on the last page of a list', () => {
    const last = read(`${menu}${letters(1)}<a href="index.html">上一页</a>`);
    expect(isPaged(last, knowledge())).toBe(true);
    expect(itemLinks(last, knowledge()).map(({ label }) => label)).toEqual(['咨询社保办理问题之0']);
  });
  it('are none on a page without a list', () => {
    expect(itemLinks(read(letters(2)), knowledge())).toEqual([]);
    expect(itemLinks(read(''), knowledge())).toEqual([]);
    expect(itemLinks(read('<a href="javascript:go(1)">甲乙丙丁</a><a href="http://[">戊</a>'), knowledge())).toEqual(
      [],
    );
  });
  it('are letters, whatever their titles speak of', () => {
    const ranked = rankLinks(read(letters(5) + pager), ['consultation', 'letter', 'reply-list'], knowledge(), 3);
    expect(ranked.filter(({ intent }) => intent === 'letter')).toHaveLength(5);
    expect(ranked.some(({ intent }) => intent === 'consultation')).toBe(false);
    expect(ranked.filter(({ paging }) => paging).map(({ link }) => link.url)).toEqual([
      'http://www.anhe.gov.cn/hdjl/lxxd/index_3.html',
    ]);
  });
  it('are no letters on a page of another kind', () => {
    const ranked = rankLinks(read(letters(5), ['interaction']), ['letter'], knowledge(), 40);
    expect(readPage(capture({ url, intents: ['interaction'] }), '', knowledge()).links).toEqual([]);
    expect(ranked.length === 0 || ranked.every(({ intent }) => intent === 'letter')).toBe(true);
  });
});

describe('further pages of a list', () => {
  it('are read from the call that writes the pager', () => {
    const page = read('<script>createPageHTML(4, 1, "index", "html");</script>');
    expect(pagingLinks(page, knowledge()).map((link) => link.url)).toEqual([
      'http://www.anhe.gov.cn/hdjl/lxxd/index_1.html',
      'http://www.anhe.gov.cn/hdjl/lxxd/index_3.html',
    ]);
  });
  it('do not lead off the site', () => {
    expect(
      pagingLinks(
        read('<a href="http://other.example/2">2</a><a href="http://other.example/">下一页</a>'),
        knowledge(),
      ),
    ).toEqual([]);
  });
});
