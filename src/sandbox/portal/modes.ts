import { writeFooter } from './parts/footer.ts';
import { type Metas, writeHead } from './parts/head.ts';
import { writeHeader } from './parts/header.ts';
import type { Place } from './parts/links.ts';
import type { Portal } from './portal.ts';
import { scriptLiteral } from './text.ts';

/** Paths of the page parts of this town. */
export function partPaths(portal: Portal): { header: string; footer: string; bundle: string; data: string } {
  const [header, footer] = portal.family.scripts;
  const folder = /^\d/.test(header) ? '/static/js' : `${portal.family.assets}/js`;
  const frame = portal.town.style.header === 'frame';
  const uuid = (key: string): string => {
    const hex = portal.draw(`frame:${key}`).hex(32);
    return `/columns/${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}/index.html`;
  };
  return {
    header: frame ? uuid('header') : `${folder}/${header}`,
    footer: frame ? uuid('footer') : `${folder}/${footer}`,
    bundle: `/static/js/app.${portal.draw('bundle').hex(8)}.js`,
    data: '/gateway/front/page/content',
  };
}

/** A script that writes HTML into the page, in one of the ways of real templates. */
export function writingScript(portal: Portal, piece: 'header' | 'footer', html: string): string {
  const draw = portal.draw(`writing:${piece}`);
  const lines = html.split('\n');
  switch (draw.between(0, 2)) {
    case 0:
      return lines
        .map(
          (line) =>
            `document.writeln("${line
              .replace(/\\/g, '\\\\')
              .replace(/"/g, '\\"')
              .replace(/<\/(script)/gi, '<\\/$1')}");`,
        )
        .join('\n');
    case 1:
      return `var ${piece}Html='';\n${lines.map((line) => `${piece}Html+='${scriptLiteral(line)}';`).join('\n')}\ndocument.write(${piece}Html);`;
    default:
      return `document.write('${scriptLiteral(html)}');`;
  }
}

/** A page part as a separate document, shown in a frame. */
export function framedPart(portal: Portal, html: string): string {
  return `${writeHead(portal, portal.names.site)}<body><base target="_top">\n${html}\n</body></html>`;
}

/** Script element with the charset of a GBK script, which may differ from the page's encoding. */
function scriptTag(portal: Portal, path: string): string {
  const label = portal.labelling.scripts === 'gb18030' && portal.labelling.meta !== null ? ' charset="gbk"' : '';
  return `<script type="text/javascript" src="${path}"${label}></script>`;
}

/** A whole page with header and footer in the form that the town uses. */
export function wrapPage(portal: Portal, title: string, body: string, place: Place, metas: Metas = {}): string {
  const parts = partPaths(portal);
  const head = writeHead(portal, title, metas);
  switch (portal.town.style.header) {
    case 'script':
      return `${head}\n<body>\n${scriptTag(portal, parts.header)}\n${body}\n${scriptTag(portal, parts.footer)}\n</body>\n</html>`;
    case 'frame':
      return `${head}\n<body>\n<iframe src="${parts.header}" width="100%" height="320" frameborder="0" scrolling="no"></iframe>\n${body}\n<iframe src="${parts.footer}" width="100%" height="260" frameborder="0" scrolling="no"></iframe>\n</body>\n</html>`;
    default:
      return `${head}\n<body>\n${writeHeader(portal, place)}\n${body}\n${writeFooter(portal, place)}\n</body>\n</html>`;
  }
}

/** Shell of a page whose content a bundle loads. */
export function shellPage(portal: Portal, title: string): string {
  const parts = partPaths(portal);
  const head = writeHead(portal, title);
  return `${head}\n<body>\n<noscript><strong>请启用JavaScript后继续浏览。</strong></noscript>\n<div id="app"></div>\n<script src="${parts.bundle}"></script>\n</body>\n</html>`;
}

/** The bundle: loads the content of its page and builds the document. */
export function bundleSource(portal: Portal): string {
  const { data } = partPaths(portal);
  return `!function(){"use strict";
function run(root){var old=root.querySelectorAll("script");for(var i=0;i<old.length;i++){var s=document.createElement("script");if(old[i].src){s.setAttribute("src",old[i].getAttribute("src"));}else{s.text=old[i].text;}old[i].parentNode.replaceChild(s,old[i]);}}
function put(name,html){var part=document.createElement("div");part.className="app-"+name;part.innerHTML=html;document.getElementById("app").appendChild(part);run(part);}
var request=new XMLHttpRequest();request.open("GET","${data}?route="+encodeURIComponent(location.pathname+location.search));
request.onload=function(){var reply=JSON.parse(request.responseText);if(reply.code!==200){return;}document.title=reply.data.title;put("head",reply.data.top);put("main",reply.data.content);put("foot",reply.data.bottom);};
request.send();
}();`;
}
