// 嘉峪关市: the poor site. News, notices and a survey of the town; a service host with windows' addresses; headlines speak of the rest.
import { ago, esc } from '../lib.mjs';
import * as S from './_stock.mjs';
const city = '嘉峪关市'; const W = 'http://www.jiayuguan-xiongguan.gov.cn'; const F = 'http://zwdt.jiayuguan-xiongguan.gov.cn';
const decoys = ['市政务大厅“高效办成一件事”窗口揭牌', '我市新增一批“跨省通办”事项', '雄关区域电子证照应用培训班开班', '市政府办召开基层政务公开标准化目录编制会', '12345热线开展办件回访月活动', '全市“好差评”工作推进会召开', '我市数据开放平台建设方案通过评审', '市网信办开展数据安全和个人隐私保护宣传', '市工信局智能问答机器人项目签约', '市政府召开常务会议 积极回应社会关切'];
const news = S.news(city, 56, { seed: 8, extra: decoys }); const notices = S.news(city, 16, { seed: 3 }).map((a) => ({ ...a, id: a.id + 5000, title: a.title.replace(/^(\S+?)(召开|启动|举办|部署|开展|推进|通报|组织|开通|发布|加快|举行|调研)/, '关于$1$2') + '的通知' }));
const links = [['/Default.aspx', '首页'], ['/NewsList.aspx?cls=1', '雄关要闻'], ['/NewsList.aspx?cls=2', '通知公告'], ['/Page.aspx?n=gk', '市情概览'], ['/Page.aspx?n=ld', '领导分工'], ['/Page.aspx?n=zxxx', '政民互动'], ['/Files/qzqd2019.xls', '权责清单'], [F + '/', '政务大厅'], ['/NewsList.aspx?cls=3', '办事指南'], ['/NewsList.aspx?cls=4', '政策法规']];
const wrap = (t, b) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\r\n<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta name="viewport" content="width=device-width" /><title>${t}_嘉峪关市人民政府</title></head><body><form name="aspnetForm" method="post" action="/Search.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKMTY1" /><div id="banner"><h1>嘉峪关市人民政府</h1><span><input name="ctl00$txtKey" type="text" id="txtKey" /><input type="button" value="检索" onclick="location.href='/Search.aspx?kw='+encodeURIComponent(document.getElementById('txtKey').value)" /></span></div><div id="menu">${links.map(([u, x]) => `<a href="${u}">${x}</a>`).join('&nbsp;|&nbsp;')}</div><div id="ctl00_main">${b}</div><div id="bottom">嘉峪关市人民政府办公室主办　网站标识码：6202000001</div></form></body></html>`;
const ls = (l) => `<ul>${l.map((a) => `<li><a href="/Show.aspx?id=${a.id}">${a.title}</a>　${ago(a.days)}</li>`).join('')}</ul>`;
const text = { gk: '嘉峪关因关得名，是万里长城西端起点，全市不设区县，辖三个镇。', ld: '市政府领导按照分工负责相关工作。', zxxx: '您可以通过以下方式向市政府反映问题：拨打12345政务服务便民热线；寄信至嘉峪关市人民政府办公室（邮政编码735100）；到市信访局来访接待室。' };
const portal = (c) => {
  const cls = c.query.get('cls'); const id = Number(c.query.get('id')); const p = Number(c.query.get('p') ?? 1);
  switch (c.path) {
    case '/': case '/Default.aspx': return wrap('首页', `<h2>雄关要闻</h2>${ls(news.slice(0, 30))}<h2>通知公告</h2>${ls(notices.slice(0, 8))}`);
    case '/NewsList.aspx': { const all = { 1: news, 2: notices, 3: [], 4: [] }[cls]; if (!all) return null; return wrap('列表', all.length ? ls(all.slice(p * 20 - 20, p * 20)) + Array.from({ length: Math.ceil(all.length / 20) }, (_, i) => `<a href="/NewsList.aspx?cls=${cls}&amp;p=${i + 1}">${i + 1}</a>`).join(' ') : '<p>栏目建设中……</p>'); }
    case '/Show.aspx': { const a = [...news, ...notices].find((x) => x.id === id); return a ? wrap(a.title, `<h2>${a.title}</h2><p>${ago(a.days)}</p><p>${a.text}</p>`) : null; }
    case '/Page.aspx': return text[c.query.get('n')] ? wrap('页面', `<p>${text[c.query.get('n')]}</p>`) : null;
    case '/Search.aspx': return wrap('检索', `<p>您检索的“${esc(c.query.get('kw') ?? '')}”没有找到相关内容。</p>`);
    default: return null;
  }
};
const depts = [...new Set(S.matters.map((m) => m.dept))];
const service = (c) => {
  const s = (b) => `<html><head><meta charset="utf-8"><title>嘉峪关市政务大厅</title></head><body><h3>嘉峪关市政务大厅</h3>${b}</body></html>`; const i = c.path.match(/^\/ck(\d+)\.html$/);
  if (c.path === '/') return s(`<p>大厅地址：迎宾路。上班时间：工作日。各部门窗口：</p>${depts.map((d, j) => `<p><a href="/ck${j}.html">${d}窗口</a></p>`).join('')}<a href="${W}/">市政府网站</a>`);
  return i && depts[i[1]] ? s(`<p>${depts[i[1]]}窗口位于大厅一楼${Number(i[1]) + 1}号，电话0000-0000000。</p><a href="/">返回</a>`) : null;
};
export default { code: '620200', name: city, pinyin: 'jiayuguan', province: '甘肃省', region: '西部', portal: W + '/', service: F + '/', open_data: '',
  hosts: { 'www.jiayuguan-xiongguan.gov.cn': { handle: portal, server: 'Microsoft-IIS/7.5' }, 'zwdt.jiayuguan-xiongguan.gov.cn': { handle: service } },
  truth: [
    ['service-lists', 'present', 'linked', null, 'the entry leads to a file that is gone'], ['disclosure-catalog', 'absent', null, null, 'a headline only'], ['service-guide', ['absent', 'present'], ['linked', 'reachable'], null, 'a column 办事指南 that is empty; windows\' addresses are no guides'], ['one-entry', 'absent', null, null, 'no log-in, no channels'], ['cross-region', 'absent', null, null, 'a headline only'], ['e-certificate', 'absent', null, null, 'a headline only'],
    ['appeal-channels', 'present', 'working', null, 'hotline, postal address, petitions'], ['appeal-form', 'absent', null, null, 'no form'], ['one-thing', 'absent', null, null, 'a headline only'], ['case-tracking', 'absent', null, null, 'a headline only'], ['reply-timeliness', 'absent', null, null, 'no letters are published'], ['follow-up', 'absent', null, null, 'a headline only'],
    ['knowledge-base', 'absent', null, null, 'nowhere'], ['proactive-response', 'absent', null, null, 'a headline only'], ['smart-search', 'present', 'reachable', null, 'finds nothing whatever one asks'], ['smart-qa', 'absent', null, null, 'a headline only'], ['accessibility', 'present', ['reachable', 'working'], null, 'claims the width of the device'], ['personal-space', 'absent', null, null, 'nowhere'],
    ['open-data-platform', 'absent', null, null, 'a headline only'], ['data-catalog', ['not-applicable', 'absent'], null, null, 'no platform'], ['api-count', ['not-applicable', 'absent'], null, null, 'no platform'], ['app-count', ['not-applicable', 'absent'], null, null, 'no platform'], ['data-security-policy', 'absent', null, null, 'policies column empty; a headline'], ['privacy-policy', 'absent', null, null, 'a headline only'],
  ],
  check: { decoys, dead: [/Files\/qzqd2019\.xls/], absentWords: { 'disclosure-catalog': /政务公开标准化/, 'cross-region': /跨省通办/, 'e-certificate': /电子证照/, 'appeal-form': /textarea/i, 'one-thing': /一件事/, 'case-tracking': /好差评|办件查询|进度查询/, 'reply-timeliness': /来信|答复时间/, 'follow-up': /回访/, 'knowledge-base': /常见问题|知识库|热点问题/, 'proactive-response': /回应社会关切|回应关切/, 'smart-qa': /智能问答|机器人/, 'personal-space': /登录|注册|订阅/, 'open-data-platform': /数据开放/, 'data-security-policy': /数据安全/, 'privacy-policy': /隐私/, 'one-entry': /小程序|客户端|公众号/ },
    proofs: { 'service-lists': [`${W}/`, /qzqd2019/], 'appeal-channels': [`${W}/Page.aspx?n=zxxx`, /12345/], 'smart-search': [`${W}/Search.aspx?kw=x`, /没有找到/, `${W}/`], accessibility: [`${W}/`, /device-width/] } } };
