import type { SiteHandler, SiteReply, SiteRequest } from '../town.ts';
import { accountLinks, menuLinks } from './content/home.ts';
import { contentOf } from './content/page.ts';
import { link, pathIn } from './kit/mount.ts';
import { gbkScriptReply, htmlReply, jsonReply, scriptReply, styleReply } from './kit/reply.ts';
import {
  bodyFrame,
  encodingOf,
  footerText,
  frameDocument,
  hasGbkScripts,
  menuScript,
  renderPage,
} from './render/page.ts';
import { shellScript } from './render/shell-script.ts';
import { pageAt, type ServiceSite, serviceSiteOf } from './site.ts';

export { serviceFamilies, serviceFamilyOf } from './site.ts';

function givenFields(request: SiteRequest): URLSearchParams {
  const given = new URLSearchParams(request.url.search);
  if (request.method === 'POST') for (const [key, value] of new URLSearchParams(request.body)) given.set(key, value);
  return given;
}

/** Files that the family's pages load. */
function familyFile(site: ServiceSite, path: string, given: URLSearchParams): SiteReply | null {
  if (path === 'css/style.css')
    return styleReply('body{margin:0;font:14px/1.6 sans-serif}.main{width:1000px;margin:auto}');
  switch (site.family) {
    case 'menu-script': {
      const part = /^js\/(header|footer)\.js$/u.exec(path)?.[1];
      if (part === undefined) return null;
      const source = menuScript(site, part === 'header' ? 'header' : 'footer');
      return hasGbkScripts(site) ? gbkScriptReply(source) : scriptReply(source);
    }
    case 'frames': {
      if (path === 'frame/top.htm') return htmlReply(site.town, frameDocument(site), 'utf-8');
      const home = path === 'frame/main.htm' ? contentOf(site, 'home', null, given) : null;
      return home === null ? null : htmlReply(site.town, bodyFrame(site, home), 'utf-8');
    }
    case 'shell': {
      if (path === 'static/js/app.js') return scriptReply(shellScript(link(site.mount, 'api/content')));
      const page = path === 'api/content' ? pageAt(site, given.get('key') ?? '') : null;
      const content = page === null ? null : contentOf(site, page.id, page.index, given);
      if (content === null || page === null) return null;
      return jsonReply({
        code: 0,
        data: {
          site: site.name,
          region: site.region,
          title: page.id === 'home' ? content.title : `${content.title}-${site.name}`,
          heading: content.title,
          menu: menuLinks(site),
          account: accountLinks(site),
          blocks: content.blocks,
          footer: footerText(site),
        },
      });
    }
    default:
      return null;
  }
}

/**
 * The service platform (政务服务网) of a town. Every page shows its region and administrative level, and
 * every link keeps the region parameter or path of the base address. Null: no such page.
 */
export const serviceSite: SiteHandler = (town, request) => {
  const site = serviceSiteOf(town);
  const path = pathIn(site.mount, request.url);
  if (path === null) return null;
  const given = givenFields(request);
  const file = familyFile(site, path, given);
  if (file !== null) return file;
  const page = pageAt(site, path);
  const content = page === null ? null : contentOf(site, page.id, page.index, given);
  if (page === null || content === null) return null;
  return htmlReply(town, renderPage(site, content, path, page.id === 'home'), encodingOf(site));
};
