import { foreignLanguages, type Portal } from '../portal.ts';
import { escapeHtml } from '../text.ts';
import { modeButton } from './accessibility.ts';
import { columnLink, labelledLink, type Place, plainLink, writeAddress } from './links.ts';
import { robotEntry } from './robot-entry.ts';
import { searchBox } from './search-box.ts';

/** Names of languages in themselves. */
export const languageNames: Readonly<Record<string, string>> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-TW': '繁體中文',
  'zh-HK': '繁體中文',
  ja: '日本語',
  ko: '한국어',
  fr: 'Français',
  ru: 'Русский',
  de: 'Deutsch',
  es: 'Español',
  ar: 'العربية',
  vi: 'Tiếng Việt',
  th: 'ภาษาไทย',
  mn: 'Монгол',
  bo: 'བོད་ཡིག',
  ug: 'ئۇيغۇرچە',
  pt: 'Português',
  it: 'Italiano',
};

function languageLinks(portal: Portal, place: Place): string {
  const links: string[] = [];
  const draw = portal.draw('languages');
  if (portal.has('english')) links.push(columnLink(portal, 'english', draw, 'inline', place));
  foreignLanguages(portal.town).forEach((language, index) => {
    links.push(plainLink(languageNames[language] ?? language, portal.columnPath(`language-${index + 1}`)));
  });
  return links.join(' ');
}

const serviceWords = ['政务服务', '政务服务网', '办事服务', '办事大厅', '网上办事'] as const;

function navigation(portal: Portal, place: Place): string {
  const draw = portal.draw('navigation');
  const service = draw.pick(serviceWords);
  const items = [
    plainLink(draw.pick(['首页', '网站首页', '首 页']), place === 'home' ? '/' : `${portal.town.bases.portal.origin}/`),
    ...['hub-about', 'hub-news', 'hub-open'].map((key) =>
      plainLink(portal.column(key).name, writeAddress(portal, portal.columnPath(key), draw, place)),
    ),
    plainLink(service, portal.town.bases.service.href),
    ...['hub-talk', 'hub-data', 'topic'].map((key) =>
      plainLink(portal.column(key).name, writeAddress(portal, portal.columnPath(key), draw, place)),
    ),
  ];
  return `<div class="${portal.family.prefix}-nav"><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></div>`;
}

/** Logo, tool bar, search box and navigation. */
export function writeHeader(portal: Portal, place: Place): string {
  const { family, names, town } = portal;
  const draw = portal.draw('header');
  const service = town.bases.service.href;
  const tools = [
    town.truth.oneEntry.account ? plainLink('登录', service) : '',
    town.truth.oneEntry.account && draw.chance(0.6) ? plainLink('注册', service) : '',
    portal.has('mobile') ? columnLink(portal, 'mobile', draw, 'inline', place) : '',
    languageLinks(portal, place),
    modeButton(portal),
    robotEntry(portal, 'header'),
    draw.chance(0.4) ? plainLink('微博', 'https://weibo.com/') : '',
    draw.chance(0.3) ? `<a href="mailto:webmaster@${escapeHtml(names.host.replace(/^www\./, ''))}">站长邮箱</a>` : '',
    draw.chance(0.5) ? labelledLink(portal, '中国政府网', 'https://www.gov.cn/', draw, 'inline') : '',
  ].filter((tool) => tool !== '');
  return `<div class="${family.prefix}-header header"><div class="${family.prefix}-w">
<div class="top-bar">${tools.join(draw.pick([' | ', ' ', '<span>|</span>', '&nbsp;']))}</div>
<div class="logo"><a href="${place === 'home' ? '/' : `${town.bases.portal.origin}/`}"><img src="${family.assets}/logo.png" alt="${escapeHtml(names.site)}"></a></div>
<div class="search">${searchBox(portal)}</div>
${navigation(portal, place)}
</div></div>`;
}
