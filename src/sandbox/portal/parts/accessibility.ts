import type { Portal } from '../portal.ts';
import { escapeHtml } from '../text.ts';
import { writeAddress } from './links.ts';

const labels = ['适老化', '无障碍', '长者模式', '无障碍阅读', '关怀版', '适老化无障碍', '老年版'] as const;

/** Path of the script that switches the mode. */
export function modeScriptPath(portal: Portal): string {
  return `${portal.family.assets}/js/${portal.draw('mode-script').pick(['aria.js', 'wza.js', 'esdtoolsinit.js'])}`;
}

/** Button of the barrier-free mode: a working one, a decoy, or none. */
export function modeButton(portal: Portal): string {
  const { mode } = portal.town.truth.accessibility;
  if (mode === null) return '';
  const draw = portal.draw('mode');
  const label = draw.pick(labels);
  if (mode === 'pretends')
    return draw.pick([
      `<a href="javascript:void(0);" class="wza">${label}</a>`,
      `<a href="#" title="${label}"><img src="${portal.family.assets}/wza.png" alt="${label}"></a>`,
      `<a href="javascript:alert('功能建设中');">${label}</a>`,
    ]);
  if (draw.chance(0.35))
    return `<a href="${escapeHtml(writeAddress(portal, portal.columnPath('elder'), draw, 'part'))}">${label}</a>`;
  // In a frame, links need the top window as target, while a script address must stay in the frame
  // of its script.
  const button = draw.pick([
    `<a id="ariaBtn" href="javascript:void(0);" onclick="aria.start()">${label}</a>`,
    `<a href="javascript:aria.start();" target="_self" title="${label}"><img src="${portal.family.assets}/wza.png" alt="${label}"></a>`,
    `<button type="button" id="wzaBtn" onclick="aria.start()">${label}</button>`,
  ]);
  return `${button}<script src="${modeScriptPath(portal)}"></script>`;
}

/**
 * Script of a working mode: larger letters, a tool bar with reading aloud, and a way back. From a
 * header frame it acts on the page around it.
 */
export function modeScriptSource(): string {
  return `var aria={on:false,page:function(){var w=window;try{if(window.top!==window&&window.top.document){w=window.top;w.aria=aria;}}catch(e){w=window;}return w.document;},start:function(){
var doc=aria.page(),root=doc.documentElement,body=doc.body,bar=doc.getElementById('ariaBar');
aria.on=!aria.on;
if(aria.on){root.className+=' elder-mode';body.className+=' elder-mode';body.style.fontSize='24px';body.style.zoom='1.3';
bar=doc.createElement('div');bar.id='ariaBar';bar.setAttribute('role','toolbar');bar.style.cssText='position:fixed;top:0;left:0;width:100%;background:#fff;z-index:9999;border-bottom:2px solid #06c';
bar.innerHTML='<button type="button" onclick="aria.read()">语音播报</button><button type="button" onclick="aria.size(1)">放大字体</button><button type="button" onclick="aria.size(-1)">缩小字体</button><button type="button" onclick="aria.contrast()">高对比度</button><button type="button" onclick="aria.start()">退出服务</button>';
body.insertBefore(bar,body.firstChild);}
else{root.className=root.className.replace(/ ?elder-mode/g,'');body.className=body.className.replace(/ ?elder-mode/g,'');body.style.fontSize='';body.style.zoom='';if(bar){bar.parentNode.removeChild(bar);}}
},size:function(step){var body=aria.page().body,now=parseInt(body.style.fontSize||'24',10);body.style.fontSize=(now+step*4)+'px';},
contrast:function(){var body=aria.page().body;body.style.background='#000';body.style.color='#ff0';},
read:function(){if(window.speechSynthesis){window.speechSynthesis.speak(new SpeechSynthesisUtterance(aria.page().title));}}};`;
}
