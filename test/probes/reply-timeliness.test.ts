import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import { probeById } from '../../src/probes/list.ts';
import { limitsIn } from '../../src/reading/limits.ts';
import { makeSeen } from '../../src/reading/seen.ts';
import { town } from './captures.ts';
import { knowledge } from './knowledge.ts';
import { type Entry, entry, home, judge, portalPage, portalUrl } from './visit.ts';

const start = home(portalPage('<a href="/lxxd/">来信选登</a>'));
const list = (body: string, change: Partial<Capture> = {}) =>
  entry(`${portalUrl}lxxd/`, portalPage(body), { intents: ['reply-list'], label: '来信选登', ...change });
const letter = (number: number, body: string, change: Partial<Capture> = {}) =>
  entry(`${portalUrl}lxxd/${1000000 + number}.html`, portalPage(body), {
    intents: ['letter'],
    label: `信件${number}`,
    ...change,
  });
const dated = (number: number, sent: string, replied: string) =>
  letter(number, `<p>来信时间：${sent}</p><p>问题</p><p>回复时间：${replied} 09:15</p><p>您好！</p>`);
const find = (entries: readonly Entry[]) => judge('reply-timeliness', entries);

describe('reply-timeliness', () => {
  it('is absent where a list says that it has no entries, and unknown where nothing lists letters', () => {
    const table = '<table><tr><th>标题</th><th>时间</th></tr></table><p>记录总数：0</p>';
    expect(find([start, list(table)]).state).toBe('absent');
    expect(find([start, list('<form><input name="a"><textarea name="b"></textarea></form>')])).toMatchObject({
      state: 'unknown',
      reason: 'not-recognised',
    });
  });
  it('is unknown where letters are answered without a day', () => {
    const portal = home(portalPage('<p>欢迎</p>'));
    const undated = entry(
      `${portalUrl}hudong/7.html`,
      '<title>路灯不亮</title><p>路灯三天不亮。</p><p>回复：已修复。</p>',
    );
    expect(find([portal, undated])).toMatchObject({ state: 'unknown', reason: 'not-recognised' });
    const told = entry(`${portalUrl}hudong/7.html`, '<title>路灯不亮</title><p>路灯三天不亮，已修复。</p>');
    expect(find([portal, told]).reason).not.toBe('not-recognised');
  });
  it('is unknown where letters are shown after a log-in', () => {
    const box =
      '<p>登录后可浏览公开信件。</p><form><input name="u"><input type="password" name="p"><button>登录</button></form>';
    const login = entry(`${portalUrl}login?to=mail`, `<title>登录</title>${box}`, {
      intents: ['mailbox'],
      label: '市长信箱',
    });
    expect(find([start, login]).state).toBe('unknown');
  });

  const limit = list('<p>来信自受理之日起5个工作日内答复。</p>');
  it('counts working days with holidays', () => {
    // Five working days after 30 September 2026 end on 13 October: seven days off, one Saturday worked.
    const letters = [
      dated(1, '2026-09-30', '2026-10-13'),
      dated(2, '2026-09-30', '2026-10-14'),
      dated(3, '2026-10-19', '2026-10-20'),
      dated(4, '2026-10-19', '2026-10-26'),
    ];
    const found = find([start, limit, ...letters]);
    expect(found).toMatchObject({
      state: 'present',
      value: {
        share: 0.75,
        letters: 4,
        late: 1,
        limit: { days: 5, unit: 'working-day', stated: true, url: `${portalUrl}lxxd/` },
      },
    });
    expect(found.evidence.map(({ quote }) => quote).join(' ')).toContain('5个工作日内答复');
    expect(find([...letters].reverse().concat(limit, start))).toEqual(found);
  });
  it('takes the configured limit where none is stated, and is less sure', () => {
    const letters = [1, 2, 3].map((number) => dated(number, '2026-11-02', '2026-11-20'));
    const [stated, assumed] = [
      find([start, list('<p>办理时限：15个工作日</p>'), ...letters]),
      find([start, list('<p>信件</p>'), ...letters]),
    ];
    expect(assumed.value).toMatchObject({ share: 1, limit: { days: 15, stated: false, url: null } });
    expect(assumed.confidence).toBeLessThan(stated.confidence);
  });
  it('is less sure of years without holidays on record', () => {
    const of = (year: number) =>
      find([start, limit, ...[1, 2, 3].map((at) => dated(at, `${year}-06-04`, `${year}-06-05`))]);
    expect(of(2017).confidence).toBeLessThan(of(2024).confidence);
  });
  it('calls a waiting letter late only when its limit had passed at the visit', () => {
    const answered = [1, 2, 3].map((number) => dated(number, '2026-10-19', '2026-10-20'));
    const waiting = (number: number, sent: string) =>
      letter(number, `<p>来信时间：${sent}</p><p>状态：办理中</p>`, { time: '2026-11-01T20:00:00.000Z' });
    expect(find([start, limit, ...answered, waiting(4, '2026-10-19'), waiting(5, '2026-10-29')]).value).toMatchObject({
      share: 0.75,
      letters: 4,
      late: 1,
      waiting: 1,
    });
  });
  it('reads lists that show both days, and letters that stand on the list', () => {
    const rows = [3, 4, 5, 16]
      .map((day) => `<tr><td>${day}</td><td>2026-11-02</td><td>2026-11-${String(day).padStart(2, '0')}</td></tr>`)
      .join('');
    const table = `<table><tr><th>标题</th><th>提交时间</th><th>答复时间</th></tr>${rows}</table><p>7日内回复</p>`;
    expect(find([start, list(table)]).value).toMatchObject({
      share: 0.75,
      letters: 4,
      limit: { days: 7, unit: 'day' },
    });
    const inline = [3, 4, 5].map((day) => `<p>留言日期：2026年11月2日</p><p>答复日期：2026年11月${day}日</p>`).join('');
    expect(find([start, list(inline)]).value).toMatchObject({ share: 1, letters: 3 });
  });
  it('looks at no more than fifty letters, the same ones whatever the order', () => {
    const letters = Array.from({ length: 80 }, (_, at) =>
      dated(at, '2026-10-19', at % 2 === 0 ? '2026-10-20' : '2026-11-20'),
    );
    const found = find([start, limit, ...letters]);
    expect(found.value).toMatchObject({ letters: 50 });
    expect(find([...letters].reverse().concat(start, limit)).value).toEqual(found.value);
  });
  it('makes no share of letters without days', () => {
    const bare = [1, 2, 3, 4].map((number) => letter(number, '<p>来信时间：2026-11-02</p><p>回复内容：您好</p>'));
    expect(find([start, limit, ...bare])).toMatchObject({
      state: 'present',
      value: { share: null, letters: 0, unreadable: 4 },
    });
    expect(find([start, limit, dated(1, '2026-11-02', '2026-11-03')]).value).toMatchObject({ share: null, letters: 1 });
    expect(
      find([start, limit, letter(1, '<p>来信时间：2026-02-31</p><p>回复时间：<script>alert(1)</script></p>')]).value,
    ).toMatchObject({ share: null });
  });
  it('holds no letter late whose answer it cannot read', () => {
    const odd = [1, 2, 3].map((number) =>
      letter(number, '<p>来信时间：2026-06-02</p><p>路灯不亮。</p><p>经办科室意见（2026-06-03）：已修复。</p>'),
    );
    expect(find([start, limit, ...odd]).value).toMatchObject({ share: null, letters: 0, unreadable: 3 });
  });
  it('reads days whose names are made of a word and a noun', () => {
    const of = (number: number, replied: string) =>
      letter(number, `<p>去信日期：2026-10-19</p><p>问题</p><p>办复日期：2026-10-${replied}</p><p>您好！</p>`);
    expect(find([start, limit, of(1, '20'), of(2, '21'), of(3, '30')]).value).toMatchObject({ letters: 3, late: 1 });
  });
  it('counts once what a page shows and what it asked for', () => {
    const asked = (number: number, sent: string, replied: string) =>
      entry(
        `${portalUrl}api/letter?id=${number}`,
        JSON.stringify({
          data: { title: `路灯不亮之${number}`, submitTime: sent, replyTime: replied, state: '已办结' },
        }),
        {
          role: 'data',
          via: 'browser',
          from: `${portalUrl}lxxd/${1000000 + number}.html`,
        },
      );
    const shown = (number: number, sent: string, replied: string) =>
      letter(number, `<h1>路灯不亮之${number}</h1><p>来信时间：${sent}</p><p>问题</p><p>回复时间：${replied}</p>`);
    const days: [number, string, string][] = [
      [1, '2026-10-19', '2026-10-20'],
      [2, '2026-10-19', '2026-10-21'],
      [3, '2026-10-19', '2026-10-30'],
    ];
    const both = days.flatMap((one) => [shown(...one), asked(...one)]);
    expect(find([start, limit, ...both]).value).toMatchObject({ letters: 3, late: 1 });
  });
  it('takes the limit of a service in a letter for no limit of the portal', () => {
    const answered = (number: number, body: string) =>
      letter(
        number,
        `<p>来信时间：2026-11-02</p><p>来信内容：公租房怎么申请？</p><p>回复时间：2026-11-03</p><p>回复内容：您好！${body}</p>`,
      );
    const guide = [answered(1, '办理时限：45个工作日。'), answered(2, '请到窗口。'), answered(3, '30个工作日内办结。')];
    expect(find([start, limit, ...guide]).value).toMatchObject({ limit: { days: 5, url: `${portalUrl}lxxd/` } });
    expect(find([start, list('<p>来信选登</p>'), ...guide]).value).toMatchObject({
      limit: { days: 15, stated: false },
    });
    const rows = [3, 4, 5].map(
      (day) =>
        `<li><p>留言日期：2026-11-02</p><p>答复日期：2026-11-0${day}</p><p>答复内容：您好，60个工作日内办结。</p></li>`,
    );
    expect(find([start, list(`<ul>${rows.join('')}</ul><p>7个工作日内答复</p>`)]).value).toMatchObject({
      limit: { days: 7 },
    });
  });
  it('takes a limit that all pages of letters repeat in their frame', () => {
    const framed = (number: number) =>
      letter(
        number,
        '<p>来信时间：2026-11-02</p><p>来信内容：公租房怎么申请？</p><p>回复时间：2026-11-03</p><p>回复内容：您好！</p><p>来信3个工作日内答复</p>',
      );
    expect(find([start, list('<p>来信选登</p>'), ...[1, 2, 3].map(framed)]).value).toMatchObject({
      limit: { days: 3, stated: true },
    });
  });
  it('reads a letter whose answer is a line with office and day', () => {
    const of = (number: number, replied: string) =>
      letter(
        number,
        `<h1>公积金异地贷款问题${number}</h1><p>来信时间：2026-10-19</p><p>能贷款吗？</p><p>市住房公积金管理中心回复（2026-10-${replied}）</p><p>可以。</p>`,
      );
    expect(find([start, limit, of(1, '20'), of(2, '21'), of(3, '30')]).value).toMatchObject({ letters: 3, late: 1 });
  });
  it('tells absent from unread', () => {
    expect(find([home(portalPage('<a href="/x/1.html">我市召开来信答复工作推进会，部署下一步工作</a>'))]).state).toBe(
      'absent',
    );
    expect(find([start])).toMatchObject({ state: 'unknown', reason: 'not-followed' });
    expect(find([start, list('', { failure: 'http-5xx', body: null, status: 502 })])).toMatchObject({
      state: 'unknown',
      reason: 'http-5xx',
    });
    expect(find([start, list('<p>暂无数据</p>')]).state).toBe('absent');
    expect(find([])).toMatchObject({ state: 'unknown' });
  });
});

describe('limitsIn', () => {
  const probe = probeById('reply-timeliness');
  if (!probe) throw new Error('no probe');
  const seen = makeSeen({ government: town, knowledge: knowledge(), entries: [], unread: {} }, probe);
  const read = (text: string) =>
    limitsIn(text, seen.knowledge)
      .filter(({ difficult }) => !difficult)
      .map(({ days, unit }) => [days, unit]);
  it.each([
    ['承办单位自收到来信之日起５个工作日内予以答复', [[5, 'working-day']]],
    ['办理时限：十五个工作日', [[15, 'working-day']]],
    ['对来信2个工作日内转办，10个工作日内办结', [[10, 'working-day']]],
    ['七日内回复', [[7, 'day']]],
    ['一般问题在受理后，3个工作日以内回复', [[3, 'working-day']]],
    ['一般问题3个工作日内答复，复杂问题10个工作日内答复', [[3, 'working-day']]],
  ])('reads %s', (text, expected) => expect(read(text)).toEqual(expected));
  it.each([
    '停水3天了何时答复',
    '信件保存30日内可查询',
    '2个工作日内转办',
    '依申请公开20个工作日内答复',
    '公示期5个工作日内',
    '0个工作日内答复',
    '999日内答复',
    '',
  ])('finds no promise in %j', (text) => expect(read(text)).toEqual([]));
});
