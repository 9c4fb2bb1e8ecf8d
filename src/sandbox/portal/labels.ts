import type { Draw } from './draw.ts';
import { escapeHtml, fullWidth } from './text.ts';

/** A label and its link, independent of markup. */
export interface LabelledLink {
  readonly label: string;
  /** Address as written in the page. */
  readonly href: string;
  readonly prefix: string;
  readonly assets: string;
}

type Markup = (link: LabelledLink, draw: Draw) => string;

const attribute = (link: LabelledLink): string => escapeHtml(link.href);
const text = (link: LabelledLink): string => escapeHtml(link.label);
const picture = (link: LabelledLink, draw: Draw): string => `${link.assets}/ico_${draw.hex(4)}.png`;
const apart = (label: string, mark: string): string => [...label].join(mark);
const script = (link: LabelledLink): string => escapeHtml(link.href.replaceAll("'", '%27'));

/**
 * Markup variants of a label and its link. A person who looks at the page and its source can read
 * all of them.
 */
export const markups: Readonly<Record<string, Markup>> = {
  text: (link) => `<a href="${attribute(link)}">${text(link)}</a>`,
  target: (link) => `<a target="_blank" href="${attribute(link)}" title="${text(link)}">${text(link)}</a>`,
  'icon-title': (link, draw) =>
    `<a href="${attribute(link)}" title="${text(link)}"><img src="${picture(link, draw)}" width="40" height="40"></a>`,
  'icon-alt': (link, draw) =>
    `<a href='${attribute(link)}' target='_blank'><img border=0 src='${picture(link, draw)}' alt='${text(link)}'></a>`,
  aria: (link) =>
    `<a class="${link.prefix}-ico ico-${link.label.length}" href="${attribute(link)}" aria-label="${text(link)}"></a>`,
  'dt-dd': (link, draw) =>
    `<dl class="${link.prefix}-qk"><dt><a href="${attribute(link)}"><img src="${picture(link, draw)}"></a></dt><dd><p>${text(link)}</p></dd></dl>`,
  map: (link, draw) => {
    const name = `Map${draw.hex(3)}`;
    return `<img src="${picture(link, draw)}" usemap="#${name}" border="0"><map name="${name}"><area shape="rect" coords="4,3,118,42" href="${attribute(link)}" alt="${text(link)}"></map>`;
  },
  button: (link) =>
    `<button type="button" class="${link.prefix}-btn" onclick="location.href='${script(link)}'">${text(link)}</button>`,
  opener: (link) =>
    `<div class="${link.prefix}-item" onclick="window.open('${script(link)}')"><p>${text(link)}</p></div>`,
  'script-link': (link) =>
    `<a href="javascript:void(0);" onclick="window.open('${script(link)}','_blank')">${text(link)}</a>`,
  'script-href': (link) => `<a href="javascript:window.open('${script(link)}');void 0">${text(link)}</a>`,
  sprite: (link) =>
    `<a href="${attribute(link)}" class="${link.prefix}-link"><i class="sprite sp-${link.label.length}"></i><span>${text(link)}</span></a>`,
  spans: (link) => {
    const half = Math.ceil(link.label.length / 2);
    return `<a href="${attribute(link)}"><span><em>${escapeHtml(link.label.slice(0, half))}</em><em>${escapeHtml(link.label.slice(half))}</em></span></a>`;
  },
  blanks: (link) => `<a href="${attribute(link)}">${escapeHtml(apart(link.label, ' '))}</a>`,
  'wide-blanks': (link) => `<a href="${attribute(link)}">${escapeHtml(apart(link.label, '　'))}</a>`,
  entities: (link) =>
    `<a href="${attribute(link)}">${[...link.label].map((sign) => `&#${sign.codePointAt(0)};`).join('')}</a>`,
  'nbsp-entities': (link) =>
    `<a href="${attribute(link)}">&nbsp;${[...link.label].map(escapeHtml).join('&nbsp;')}&nbsp;</a>`,
  broken: (link) => {
    const half = Math.floor(link.label.length / 2);
    return `<a href="${attribute(link)}">${escapeHtml(link.label.slice(0, half))}<br/>${escapeHtml(link.label.slice(half))}</a>`;
  },
  comment: (link) =>
    `<a href="${attribute(link)}">${escapeHtml(link.label.slice(0, 2))}<!-- -->${escapeHtml(link.label.slice(2))}</a>`,
  'wide-letters': (link) => `<a href="${attribute(link)}">${escapeHtml(fullWidth(link.label))}</a>`,
  brackets: (link) => `<a href="${attribute(link)}">【${text(link)}】</a>`,
  enter: (link) => `<a href="${attribute(link)}">进入${text(link)}&gt;&gt;</a>`,
  beside: (link) => `<span class="tit">${text(link)}</span><a class="more" href="${attribute(link)}">更多&gt;&gt;</a>`,
  heading: (link) =>
    `<h3><em>${text(link)}</em><a href="${attribute(link)}" class="fr"><img src="${link.assets}/more.gif"></a></h3>`,
  svg: (link) =>
    `<a href="${attribute(link)}"><svg viewBox="0 0 24 24" width="24" height="24"><title>${text(link)}</title><path d="M3 3h18v18H3z"/></svg></a>`,
  input: (link) => `<input type="button" value="${text(link)}" onClick="window.location='${script(link)}'">`,
  figure: (link, draw) =>
    `<figure><a href="${attribute(link)}"><img src="${picture(link, draw)}"></a><figcaption>${text(link)}</figcaption></figure>`,
  'table-below': (link, draw) =>
    `<table class="${link.prefix}t"><tr><td align=center><a href="${attribute(link)}"><img src="${picture(link, draw)}"></a></td></tr><tr><td align=center>${text(link)}</td></tr></table>`,
  old: (link) => `<A HREF=${attribute(link)} TARGET=_blank><FONT COLOR=#003399>${text(link)}</FONT></A>`,
};

const names: readonly string[] = Object.keys(markups);
/** Variants that keep a link inline, for footers and tool bars. */
const inline: readonly string[] = names.filter(
  (name) => !['dt-dd', 'opener', 'figure', 'table-below', 'heading', 'map', 'beside'].includes(name),
);

/** Writes a link in one of the variants; half of them as plain text links, as on real pages. */
export function writeLink(link: LabelledLink, draw: Draw, where: 'block' | 'inline'): string {
  const name = draw.chance(0.4) ? 'text' : draw.pick(where === 'block' ? names : inline);
  return (markups[name] ?? markups.text)?.(link, draw) ?? '';
}
