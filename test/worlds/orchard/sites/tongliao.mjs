// Tongliao: a poor PHP portal: news, a mailbox and little else. Nearly all is absent, amid headlines, empty columns and things of the region.
import { ago, esc, posted, reply, times } from '../lib.mjs';
import { filler, headline } from '../text.mjs';
const P = 'www.tongliao-keerqin.gov.cn', R = 'zwfw.neimeng-orchard.gov.cn';
const who = ['科尔沁区', '霍林郭勒市', '开鲁县', '奈曼旗', '库伦旗', '扎鲁特旗', '市农牧局', '科左中旗'];
const news = times(60, (i) => ({ id: 1200 + i, cat: i % 3 ? 6 : 7, title: headline(who, i), day: 1 + i * 2 }));
const D = ['包头市上线电子证照亮证功能，我市派人学习', '自治区跨省通办事项增至二百项', '呼和浩特公共数据开放平台获奖', '鄂尔多斯发布数据开放创新应用榜单', '自治区召开“高效办成一件事”调度会', '赤峰市推出智能客服“小赤”', '乌海市知识库建设经验介绍', '我市干部参加回应关切专题网课', '全区办事指南规范化培训在锡林浩特举行', '一网通办看辽宁：兄弟省市怎么做', '全区基层政务公开标准化现场会召开', '自治区印发公共数据安全管理办法解读', '12345热线回访机制：苏州样本', '提醒：下载应用注意查看隐私政策', '政务服务好差评：兴安盟试点见闻', '无障碍环境建设法宣讲进社区', '个人空间摄影展在美术馆开幕'];
D.forEach((t, i) => { news[2 + i * 3].title = t; });
const letters = times(6, (i) => ({ id: 31 + i, title: ['草原公路维修', '牧区供电', '小区绿化', '学校操场', '公交站亭', '医院窗口排队'][i], asked: 60 + i * 14, took: 4 }));
const C = (id, extra = '') => `index.php?m=content&amp;c=index&amp;a=lists&amp;catid=${id}${extra}`;
const S = (n) => `index.php?m=content&amp;c=index&amp;a=show&amp;catid=${n.cat}&amp;id=${n.id}`;
const lay = (t, x) => `<!DOCTYPE html><html><head><meta charset="utf-8" /><title>${esc(t)} - 通辽市人民政府</title><meta name="generator" content="PHPCMS V9" /><style>#box{width:1000px}</style></head><body><div id="box"><div id="hd"><a href="/">通辽市人民政府</a></div><div id="nv"><a href="/${C(6)}">通辽要闻</a> <a href="/${C(7)}">旗县动态</a> <a href="/${C(20)}">政务信息</a> <a href="/${C(21)}">主动回应</a> <a href="/index.php?m=guestbook&amp;c=index">群众来信</a> <a href="/${C(25)}">联系方式</a> <a href="http://${R}/">内蒙古政务服务网（自治区本级）</a></div><form action="/index.php" method="get"><input type="hidden" name="m" value="search" /><input type="text" name="q" /><button>搜</button></form>${x}<div id="ft">蒙ICP备00000000号 通辽市人民政府办公室</div></div></body></html>`;
const rows = (a) => `<ul>${a.map((n) => `<li><a href="/${S(n)}">${n.title}</a> ${ago(n.day)}</li>`).join('')}</ul>`;
const handle = (ctx) => {
  if (ctx.path !== '/' && ctx.path !== '/index.php') return null;
  const q = ctx.query, m = q.get('m'), id = Number(q.get('id')), cat = Number(q.get('catid')), pg = Number(q.get('page')) || 1;
  if (!m) return lay('首页', `<h2>要闻</h2>${rows(news.slice(0, 36))}`);
  if (m === 'search') return reply('', { status: 500 });
  if (m === 'guestbook') {
    if (q.get('a') === 'show') { const l = letters.find((x) => x.id === id); return l && lay(l.title, `<table><tr><td>留言标题</td><td>${l.title}</td></tr><tr><td>留言时间</td><td>${ago(l.asked)}</td></tr><tr><td>留言内容</td><td>${l.title}何时能解决？</td></tr><tr><td>回复时间</td><td>${ago(l.asked - l.took)}</td></tr><tr><td>回复内容</td><td>已列入计划，谢谢关注。</td></tr></table>`); }
    if (ctx.method === 'POST') { posted(ctx); return lay('群众来信', '<p>留言成功，等待审核。</p>'); }
    return lay('群众来信', `<h2>群众来信</h2><ul>${letters.map((l) => `<li><a href="/index.php?m=guestbook&amp;c=index&amp;a=show&amp;id=${l.id}">${l.title}</a> ${ago(l.asked)} 已回复</li>`).join('')}</ul><h3>我要写信</h3><form action="/index.php?m=guestbook&amp;c=index" method="post"><p>姓名 <input name="info[name]" /></p><p>标题 <input name="info[title]" /></p><p>内容 <textarea name="info[content]"></textarea></p><p><input type="submit" name="dosubmit" value="提交留言" /></p></form>`);
  }
  if (q.get('a') === 'show') { const n = news.find((x) => x.id === id); return n && lay(n.title, `<h1>${n.title}</h1><p>时间：${ago(n.day)}</p>${filler(id, 3).map((x) => `<p>${x}</p>`).join('')}`); }
  if (cat === 6 || cat === 7) { const a = news.filter((x) => x.cat === cat); return lay(cat === 6 ? '通辽要闻' : '旗县动态', rows(a.slice((pg - 1) * 20, pg * 20)) + times(Math.ceil(a.length / 20), (i) => `<a href="/${C(cat, '&amp;page=' + (i + 1))}">${i + 1}</a>`).join(' ')); }
  if (cat === 20) return lay('政务信息', `<ul><li><a href="http://qzqd.tongliao-keerqin.gov.cn/">权责清单</a></li><li><a href="/${C(22)}">规划计划</a></li></ul>`);
  if (cat === 21) return lay('主动回应', '<p>本栏目暂无信息！</p>');
  if (cat === 22) return lay('规划计划', '<p>通辽市国土绿化规划要点：植树、种草、治沙。</p>');
  if (cat === 25) return lay('联系方式', '<p>12345便民热线：直拨12345。</p>');
};
const region = (ctx) => (ctx.path === '/' ? `<!doctype html><meta charset="utf-8"><title>内蒙古自治区政务服务网</title><h1>内蒙古自治区政务服务网</h1><p>本网只办理自治区本级部门的事项，盟市事项请到当地政务服务中心窗口。</p><p>跨省通办、电子证照、高效办成一件事等功能适用于自治区本级。</p>` : null);
const u = (c) => `http://${P}/${C(c).replace(/&amp;/g, '&')}`, gb = `http://${P}/index.php?m=guestbook&c=index`;
const not = (p, why) => [p, 'absent', null, null, why];
export default { code: '150500', name: '通辽市', pinyin: 'tongliao', province: '内蒙古自治区', region: '西部', portal: `http://${P}/`, service: '', open_data: '',
  hosts: { [P]: { handle, server: 'Apache/2.4.6 (CentOS) PHP/5.4.16', mailbox: /index\.php/ }, [R]: { handle: region }, 'qzqd.tongliao-keerqin.gov.cn': { dead: true, handle() {} } }, deadLinks: ['qzqd.tongliao-keerqin.gov.cn'],
  evidence: { 'appeal-channels': [u(25)], 'appeal-form': [gb], 'reply-timeliness': [gb], 'smart-search': [`http://${P}/`] },
  decoys: { 'proactive-response': [['回应关切', 4, 'headline on a course'], ['主动回应', 77, 'the empty column in the navigation of every page']], 'disclosure-catalog': [['基层政务公开', 3, 'headline']], 'service-guide': [['办事指南', 4, 'headline on training']], 'cross-region': [['跨省通办', 5, 'headline and the page of the region']], 'e-certificate': [['电子证照', 5, 'headline on Baotou and the page of the region']], 'one-thing': [['一件事', 5, 'headline and the page of the region']], 'case-tracking': [['好差评', 2, 'headline on Hinggan']], 'follow-up': [['回访', 2, 'headline on Suzhou']], 'knowledge-base': [['知识库', 4, 'headline on Wuhai']], 'smart-qa': [['智能客服', 4, 'headline on Chifeng']], accessibility: [['无障碍', 2, 'headline on a law']], 'personal-space': [['个人空间', 2, 'headline on a show of photographs']], 'open-data-platform': [['数据开放', 5, 'headlines on Hohhot and Ordos']], 'data-security-policy': [['数据安全', 3, 'headline on the region']], 'privacy-policy': [['隐私', 2, 'headline']], 'one-entry': [['一网通办', 4, 'headline on Liaoning']] },
  truth: [['service-lists', ['present', 'unknown'], 'linked', null, 'entry 权责清单 leads to a dead host'], not('disclosure-catalog', 'headline only'), not('service-guide', 'headline; the site of the region serves the region only'), not('one-entry', 'headline on Liaoning'), not('cross-region', 'headline; page of the region'), not('e-certificate', 'headline; page of the region'),
    ['appeal-channels', 'present', 'working', null, 'letter form and 12345'], ['appeal-form', 'present', 'working', null, 'form without log-in'], not('one-thing', 'headline; page of the region'), not('case-tracking', 'headline on Hinggan'), ['reply-timeliness', 'present', null, { share: [1] }, 'six letters, each answered after four days'], not('follow-up', 'headline on Suzhou'), not('knowledge-base', 'headline on Wuhai'),
    ['proactive-response', ['absent', 'present'], 'reachable', null, 'the column is empty'], ['smart-search', 'present', 'linked', null, 'the box is there, the engine answers 500'], not('smart-qa', 'headline on Chifeng'), not('accessibility', 'fixed 1000 pixels, no viewport, no tools'), not('personal-space', 'a show of photographs'), not('open-data-platform', 'headlines on other cities'), ...['data-catalog', 'api-count', 'app-count'].map((x) => [x, ['absent', 'not-applicable'], null, null, 'no platform']), not('data-security-policy', 'headline'), not('privacy-policy', 'headline')] };
