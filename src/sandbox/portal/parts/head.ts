import type { Portal } from '../portal.ts';
import { escapeHtml } from '../text.ts';

/** Further meta elements of a page, by name. */
export type Metas = Readonly<Record<string, string>>;

function writeMeta(portal: Portal, name: string, content: string): string {
  const value = escapeHtml(content);
  switch (portal.family.meta) {
    case 'content-first':
      return `<meta content="${value}" name="${name}"/>`;
    case 'upper':
      return `<META NAME="${name}" CONTENT="${value}">`;
    case 'single':
      return `<meta name='${name}' content='${value}'>`;
    case 'sitename':
      return `<meta name="${name === 'SiteName' ? 'Sitename' : name}" content="${value}">`;
    default:
      return `<meta name="${name}" content="${value}">`;
  }
}

/** Styles of a site: responsive, or laid out for screens of 1200 pixels only. */
export function styleSheet(portal: Portal): string {
  const { prefix } = portal.family;
  const { mode, phone } = portal.town.truth.accessibility;
  const width = phone ? 'max-width:1200px' : 'width:1200px';
  return [
    'body{margin:0;font:14px/1.6 "Microsoft YaHei",SimSun,sans-serif;color:#333}a{color:#1e4a8f;text-decoration:none}ul{list-style:none;padding:0}img{max-width:100%}',
    `.${prefix}-w{${width};margin:0 auto}.${prefix}-box{${phone ? 'flex:1 1 380px' : 'width:380px'};padding:8px;box-sizing:border-box}.${prefix}-row{display:flex;flex-wrap:${phone ? 'wrap' : 'nowrap'}}`,
    `.${prefix}-nav ul{display:flex;flex-wrap:wrap}.${prefix}-nav li{padding:8px 20px}${mode === 'works' ? '.elder-mode{font-size:22px;line-height:2}.elder-mode a{font-size:22px}' : ''}`,
    `.sprite{display:inline-block;width:24px;height:24px;background:url(${portal.family.assets}/sprite.png)}.${prefix}-ico{display:inline-block;width:32px;height:32px;background:#c33}`,
    phone
      ? `@media (max-width:768px){.${prefix}-box{width:100%;flex-basis:100%}table{display:block;max-width:100%;overflow:auto}img,iframe,select,input{max-width:100%}}`
      : '',
  ].join('\n');
}

/** The head of a page: labels, identity, viewport, styles. */
export function writeHead(portal: Portal, title: string, metas: Metas = {}): string {
  const { family, labelling, names, town } = portal;
  const draw = portal.draw('head');
  const label =
    labelling.meta === null
      ? ''
      : draw.chance(0.5)
        ? `<meta charset="${labelling.meta}">`
        : `<meta http-equiv="Content-Type" content="text/html; charset=${labelling.meta}">`;
  const identity: string[] = [];
  if (family.meta !== 'footer-only') {
    const domain =
      family.meta === 'scheme'
        ? `${town.bases.portal.origin}`
        : draw.chance(0.12)
          ? `${names.host},${names.host.replace(/^www\./, '')}`
          : names.host;
    identity.push(
      writeMeta(portal, 'SiteName', names.site),
      writeMeta(portal, 'SiteDomain', domain),
      writeMeta(portal, 'SiteIDCode', names.siteCode),
    );
    for (const [name, content] of Object.entries(metas)) identity.push(writeMeta(portal, name, content));
  }
  const viewport = town.truth.accessibility.phone
    ? '<meta name="viewport" content="width=device-width, initial-scale=1.0">'
    : draw.chance(0.4)
      ? '<meta name="viewport" content="width=1200">'
      : '';
  return [
    family.doctype,
    '<head>',
    label,
    '<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">',
    viewport,
    `<!-- ${family.remark} -->`,
    ...identity,
    `<title>${escapeHtml(title)}</title>`,
    `<link rel="stylesheet" type="text/css" href="${family.assets}/css/style.css">`,
    `<script type="text/javascript" src="${family.assets}/js/jquery.min.js"></script>`,
    '</head>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
