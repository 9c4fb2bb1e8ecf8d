import type { SiteReply, SiteRequest } from '../town.ts';
import { dataPolicyBytes, dataPolicyFile } from './documents/data-policy.ts';
import { bundleSource, framedPart, partPaths, writingScript } from './modes.ts';
import { shellContent } from './pages/router.ts';
import { modeScriptPath, modeScriptSource } from './parts/accessibility.ts';
import { writeFooter } from './parts/footer.ts';
import { styleSheet } from './parts/head.ts';
import { writeHeader } from './parts/header.ts';
import { robotScriptSource } from './parts/robot-entry.ts';
import type { Portal } from './portal.ts';
import { bytesReply, jsonReply, labelledScriptReply, pageReply, scriptReply } from './reply.ts';
import { parametersOf } from './request.ts';
import { robotScript } from './robots/vendors.ts';

/** A transparent pixel. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const attachmentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

function answerScript(portal: Portal, path: string): SiteReply | null {
  const { truth, style } = portal.town;
  const parts = partPaths(portal);
  if (style.header === 'script') {
    if (path === parts.header)
      return scriptReply(portal.labelling, writingScript(portal, 'header', writeHeader(portal, 'part')));
    if (path === parts.footer)
      return scriptReply(portal.labelling, writingScript(portal, 'footer', writeFooter(portal, 'part')));
  }
  if (style.header === 'shell' && path === parts.bundle)
    return {
      status: 200,
      headers: { 'content-type': 'application/javascript; charset=utf-8' },
      body: bundleSource(portal),
    };
  if (path === robotScript) {
    const source = robotScriptSource(portal);
    return source === null ? null : labelledScriptReply(source);
  }
  if (path === modeScriptPath(portal))
    return truth.accessibility.mode === 'works' ? labelledScriptReply(modeScriptSource()) : null;
  return path === `${portal.family.assets}/js/jquery.min.js`
    ? labelledScriptReply('/* base */window.siteReady=true;')
    : null;
}

/** Handler of page parts: scripts, frames, styles, images, attachments, data of the shell. */
export function answerPart(portal: Portal, request: SiteRequest): SiteReply | null {
  const path = request.url.pathname;
  const parts = partPaths(portal);
  if (path.endsWith('.js')) return answerScript(portal, path);
  if (path.endsWith('.css'))
    return path.startsWith(portal.family.assets) ? bytesReply('text/css; charset=utf-8', styleSheet(portal)) : null;
  if (/\.(?:png|gif|jpg|ico)$/.test(path)) return bytesReply('image/png', dot);
  if (path === '/robots.txt') return bytesReply('text/plain', 'User-agent: *\nDisallow: /admin/\n');
  if (portal.town.style.header === 'frame') {
    if (path === parts.header)
      return pageReply(portal.town, portal.labelling, framedPart(portal, writeHeader(portal, 'part')));
    if (path === parts.footer)
      return pageReply(portal.town, portal.labelling, framedPart(portal, writeFooter(portal, 'part')));
  }
  if (portal.town.style.header === 'shell' && path === parts.data) {
    const route = parametersOf(request).get('route') ?? '/';
    const content = shellContent(portal, route);
    if (content === null) return jsonReply({ code: 404, message: '页面不存在' }, 404);
    return jsonReply({
      code: 200,
      data: {
        title: content.title,
        top: writeHeader(portal, 'part'),
        content: content.body,
        bottom: writeFooter(portal, 'part'),
      },
    });
  }
  if (path === dataPolicyFile(portal)) {
    const bytes = dataPolicyBytes(portal);
    return bytes === null
      ? null
      : bytesReply(attachmentTypes[path.split('.').pop() ?? ''] ?? 'application/octet-stream', bytes);
  }
  return null;
}
