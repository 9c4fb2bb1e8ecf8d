// 白城市: a poor site of news and a few notices; nearly everything that is judged is nowhere, but the headlines speak of all of it. sitemap.xml is complete.
import { ago, esc, reply, noPlatform, nowhere } from '../lib.mjs';
import * as S from './_stock.mjs';

const W = 'www.baicheng-web.gov.cn'; const C = '白城市';
const areas = ['洮北区', '洮南市', '大安市', '镇赉县', '通榆县'];
const decoys = ['聊天机器人能当客服吗？白城企业试水智能问答', '洮南法院：泄露他人隐私要担责', '白城市召开“高效办成一件事”动员会', '省公共数据开放平台宣介会在白城举行', '市人社局：电子证照让求职更轻松', '大安市搜索救援队开展冬季训练', '白城客运站完成无障碍设施改造', '市民政局回访困难老人百余户', '市领导在供热企业现场回应关切', '《森林防火常见问题》手册发放到户', '外地“好差评”经验交流会综述', '网络数据安全知识进校园', '通榆县梳理权责清单 让权力晒太阳', '基层政务公开看外地：一个街道的做法', '警惕假冒政务APP骗局', '杭州“掌上办件”的启示', '异地养老与跨省通办座谈会侧记', '报刊订阅工作全面启动', '冬季供暖接诉即办：12345热线的故事'];
const own = S.news({ city: '白城', areas, goods: ['燕麦', '风电装备', '向海湿地', '弱碱大米', '绿豆', '草原旅游'], n: 92, seed: 2208, src: ['白城日报', '白城市广播电视台', '市委宣传部'] });
decoys.forEach((t, i) => own.splice(1 + i * 5, 0, { id: 18000 + i, title: t, days: 3 + i * 9, date: ago(3 + i * 9), src: '白城日报', paras: [`${ago(3 + i * 9, 'm月d日')}讯：${t}。`, '现场气氛热烈，大家纷纷表示受益良多。'] })); own.sort((x, y) => x.days - y.days);
const notices = ['关于公布节日期间公交运营时间的通告', '白城市城区集中供热开栓公告', '关于禁止燃放烟花爆竹的通告', '白城市公开招聘事业单位工作人员公告', '关于部分路段封闭施工的通告', '白城市地名命名更名公告', '关于开展犬只清理的通告', '关于征收秋冬季农田水利费的通告', '关于开展第六次文物复查的公告', '关于调整城区垃圾收运时间的通告', '白城市城市更新片区规划批前公示', '关于公布优秀科普作品名单的公告'].map((t, i) => ({ id: 500 + i, title: t, date: ago(6 + i * 17), src: '市政府办公室', paras: ['现将有关事项通告如下，请广大市民相互转告。', `咨询电话：${S.PHONE}。`] }));
const files = ['白城市河湖长制工作规定', '白城市供热用热管理办法', '白城市湿地保护实施细则', '白城市烟花爆竹管理规定', '白城市户外广告设置管理办法'].map((t, i) => ({ id: 700 + i, title: t, date: ago(48 + i * 66), src: '市政府', paras: ['第一条 为规范本市有关管理工作，制定本办法。', '第二条 市、县两级人民政府加强组织领导。', '第三条 违反本办法的，依照有关法律法规处理。', '第四条 本办法自公布之日起施行。'] }));
const u = (k, n) => `/html/${n.date.slice(0, 4)}/${k}_${n.date.slice(5).replace('-', '')}/${n.id}.html`;
const secs = { xw: ['白城新闻', own], gg: ['通告公告', notices], wj: ['政府规章', files] };
const head = [['首页', '/'], ['白城新闻', '/xw/'], ['通告公告', '/gg/'], ['政府规章', '/wj/'], ['信息公开目录', '/ml.html'], ['在线办事', '/zxbs.html'], ['市长公开电话', '/dh.html'], ['鹤城风貌', '/fm.html']];
const tpl = (t, inner) => `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>白城市人民政府 - ${esc(t)}</title><style>.bcw{width:990px;margin:0 auto;position:relative}.bcw dl{margin:0}.bcw dt{float:left;width:860px}.bcw dd{margin:0 0 0 870px}.tabbar{background:#0b6;width:990px}.tabbar a{color:#fff;padding:0 18px;line-height:36px}</style></head><body><div class="bcw"><p><b>白城市人民政府</b>　网站标识码：2208000029</p><div class="tabbar">${head.map(([x, y]) => `<a href="${y}">${x}</a>`).join('')}</div>${inner}<hr><p>友好城市：<a href="/lj.html">哈长城市群协作</a>　<a href="/bq.html">版权说明</a>　<a href="/dt.html">网站地图</a></p></div></body></html>`;
const dl = (k, rows) => `<dl>${rows.map((n) => `<dt><a href="${u(k, n)}">${n.title}</a></dt><dd>${n.date}</dd>`).join('')}</dl>`;
const site = new Map();
for (const [k, [t, rows]] of Object.entries(secs)) {
  const total = Math.ceil(rows.length / 25);
  for (let i = 0; i < total; i++) { const h = tpl(t, `<h3>${t}</h3>${dl(k, rows.slice(i * 25, i * 25 + 25))}<p>第${i + 1}页/共${total}页 ${i ? `<a href="/${k}/${i === 1 ? '' : `p${i}.html`}">前一页</a>` : ''} ${i < total - 1 ? `<a href="/${k}/p${i + 2}.html">后一页</a>` : ''}</p>`); site.set(i ? `/${k}/p${i + 1}.html` : `/${k}/`, h); }
  for (const n of rows) site.set(u(k, n), tpl(n.title, `<h2>${n.title}</h2><p>${n.date}　${n.src}</p>${n.paras.map((x) => `<p>${x}</p>`).join('')}`));
}
site.set('/', tpl('首页', `<h3>白城新闻</h3>${dl('xw', own.slice(0, 45))}<h3>通告公告</h3>${dl('gg', notices)}<h3>政府规章</h3>${dl('wj', files)}`));
site.set('/ml.html', tpl('信息公开目录', '<p>信息公开目录：机构职能、规划计划、财政预算、人事任免、统计公报。索取方式：到市档案馆查阅点现场查阅。</p>'));
site.set('/zxbs.html', tpl('在线办事', '<p>栏目正在建设中……</p><p>办事请到白城市政务大厅（民生路一号）。一楼：公安、税务；二楼：人社、医保；三楼：市场监管、住建。</p>'));
site.set('/dh.html', tpl('市长公开电话', `<h3>市长公开电话</h3><p>电话：${S.PHONE}，受理咨询、投诉、建议。工作日上午八点半至下午四点半有人值守。来信请寄白城市海明东路政府大楼市长公开电话办公室。</p>`));
site.set('/fm.html', tpl('鹤城风貌', '<p>白城地处科尔沁草原东部，向海、莫莫格两处湿地是白鹤迁徙的重要停歇地。</p>'));
site.set('/lj.html', tpl('哈长城市群协作', '<p>协作城市栏目推荐（均为对方城市建设）：</p><ul><li><a href="http://zwfw.hegang-web.gov.cn/kstb">鹤岗市跨省通办专区</a></li><li><a href="http://www.hegang-web.gov.cn/hdjl/cjwt/">鹤岗市常见问题</a></li></ul>'));
site.set('/bq.html', tpl('版权说明', '<p>本网站文字、图片版权归白城市人民政府办公室所有，转载请注明出处。</p>'));
site.set('/dt.html', tpl('网站地图', `<ul>${head.concat([['哈长城市群协作', '/lj.html'], ['版权说明', '/bq.html']]).map(([x, y]) => `<li><a href="${y}">${x}</a></li>`).join('')}</ul>`));
const xml = () => reply(`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[...site.keys()].map((p) => `<url><loc>http://${W}${p}</loc></url>`).join('')}</urlset>`, { type: 'application/xml' });
export const inMap = [...site.keys()];
export default {
  code: '220800', name: C, pinyin: 'baicheng', province: '吉林省', region: '东北', portal: `http://${W}/`, service: '', open_data: '',
  hosts: { [W]: { handle: (ctx) => site.get(ctx.path) ?? (ctx.path === '/sitemap.xml' ? xml() : null), robots: `User-agent: *\nAllow: /\nSitemap: http://${W}/sitemap.xml\n` } },
  truth: [
    ['appeal-channels', 'present', 'working', null, 'page of the mayor\'s telephone names number and address'],
    ['cross-region', 'absent', null, null, 'a headline; the linked zone belongs to another city'],
    ['knowledge-base', 'absent', null, null, 'a headline; the linked column belongs to another city'],
    ['disclosure-catalog', 'absent', null, null, 'a headline; the page of the general catalogue is no standard catalogue'],
    ['service-guide', 'absent', null, null, 'column under construction, floors of the hall only'],
    ['smart-search', 'absent', null, null, 'no box; a headline on a rescue team'],
    ['accessibility', 'absent', null, null, 'fixed width, no mode; a headline on a bus station'],
    ['service-lists', 'absent', null, null, 'a headline'],
    ['open-data-platform', 'absent', null, null, 'a headline on the province\'s platform'],
    ...noPlatform,
    ...nowhere('one-entry', 'e-certificate', 'appeal-form', 'one-thing', 'case-tracking', 'reply-timeliness', 'follow-up', 'proactive-response', 'smart-qa', 'personal-space', 'data-security-policy', 'privacy-policy'),
  ],
  check: { decoys: [...decoys, '鹤岗市跨省通办专区', '鹤岗市常见问题'], dead: [], outside: [/hegang-web/], proof: { 'appeal-channels': [`http://${W}/dh.html`, /市长公开电话/] },
    counts: [(g, f, seen) => { const miss = inMap.filter((p) => !seen.has(`http://${W}${p}`)); return miss.length ? `map names ${miss.length} unreached, ${miss[0]}` : ''; }] },
};
