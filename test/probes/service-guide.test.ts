import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guideElementNames, guideElementsOf } from '../../src/probes/shared/guide-elements.ts';
import { knowledge } from './knowledge.ts';
import { judgeService, plainPortal, served, service, servicePage, serviceUrl } from './service-visit.ts';
import { type Entry, entry, fixture } from './visit.ts';

const probe = 'service-guide';
const menu = service('<a href="/bszn/">办事指南</a>');
const list = served('bszn/', servicePage('<p>共 40 项</p><a href="/bszn/1.html">取水许可</a>'), probe);
const guide = (path: string, html: string, change: Parameters<typeof entry>[2] = {}): Entry =>
  served(`bszn/${path}`, html, 'guide', { from: `${serviceUrl}bszn/`, depth: 2, ...change });
const elements = (html: string): string[] => {
  const { page } = entry(serviceUrl, html);
  return page === null ? [] : guideElementsOf([page], knowledge()).map(({ name }) => name);
};

describe(probe, () => {
  it('finds labels in tables, headings, brackets and definition lists, and leaves out what says nothing', () => {
    const names = guideElementNames(knowledge());
    expect(names).toHaveLength(12);
    expect(elements(fixture('service-guide/pass.html'))).toEqual(
      names.filter((name) => name !== '咨询电话' && name !== '实施主体'),
    );
  });

  it('takes no heading for the value of the one above it', () => {
    const lines = (texts: readonly string[], tag: string): string =>
      texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
    const heads = ['申请条件', '申报材料', '办理程序', '办结时限', '收费标准', '办理地点', '咨询方式', '监督投诉方式'];
    for (const tag of ['p', 'div', 'h3', 'li', 'dt']) expect(elements(`<div>${lines(heads, tag)}</div>`)).toEqual([]);
    expect(
      elements(lines(['申请条件', '年满十八周岁', '申报材料', '办结时限：', '收费标准', '免费', '咨询电话：'], 'p')),
    ).toEqual(['受理条件', '收费标准']);
  });

  it('quotes the page in its own words', () => {
    const body = servicePage(
      '<h2>取水许可</h2><table><tr><th>实施依据</th><td>水法</td></tr></table><p>二、办公地点与时间：一楼</p><p>【办结期限】5日</p>',
    );
    const { evidence } = judgeService(probe, [plainPortal, menu, list, guide('1.html', body, { label: '取水许可' })]);
    expect(evidence.map(({ quote }) => quote)).toContainEqual(
      expect.stringMatching(/取水许可 实施依据 办结期限 二、办公地点与时间/u),
    );
  });

  const real = new URL('../../../shared/realtexts/yl-guide.html', import.meta.url);
  it.skipIf(!existsSync(real))('reads a real guide of empty headings (../shared/realtexts, where it exists)', () => {
    expect(elements(readFileSync(real, 'utf8'))).toEqual(['收费标准']);
  });

  it('reads a label that joins two, and numbered labels on lines of one paragraph', () => {
    expect(
      elements('<div>一、受理条件<br>本市户籍<br>二、办公地点与时间<br>一楼，工作日<br>三、监督电话<br>0000-1</div>'),
    ).toEqual(['受理条件', '办理地点', '办理时间', '监督投诉']);
    expect(elements('<div>一、办理地点和时间<br>一楼，工作日<br>二、咨询电话<br>0000-1</div>')).toEqual([
      '办理地点',
      '办理时间',
      '咨询电话',
    ]);
    expect(elements('<p>受理地点、时间：一楼</p>')).toEqual(['办理地点', '办理时间']);
  });

  it('reads a label that runs into its number, and other wordings of days', () => {
    expect(elements('<p>咨询电话0393-1234567　监督投诉电话0393-7654321</p>')).toEqual(['咨询电话', '监督投诉']);
    expect(elements('<p>去年受理投诉12345678件，咨询电话一直占线。</p>')).toEqual([]);
    const rows = ['法定期限', '承诺办结期限', '法定办理时限'].map((name) => elements(`<p>${name}：20日</p>`));
    expect(rows).toEqual([['办理时限'], ['办理时限'], ['办理时限']]);
  });

  it('takes the heading for the name of the matter where the list names it so', () => {
    const body = servicePage('<h2>取水许可办事指南</h2><p>办理地点：一楼</p><p>办结时限：5日</p><p>收费标准：无</p>');
    const of = (label: string): unknown =>
      judgeService(probe, [plainPortal, menu, list, guide('1.html', body, { label })]).value;
    expect(of('取水许可')).toMatchObject({ elements: { 事项名称: 1 } });
    expect(of('查看详情')).toMatchObject({ elements: { 事项名称: 0 } });
    expect(of('采矿许可')).toMatchObject({ elements: { 事项名称: 0 } });
  });

  it('reads guides whose address is a route in the fragment', () => {
    const body = servicePage('<p>办理地点：一楼</p><p>办结时限：5日</p><p>收费标准：无</p>');
    const routed = (number: number): Entry =>
      entry(`${serviceUrl}#/item/${number}`, body, {
        site: 'service',
        intents: ['guide'],
        from: `${serviceUrl}#/items`,
      });
    expect(judgeService(probe, [plainPortal, menu, list, routed(1), routed(2)]).value).toMatchObject({ read: 2 });
  });

  it('finds labels in spans and panels beside their values', () => {
    const span = (name: string, value: string): string =>
      `<div class="i"><span class="n">${name}</span><span class="v">${value}</span></div>`;
    expect(elements(span('办结时限', '5个工作日') + span('收费情况', '') + span('窗口地址', '一楼'))).toEqual([
      '办理时限',
      '办理地点',
    ]);
    const tabs =
      '<div><a href="#b">申请材料</a><a href="#a">受理条件</a></div><div id="a">年满十八周岁</div><div id="b">暂无</div>';
    expect(elements(tabs)).toEqual(['受理条件']);
  });

  it('finds the labels of tabs whose panes are hidden', () => {
    const tabs =
      '<ul><li>受理条件</li><li>申请材料</li><li>收费标准</li></ul><div>年满十八周岁</div><div style="display:none">申请表</div><div style="display:none">免费</div>';
    expect(elements(tabs)).toEqual(['受理条件', '申请材料', '收费标准']);
  });

  it('averages over the guides read and names those that lack four or more', () => {
    const poor = servicePage('<p>事项名称：甲</p><p>办理地点：一楼</p><p>咨询电话：0393-1234567</p>', '甲');
    const entries = [
      plainPortal,
      menu,
      list,
      guide('1.html', fixture('service-guide/pass.html')),
      guide('2.html', poor),
    ];
    const { state, value } = judgeService(probe, entries);
    expect(state).toBe('present');
    expect(value).toMatchObject({ level: 'working', share: 0.5417, read: 2, listed: 40 });
    expect((value as { lacking: { title: string; missing: string[] }[] }).lacking).toMatchObject([{ title: '甲' }]);
    expect((value as { lacking: { missing: string[] }[] }).lacking[0]?.missing).toHaveLength(9);
  });

  it('counts a guide that shows next to nothing among others that are guides, and no page with one element', () => {
    const entries = [
      plainPortal,
      menu,
      list,
      guide('1.html', fixture('service-guide/pass.html')),
      guide('2.html', fixture('service-guide/pass.html')),
      guide('3.html', servicePage('<p>办理地点：一楼</p>', '丙')),
      guide('4.html', servicePage('<p>今日天气晴好。</p>', '丁')),
    ];
    const { value } = judgeService(probe, entries);
    expect(value).toMatchObject({ read: 3, elements: { 办理地点: 3 } });
    expect((value as { lacking: { title: string }[] }).lacking.map(({ title }) => title)).toEqual(['丙']);
    // Where hardly any page of the sample is a guide, the others are none either.
    const few = [
      plainPortal,
      menu,
      list,
      entries[3] ?? list,
      guide('5.html', servicePage('<p>办理地点：一楼</p>', '戊')),
    ];
    expect(judgeService(probe, few).value).toMatchObject({ read: 1 });
  });

  it('takes neither prose about guides nor lists of matters for a guide', () => {
    expect(elements(fixture('service-guide/fail.html')).length).toBeLessThan(3);
    expect(elements(fixture('service-guide/fail_list.html')).length).toBeLessThan(3);
    const entries = [plainPortal, menu, list, guide('1.html', fixture('service-guide/fail.html'))];
    expect(judgeService(probe, entries).value).toMatchObject({ level: 'reachable', share: null, read: 0 });
  });

  it('is unknown when every guide failed, absent when the platform offers none', () => {
    const down = guide('1.html', '', { failure: 'http-5xx', status: 503, body: null });
    expect(judgeService(probe, [plainPortal, menu, list, down])).toMatchObject({
      state: 'unknown',
      reason: 'http-5xx',
    });
    expect(judgeService(probe, [plainPortal, service('<p>欢迎</p>')]).state).toBe('absent');
    const names = service('<a href="/grfw/">个人服务</a>');
    const matters = served('grfw/', servicePage('<p>取水许可</p><p>企业登记</p>'), probe);
    expect(judgeService(probe, [plainPortal, names, matters]).state).toBe('absent');
    expect(judgeService(probe, [plainPortal]).state).toBe('unknown');
    expect(judgeService(probe, []).state).toBe('unknown');
  });

  it('finds exactly the labels that a page shows, in whatever order', () => {
    const names = guideElementNames(knowledge());
    fc.assert(
      fc.property(fc.shuffledSubarray(names), (shown) => {
        const html = shown.map((name) => `<p>${name}：内容甲乙</p>`).join('');
        expect(elements(html)).toEqual(names.filter((name) => shown.includes(name)));
      }),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => elements(`<p>${text}</p>`).length >= 0),
      { numRuns: 60 },
    );
  });
});
