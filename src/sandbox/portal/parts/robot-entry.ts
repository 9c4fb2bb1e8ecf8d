import type { Draw } from '../draw.ts';
import type { Portal } from '../portal.ts';
import { robotFramePage, robotScript, robotVendorOf } from '../robots/vendors.ts';
import { escapeHtml } from '../text.ts';
import { labelledLink } from './links.ts';

/** Page parts that can contain the robot's entry. */
export type RobotPlace = 'header' | 'side' | 'talk';

function robotPlaceOf(portal: Portal): RobotPlace {
  return portal.draw('robot-place').pick(['header', 'side', 'side', 'talk']);
}

/** Decoys that look like a robot; every town may have some. */
function consultBait(portal: Portal, draw: Draw): string {
  const number = draw.between(10_000_000, 99_999_999);
  return draw.pick([
    `<a href="tencent://message/?uin=${number}&Site=qq&Menu=yes"><img src="${portal.family.assets}/qq.gif" alt="在线客服"></a>`,
    `<a target="_blank" href="http://wpa.qq.com/msgrd?v=3&uin=${number}&site=qq&menu=yes">QQ在线客服</a>`,
    `<div class="wx"><img src="${portal.family.assets}/weixin.jpg" alt="微信咨询"><p>扫一扫</p></div>`,
    `<ul class="znwd"><li><a href="${escapeHtml(portal.columnPath('contact'))}">联系我们</a></li><li><a href="#top">返回顶部</a></li></ul>`,
  ]);
}

function opened(portal: Portal, draw: Draw): string {
  const qa = portal.town.truth.qa;
  if (qa === null) return '';
  const vendor = robotVendorOf(qa.vendor);
  const address = vendor.entry(portal);
  const label = draw.pick(vendor.labels);
  const place = 'block';
  switch (qa.opening) {
    case 'page':
      if (draw.chance(0.15))
        return `<a href="${escapeHtml(address)}" target="_blank"><img src="${portal.family.assets}/header_jqr_btn.png"></a>`;
      return labelledLink(portal, label, address, draw, place);
    case 'frame':
      return draw.chance(0.6)
        ? labelledLink(portal, label, robotFramePage, draw, place)
        : `<div class="znwd-panel"><h4>${label}</h4><iframe src="${escapeHtml(address)}" width="360" height="420" frameborder="0" title="${label}"></iframe></div>`;
    case 'window':
      return draw.chance(0.5)
        ? `<a href="javascript:openZnwd();" title="${label}"><img src="${portal.family.assets}/jqr.png" alt="${label}"></a><script>function openZnwd(){window.open('${address}','znwd','width=960,height=680');}</script>`
        : `<div class="fl-item" onclick="window.open('${escapeHtml(address)}','_blank','width=960,height=680')"><span>${label}</span></div>`;
    case 'script':
      return `<script src="${robotScript}"></script>`;
  }
}

/** The robot's entry where the town places it, else other content. */
export function robotEntry(portal: Portal, place: RobotPlace): string {
  const draw = portal.draw('robot-entry');
  if (portal.town.truth.qa !== null) return robotPlaceOf(portal) === place ? opened(portal, draw) : '';
  return place === 'side' && draw.chance(0.7) ? consultBait(portal, draw) : '';
}

/** Source of the script that puts the robot's button on the page. */
export function robotScriptSource(portal: Portal): string | null {
  const qa = portal.town.truth.qa;
  if (qa?.opening !== 'script') return null;
  const vendor = robotVendorOf(qa.vendor);
  const label = portal.draw('robot-script').pick(vendor.labels);
  return `(function(){
var url='${vendor.entry(portal)}';
var box=document.createElement('div');box.className='znkf-float';box.style.cssText='position:fixed;right:10px;bottom:120px;z-index:999';
var link=document.createElement('a');link.href=url;link.target='_blank';link.title='${label}';link.appendChild(document.createTextNode('${label}'));
box.appendChild(link);
if(document.body){document.body.appendChild(box);}else{window.addEventListener('load',function(){document.body.appendChild(box);});}
})();`;
}
