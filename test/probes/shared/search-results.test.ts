import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeSearch, keywordsFor } from '../../../src/probes/shared/search-grades.ts';
import { type ResultPage, readResults, resultWordsOf } from '../../../src/probes/shared/search-results.ts';
import { readPage } from '../../../src/reading/read-page.ts';
import { capture, town } from '../captures.ts';
import { knowledge } from '../knowledge.ts';

const url = 'http://www.anhe.gov.cn/so/s?qt=x';
const words = resultWordsOf(knowledge());

function read(body: string, paths: Parameters<typeof readResults>[1] = []): ResultPage {
  return readResults(readPage(capture({ url, role: 'answer' }), body, knowledge()), paths, words);
}

const result = (number: number, title: string): string =>
  `<div class="result"><h3><a href="/gk/2026/t${number}.html">${title}</a></h3><p>市医疗保障局发布的说明第${number}号</p><p>2026-03-0${number}</p></div>`;
const page = (list: string): string =>
  `<html><head><title>搜索结果</title></head><body><div class="nav"><a href="/">网站首页返回</a><a href="/zwgk/">政务公开栏目</a></div>
<form action="/so/s"><input name="qt"></form><p>为您找到相关结果约<em>1,203</em>个</p>
<div class="hot">热门搜索：<a href="/so/s?qt=a">住房公积金提取</a> <a href="/so/s?qt=b">居民身份证办理</a></div>
<div class="list">${list}</div><div class="page"><a href="/so/s?qt=x&p=2">2</a><a href="/so/s?qt=x&p=3">下一页</a></div></body></html>`;

describe('result pages', () => {
  test('pass: titles, abstracts and the total; neither hot words nor menus nor paging', () => {
    const found = read(page([1, 2, 3].map((number) => result(number, `医保报销指南第${number}条`)).join('')));
    expect(found.results.map(({ title }) => title)).toEqual([
      '医保报销指南第1条',
      '医保报销指南第2条',
      '医保报销指南第3条',
    ]);
    expect(found.results[0]?.about).toContain('医疗保障局发布的说明第1号');
    expect(found).toMatchObject({ total: 1203, nothing: false, error: false });
  });

  test('pass: results and engine at routes in fragments', () => {
    const at = `http://www.anhe.gov.cn/#/search/${encodeURIComponent('医保')}`;
    const item = (number: number, title: string): string =>
      `<div class="r"><a href="#/art/${number}">${title}</a></div>`;
    const hot =
      '<a href="#/search/%E6%8A%A4%E7%85%A7">护照办理流程</a><a href="#/search/%E5%85%AC%E7%A7%AF">公积金提取</a>';
    const body = `<html><body><p>共2条</p>${hot}${item(1, '医保报销办理指南')}${item(2, '医保参保登记说明')}</body></html>`;
    const read = readResults(
      readPage(capture({ url: at, finalUrl: at, role: 'answer', via: 'browser' }), body, knowledge()),
      [],
      words,
      '医保',
    );
    expect(read.results.map(({ title }) => title)).toEqual(['医保报销办理指南', '医保参保登记说明']);
  });

  test('pass: one address for the whole site, each result under a header of its own', () => {
    const at = 'http://www.anhe.gov.cn/?s=%E5%8C%BB%E4%BF%9D&lang=zh';
    const item = (number: number, title: string): string =>
      `<article><header class="entry-header"><h2><a href="/?p=${number}">${title}</a></h2></header><p>说明</p></article>`;
    const body = `<html><body class="search menu-in-header"><div class="site top"><header><a href="/?page=3">政务公开栏目</a></header><main>${item(6, '医保报销办理指南')}${item(7, '医保参保登记说明')}
<a href="/?s=%E5%8C%BB%E4%BF%9D&paged=2">较早的文章列表</a><a href="/?s=%E7%A4%BE%E4%BF%9D">社保卡办理进度</a></main>
<aside>${[1, 2, 3].map((number) => `<li><a href="/?p=${number}">近期文章之${number}，题目很长很长</a></li>`).join('')}</aside></body></html>`;
    const answer = readPage(capture({ url: at, role: 'answer' }), body, knowledge());
    const found = readResults(answer, [], words, '医保');
    expect(found.results.map(({ title }) => title)).toEqual(['医保报销办理指南', '医保参保登记说明']);
  });

  test('fail: a page that says it found nothing, and one that says it failed', () => {
    expect(read(page('<div>抱歉，没有找到与“x”相关的结果</div>').replace('约<em>1,203</em>个', ''))).toMatchObject({
      results: [],
      nothing: true,
      error: false,
    });
    expect(
      read('<html><body><main><p>Sorry, but nothing matched your search terms.</p></main></body></html>').nothing,
    ).toBe(true);
    expect(read('<html><body><h2>HTTP Status 500 - Internal Server Error</h2></body></html>')).toMatchObject({
      nothing: false,
      error: true,
    });
  });

  test('what a script keeps ready to say has not been said', () => {
    const script = `<script>function none(){document.getElementById('l').innerHTML='<div class="none">抱歉，没有找到相关结果</div>';}function bad(){document.getElementById('l').innerHTML='<p>系统繁忙，请稍后再试</p>';}</script>`;
    const shell = `<html><body><form action="/so/s"><input name="qt"></form><div id="l"></div>${script}</body></html>`;
    expect(read(shell)).toMatchObject({ results: [], nothing: false, error: false });
  });

  test('JSON by the paths of the product, by its shape, with markup inside', () => {
    const rows = [{ title: '<em>医保</em>报销', url: '/a/1.html', content: '所需材料' }];
    const known = JSON.stringify({ data: { pager: { total: 7 }, middle: { rows } } });
    const expected = { title: '医保报销', about: '所需材料', url: 'http://www.anhe.gov.cn/a/1.html' };
    expect(read(known, [{ total: 'data.pager.total', items: 'data.middle.rows' }])).toMatchObject({
      total: 7,
      results: [expected],
    });
    expect(read(known)).toMatchObject({ total: 7, results: [expected] });
    const wrapped = JSON.stringify({ total: 1, list: [{ type: 'x', data: rows[0] }] });
    expect(read(wrapped).results).toEqual([expected]);
    const markup = JSON.stringify({
      total: 1,
      result: ['<div><a href="/a/1.html">医保<em>报销</em></a><p>所需材料</p></div>'],
    });
    expect(read(markup, [{ total: 'total', items: 'result' }]).results).toEqual([expected]);
    expect(read('{"code":500,"msg":"系统异常","data":null}')).toMatchObject({
      results: [],
      error: true,
      nothing: false,
    });
    expect(read('{"total":0,"result":[]}')).toMatchObject({ results: [], nothing: true });
  });

  test('hostile: whatever comes is read', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    expect(read(deep).results).toEqual([]);
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.string().map(page)), (body) => {
        expect(read(body).results.length).toBeLessThanOrEqual(60);
      }),
      { numRuns: 60 },
    );
  });
});

describe('grades', () => {
  const keywords = keywordsFor(town, knowledge());
  const filled = (titles: readonly string[]): ResultPage => ({
    results: titles.map((title, index) => ({ title, about: '', url: `http://a/${title}${index}` })),
    total: null,
    nothing: false,
    error: false,
  });

  test('the draw is the same every time, another one elsewhere, and holds every class', () => {
    expect(keywordsFor(town, knowledge())).toEqual(keywords);
    expect(new Set(keywords.map(({ of }) => of)).size).toBe(7);
    const others = ['110000', '310000', '440300'].map((code) => keywordsFor({ ...town, code }, knowledge()));
    expect(others.some((other) => JSON.stringify(other) !== JSON.stringify(keywords))).toBe(true);
    expect(keywords.find(({ of }) => of === 'region')?.text).not.toContain('{');
  });

  test('a word is answered by relevant results; the same list for everything answers nothing', () => {
    const own = keywords.map((keyword) => ({
      keyword,
      page: filled([`关于${keyword.words[0]}的通知`, `${keyword.words[0]}指南`]),
    }));
    expect(gradeSearch(own, 0.3).every(({ answered, relevant }) => answered && relevant === 2)).toBe(true);
    const all = keywords.map(({ words: [word] }) => `${word}新闻`);
    const same = keywords.map((keyword) => ({ keyword, page: filled(all) }));
    expect(gradeSearch(same, 0).some(({ answered }) => answered)).toBe(false);
    const beside = keywords.map((keyword, index) => ({
      keyword,
      page: filled([`会议召开${index}`, `领导调研${index}`]),
    }));
    expect(gradeSearch(beside, 0.3).some(({ answered }) => answered)).toBe(false);
  });
});
