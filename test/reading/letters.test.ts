import { describe, expect, it } from 'vitest';
import { letterRecords, roleOf } from '../../src/reading/letters.ts';
import { readDataRecords, readRecords } from '../../src/reading/records/read-records.ts';
import { knowledge } from '../probes/knowledge.ts';

const place = { base: 'http://www.anhe.gov.cn/', region: 'unknown', via: 'html' } as const;
const ofPage = (body: string) =>
  show(readRecords(`<html><body><div>${body}</div></body></html>`, '', place, knowledge()));
const ofData = (json: unknown) => show(readDataRecords([json], place, knowledge()));
function show(groups: Parameters<typeof letterRecords>[0]): string[] {
  return letterRecords(groups, knowledge()).map(({ submitted, replied, state }) => `${submitted} ${replied} ${state}`);
}

describe('letters', () => {
  const expected = ['2024-03-01 2024-03-05 answered', '2024-03-02 null waiting'];
  it.each([
    [
      'a table',
      '<table><tr><td>标题</td><td>写信日期</td><td>答复日期</td><td>状态</td></tr><tr><td>路灯</td><td>2024-03-01</td><td>2024-03-05</td><td>已答复</td></tr><tr><td>积水</td><td>2024-03-02</td><td></td><td>办理中</td></tr></table>',
    ],
    [
      'cards',
      ['路灯|2024-03-01|2024-03-05|已回复', '积水|2024-03-02|—|待回复']
        .map((one) => {
          const [title, from, to, state] = one.split('|');
          return `<li><a href="/l/${title}.html">${title}</a><p><span>来信时间：${from}</span><span>回复时间：${to}</span><em>${state}</em></p></li>`;
        })
        .join(''),
    ],
    [
      'numerals',
      ['路灯|二〇二四年三月一日|二〇二四年三月五日|已答复', '积水|二〇二四年三月二日||未答复']
        .map((one) => {
          const [title, from, to, state] = one.split('|');
          return `<div class="l"><h3>${title}</h3><p>留言时间：${from}</p><p>答复时间：${to}</p><p>状态：${state}</p></div>`;
        })
        .join(''),
    ],
  ])('stand in %s', (_, html) => expect(ofPage(html)).toEqual(expected));
  it('stand in data, with days in milliseconds', () => {
    const moment = (day: number): number => Date.UTC(2024, 2, day, 1);
    expect(
      ofData({
        data: {
          rows: [
            { title: '路灯', createTime: moment(1), replyTime: moment(5), status: '已办结' },
            { title: '积水', createTime: moment(2), replyTime: null, status: '办理中' },
          ],
        },
      }),
    ).toEqual(expected);
    expect(
      ofData({
        code: 0,
        data: { xjbt: '路灯', lxsj: '2024-03-01 08:00:00', hfsj: '2024-03-05 09:00:00', hfnr: '您好' },
      }),
    ).toEqual(['2024-03-01 2024-03-05 null']);
  });
  it('are told by two days where nothing names them, if answers are spoken of', () => {
    const row = (at: number, state: string): string =>
      `<tr><td>${at}</td><td><a href="/x/${at}.html">某处路灯第${at}盏</a></td><td>2024-03-0${at}</td><td>2024-03-1${at}</td><td>${state}</td></tr>`;
    const table = (state: string): string => `<table>${[1, 2, 3, 4].map((at) => row(at, state)).join('')}</table>`;
    expect(ofPage(table('已回复'))).toHaveLength(4);
    expect(ofPage(table('有效'))).toEqual([]);
  });
  it.each([
    [
      'documents with a day of issue and of change',
      '<table><tr><th>名称</th><th>发布日期</th><th>更新日期</th></tr><tr><td>甲</td><td>2024-03-01</td><td>2024-03-05</td></tr><tr><td>乙</td><td>2024-03-01</td><td>2024-03-05</td></tr></table>',
    ],
    [
      'news',
      '<ul><li><a href="/a/1.html">关于来信答复的通知一</a><span>2024-03-01</span></li><li><a href="/a/2.html">关于来信答复的通知二</a><span>2024-03-02</span></li><li><a href="/a/3.html">通知三</a><span>2024-03-03</span></li></ul>',
    ],
    ['nothing', ''],
  ])('are not %s', (_, html) => expect(ofPage(html)).toEqual([]));

  it.each([
    [
      'verbs in brackets',
      '<li><a href="/1.html">路灯坏了</a> <span>【来信】2024-03-01</span> <span>【回复】2024-03-05</span></li><li><a href="/2.html">积水难行</a> <span>【来信】2024-03-02</span> <span>【办理中】</span></li>',
    ],
    [
      'verbs beside the days',
      '<li><a href="/1.html">路灯坏了</a><i>2024-03-01 提交</i><i>答复于 2024-03-05</i></li><li><a href="/2.html">积水难行</a><i>2024-03-02 提交</i><i>待答复</i></li>',
    ],
    [
      'labels without colons',
      '<li><a href="/1.html">路灯坏了</a><span>留言日期 2024-03-01</span><span>办结日期 2024-03-05</span></li><li><a href="/2.html">积水难行</a><span>留言日期 2024-03-02</span><span>处理中</span></li>',
    ],
    [
      'days on the way',
      '<table><tr><th>主题</th><th>交办时间</th><th>办结时间</th></tr><tr><td>路灯</td><td>2024-03-01</td><td>2024-03-05</td></tr></table>',
    ],
    [
      'states and days alone',
      '<div><p><a href="/1.html">路灯坏了</a> <i>2024-03-01</i> <i>2024-03-05</i> <i>已答复</i></p><p><a href="/2.html">积水难行</a> <i>2024-03-02</i> <i>办理中</i></p></div>',
    ],
  ])('are told by %s', (_, html) => {
    const days = ofPage(html).map((one) => one.split(' ').slice(0, 2).join(' '));
    expect(days[0]).toBe('2024-03-01 2024-03-05');
    expect(days[1] ?? '2024-03-02 null').toBe('2024-03-02 null');
  });
  it.each([
    ['回函日期', 'replied'],
    ['承办单位回音时间', 'replied'],
    ['首次答复时间', 'replied'],
    ['市民去信日期', 'submitted'],
    ['askedAt', 'submitted'],
    ['closed_on', 'replied'],
    ['承诺办结时间', null],
    ['应答复日期', null],
    ['开始时间', null],
    ['办公时间安排', null],
  ])('have the day of a name %s', (name, role) => expect(roleOf(name, knowledge())).toBe(role));
  it('stand on one line with both days, each after its word', () => {
    const line = (title: string, days: string): string => `<p><a href="/l/${title}.html">${title}</a>　${days}</p>`;
    const lines =
      line('路灯损坏', '登记 2024-03-01　回函 2024-03-05') + line('道路积水', '登记 2024-03-02　回函 2024-03-09');
    expect(ofPage(lines)).toEqual(['2024-03-01 2024-03-05 null', '2024-03-02 2024-03-09 null']);
    const terms =
      '<dl><dt><a href="/1">路灯损坏</a></dt><dd>去信 2024-03-01　回信 2024-03-05</dd><dt><a href="/2">道路积水</a></dt><dd>去信 2024-03-02　回信 2024-03-09</dd></dl>';
    expect(ofPage(terms)).toEqual(['2024-03-01 2024-03-05 null', '2024-03-02 2024-03-09 null']);
  });
});
