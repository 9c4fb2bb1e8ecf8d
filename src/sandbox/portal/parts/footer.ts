import type { Portal } from '../portal.ts';
import { escapeHtml } from '../text.ts';
import { columnLink, type Place } from './links.ts';

const ministries: readonly (readonly [string, string])[] = [
  ['中国政府网', 'https://www.gov.cn/'],
  ['国家发展改革委', 'https://www.ndrc.gov.cn/'],
  ['教育部', 'http://www.moe.gov.cn/'],
  ['公安部', 'https://www.mps.gov.cn/'],
  ['民政部', 'https://www.mca.gov.cn/'],
  ['财政部', 'http://www.mof.gov.cn/'],
  ['自然资源部', 'https://www.mnr.gov.cn/'],
  ['交通运输部', 'https://www.mot.gov.cn/'],
  ['国家卫生健康委', 'http://www.nhc.gov.cn/'],
  ['国家统计局', 'https://www.stats.gov.cn/'],
  ['国家税务总局', 'http://www.chinatax.gov.cn/'],
  ['国家信访局', 'https://www.gjxfj.gov.cn/'],
];

/** The footer: links to other sites, statements, identity. */
export function writeFooter(portal: Portal, place: Place): string {
  const { family, names, town } = portal;
  const draw = portal.draw('footer');
  const keys = ['map', 'contact', 'about', 'statement', 'help'].filter((key) => key !== 'help' || draw.chance(0.4));
  if (portal.has('privacy')) keys.splice(draw.between(1, keys.length), 0, 'privacy');
  const links = keys.map((key) => columnLink(portal, key, draw, 'inline', place));
  const caption =
    town.truth.privacy === null && draw.chance(0.5)
      ? `<div class="wza-caption" aria-label="页面底部区域，包含网站地图、联系我们、隐私声明等栏目" tabindex="0"></div>`
      : '';
  const friends = draw.chance(0.5)
    ? `<select onchange="if(this.value!='')window.open(this.value)"><option value="">国家部委网站</option>${ministries.map(([name, address]) => `<option value="${address}">${name}</option>`).join('')}</select>`
    : `<ul class="links">${ministries.map(([name, address]) => `<li><a href="${address}" target="_blank">${name}</a></li>`).join('')}</ul>`;
  const code = draw.pick([
    `网站标识码：${names.siteCode}`,
    `政府网站标识码：${names.siteCode}`,
    `网站标识码 ${names.siteCode}`,
  ]);
  return `<div class="${family.prefix}-footer footer"><div class="${family.prefix}-w">
<div class="friend">${friends}</div>
${caption}<div class="foot-links">${links.join(draw.pick([' | ', ' ', '<i>|</i>']))}</div>
<p>主办：${escapeHtml(names.authority)}办公室　承办：${escapeHtml(names.full)}${draw.pick(['大数据中心', '信息中心', '数据局'])}　${code}</p>
<p><a href="https://beian.miit.gov.cn/">${draw.pick(['京', '冀', '鲁', '粤', '川', '浙'])}ICP备${draw.between(5_000_000, 21_999_999)}号-1</a>　<a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=${town.government.code}02000${draw.between(100, 999)}">公安备案</a>　<a href="mailto:${escapeHtml(names.pinyin)}@${escapeHtml(names.host.replace(/^www\./, ''))}">网站邮箱</a></p>
<a href="https://bszs.conac.cn/sitename?method=show&amp;id=${draw.hex(32).toUpperCase()}"><img src="${family.assets}/red.png" alt="党政机关"></a>
<a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${names.siteCode}&amp;url=${encodeURIComponent(town.bases.portal.origin)}"><img src="${family.assets}/jiucuo.png" alt="政府网站找错"></a>
</div></div>`;
}
