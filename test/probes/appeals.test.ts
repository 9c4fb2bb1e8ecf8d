import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import { entry, home, judge, portalPage, portalUrl } from './visit.ts';

const page = (path: string, intent: string, body: string, change: Partial<Capture> = {}) =>
  entry(`${portalUrl}${path}`, portalPage(body), { intents: [intent], ...change });
const failed = (path: string, intent: string, failure: Capture['failure'] = 'timeout-first-byte') =>
  entry(`${portalUrl}${path}`, '', { intents: [intent], failure, status: null, body: null });

const letterForm =
  '<form action="/save" method="post"><label>姓名</label><input name="username"><label>标题</label><input name="title"><textarea name="content" maxlength="800"></textarea><input type="submit" value="提交"></form>';

describe('appeal-channels', () => {
  const links =
    '<a href="/szxx/">市长信箱</a><a href="/wyzx/">我要咨询</a><a href="/tsjb/">投诉举报</a><a href="/12345/">12345政务服务便民热线</a><a href="/wsxf/">网上信访</a><a href="/myzj/">民意征集</a>';
  const all = [
    page('szxx/', 'mailbox', letterForm),
    page('wyzx/', 'consultation', letterForm),
    page('tsjb/', 'complaint', '<p>投诉电话：0391-1234567</p>'),
    page('12345/', 'hotline', '<p>市内直拨12345</p>'),
    page('wsxf/', 'petition', '<p>受理地址：人民路1号</p>'),
    page('myzj/', 'poll', '<p>征集列表</p>'),
  ];
  it('finds all six, whatever the order of captures', () => {
    const found = judge('appeal-channels', [home(portalPage(links)), ...all]);
    expect(found).toMatchObject({
      state: 'present',
      value: { found: ['mayor-box', 'consultation', 'complaint', 'hotline', 'petition', 'poll'], unclear: [] },
    });
    expect(found.value).toMatchObject({ levels: { 'mayor-box': 'working', complaint: 'working', poll: 'reachable' } });
    expect(judge('appeal-channels', [...all].reverse().concat(home(portalPage(links))))).toEqual(found);
  });
  it('takes neither chat accounts nor headlines for channels', () => {
    const bait =
      '<a href="http://wpa.qq.com/msgrd?uin=1">在线咨询</a><a href="tencent://message/?uin=1">我要咨询</a><a href="/a/1.html">我市开展投诉举报专项整治行动，解决群众关切问题</a><a href="/b/">心理咨询</a>';
    expect(judge('appeal-channels', [home(portalPage(bait))]).state).toBe('absent');
  });
  it('is not absent where a form takes letters and nothing says which channel it is', () => {
    const form =
      '<form action="/s">您的姓名<input name="xm"> 联系电话<input name="dh"> 标题<input name="bt"> 内容<textarea name="nr"></textarea></form>';
    const page = entry(`${portalUrl}w.html`, `<title>反映情况</title>${form}`);
    expect(judge('appeal-channels', [home(portalPage('<p>欢迎</p>')), page])).toMatchObject({
      state: 'unknown',
      reason: 'not-recognised',
    });
  });
  it('says which channels it could not settle', () => {
    const two = '<a href="/szxx/">市长信箱</a><a href="/tsjb/">投诉举报</a>';
    expect(
      judge('appeal-channels', [
        home(portalPage(two)),
        page('szxx/', 'mailbox', letterForm),
        failed('tsjb/', 'complaint'),
      ]),
    ).toMatchObject({
      state: 'present',
      value: { found: ['mayor-box'], levels: { complaint: 'linked' }, unclear: ['complaint'] },
    });
  });
  it('does not count a channel that answers with an error, and is unknown where none could be read', () => {
    const one = home(portalPage('<a href="/szxx/">市长信箱</a>'));
    expect(judge('appeal-channels', [one, failed('szxx/', 'mailbox', 'http-4xx')]).state).toBe('absent');
    expect(judge('appeal-channels', [one, failed('szxx/', 'mailbox')])).toMatchObject({
      state: 'unknown',
      reason: 'timeout-first-byte',
    });
    expect(judge('appeal-channels', [])).toMatchObject({ state: 'unknown', reason: 'budget' });
    expect(judge('appeal-channels', [one])).toMatchObject({ state: 'unknown', reason: 'not-followed' });
  });
});

describe('appeal-form', () => {
  const start = home(portalPage('<a href="/wyxx/">我要写信</a><a href="/xjcx/">信件查询</a>'));
  const query = page(
    'xjcx/',
    'appeal-query',
    '<form><label>查询编号</label><input type="text" name="code"><input type="submit" value="查询"></form>',
  );
  it('reads form, length, login, query and limit', () => {
    const form = page('wyxx/', 'appeal-form', `${letterForm}<p>提交后五个工作日内答复。</p>`);
    expect(judge('appeal-form', [start, form, query])).toMatchObject({
      state: 'present',
      value: {
        level: 'working',
        login: false,
        maxLength: 800,
        queryByNumber: true,
        limit: { days: 5, unit: 'working-day' },
      },
    });
  });
  it('takes a query for cases for none of letters, unless it asks for a letter’s number', () => {
    const form = page('wyxx/', 'appeal-form', letterForm);
    const cases = (label: string) =>
      page(
        'xjcx/',
        'appeal-query',
        `<h2>办件进度查询</h2><form><input type="text" name="bh" placeholder="${label}"><input type="submit" value="查询"></form>`,
      );
    const found = (label: string) => judge('appeal-form', [start, form, cases(label)]).value?.queryByNumber;
    expect(found('办件编号（申报流水号）')).not.toBe(true);
    expect(found('办件编号或信件编号')).toBe(true);
  });
  it('is absent where a mailbox is explained and takes letters by post only', () => {
    const box = home(portalPage('<a href="/szxx/">市长信箱</a>'));
    const rules =
      '<h2>市长信箱</h2><p>受理须知</p><p>来信请如实填写，我们承诺7个工作日内答复您的来信。</p><p>通信地址：安和市人民政府办公室</p><p>来信选登</p>';
    expect(judge('appeal-form', [box, page('szxx/', 'mailbox', rules)]).state).toBe('absent');
  });
  it('reads a length that only stands beside the field, and a login that is asked for', () => {
    const body = `<p>请先<a href="/login">登录</a>后再提交</p>${letterForm.replace(' maxlength="800"', '')}<em>内容不超过１０００字</em>`;
    expect(judge('appeal-form', [start, page('wyxx/', 'appeal-form', body)]).value).toMatchObject({
      level: 'working',
      login: true,
      maxLength: 1000,
    });
  });
  it('grades a page without a form and one that failed', () => {
    expect(judge('appeal-form', [start, query, page('wyxx/', 'appeal-form', '<p>请先登录</p>')]).value).toMatchObject({
      level: 'reachable',
      login: true,
    });
    expect(judge('appeal-form', [start, query, failed('wyxx/', 'appeal-form')]).value).toMatchObject({
      level: 'linked',
      url: null,
    });
  });
  it('takes neither search boxes, logins nor polls for it', () => {
    const box = home(portalPage('<a href="/szxx/">市长信箱</a>'));
    const others =
      '<form action="/login"><input name="user"><input type="password" name="pwd"></form><form><input type="radio" name="v"><input type="submit" value="投票"></form><form action="/so"><input name="q"><input type="submit" value="搜索"></form>';
    expect(judge('appeal-form', [box, page('szxx/', 'mailbox', '<p>电子邮箱：a@anhe.gov.cn</p>')]).state).toBe(
      'absent',
    );
    expect(judge('appeal-form', [box, page('szxx/', 'mailbox', others)]).value).toMatchObject({
      level: 'reachable',
      login: true,
    });
    expect(judge('appeal-form', [box])).toMatchObject({ state: 'unknown', reason: 'not-followed' });
    expect(judge('appeal-form', [home(portalPage('欢迎'))]).state).toBe('absent');
  });
});
