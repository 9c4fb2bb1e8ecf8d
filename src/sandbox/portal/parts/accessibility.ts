import type { Portal } from '../portal.ts';
import { escapeHtml } from '../text.ts';
import { writeAddress } from './links.ts';

const labels = ['适老化', '无障碍', '长者模式', '无障碍阅读', '关怀版', '适老化无障碍', '老年版'] as const;

/** Path of the script that switches the mode. */
export function modeScriptPath(portal: Portal): string {
  return `${portal.family.assets}/js/${portal.draw('mode-script').pick(['aria.js', 'wza.js', 'esdtoolsinit.js'])}`;
}

/** The button of the mode for old and disabled people: one that switches, one that only looks so, or none. */
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
  const button = draw.pick([
    `<a id="ariaBtn" href="javascript:void(0);" onclick="aria.start()">${label}</a>`,
    `<a href="javascript:aria.start();" title="${label}"><img src="${portal.family.assets}/wza.png" alt="${label}"></a>`,
    `<button type="button" id="wzaBtn" onclick="aria.start()">${label}</button>`,
  ]);
  return `${button}<script src="${modeScriptPath(portal)}"></script>`;
}

/** The script of a working mode: bigger letters, a tool bar with reading aloud, and back. */
export function modeScriptSource(): string {
  return `var aria={on:false,start:function(){
var root=document.documentElement,bar=document.getElementById('ariaBar');
aria.on=!aria.on;
if(aria.on){root.className+=' elder-mode';document.body.className+=' elder-mode';document.body.style.fontSize='24px';document.body.style.zoom='1.3';
bar=document.createElement('div');bar.id='ariaBar';bar.setAttribute('role','toolbar');bar.style.cssText='position:fixed;top:0;left:0;width:100%;background:#fff;z-index:9999;border-bottom:2px solid #06c';
bar.innerHTML='<button type="button" onclick="aria.read()">语音播报</button><button type="button" onclick="aria.size(1)">放大字体</button><button type="button" onclick="aria.size(-1)">缩小字体</button><button type="button" onclick="aria.contrast()">高对比度</button><button type="button" onclick="aria.start()">退出服务</button>';
document.body.insertBefore(bar,document.body.firstChild);}
else{root.className=root.className.replace(/ ?elder-mode/g,'');document.body.className=document.body.className.replace(/ ?elder-mode/g,'');document.body.style.fontSize='';document.body.style.zoom='';if(bar){bar.parentNode.removeChild(bar);}}
},size:function(step){var now=parseInt(document.body.style.fontSize||'24',10);document.body.style.fontSize=(now+step*4)+'px';},
contrast:function(){document.body.style.background='#000';document.body.style.color='#ff0';},
read:function(){if(window.speechSynthesis){window.speechSynthesis.speak(new SpeechSynthesisUtterance(document.title));}}};`;
}
