import { languageNames } from '../parts/header.ts';
import { plainLink } from '../parts/links.ts';
import { foreignLanguages, type Portal, type PortalColumn } from '../portal.ts';
import { escapeHtml } from '../text.ts';
import { breadcrumb, type Content, columnMetas, heading } from './frame.ts';

const texts: Readonly<Record<string, readonly string[]>> = {
  contact: [
    '地址：{full}人民路1号，{authority}办公室。',
    '电话：请于工作日拨打值班室电话。',
    '网站技术支持：{full}信息中心。',
  ],
  about: [
    '{site}是{authority}在互联网上发布政务信息、提供在线服务、与公众互动交流的综合平台。',
    '网站由{authority}办公室主办，各部门、各县区共同维护。',
  ],
  help: ['如何浏览：点击导航栏目进入相应页面。', '如何打印：点击文章页上方的打印按钮。', '建议使用新版浏览器访问。'],
  leaders: [
    '市长：主持市政府全面工作。',
    '常务副市长：负责市政府常务工作。',
    '副市长：分管教育、卫生健康、民政等工作。',
    '秘书长：协助市长处理日常工作。',
  ],
  organs: [
    '{authority}办公室：承担市政府日常运转工作。',
    '组成部门：发展和改革委员会、教育局、公安局、民政局、财政局等。',
    '直属机构：国有资产监督管理委员会、统计局、医疗保障局等。',
  ],
  'disclosure-guide': [
    '为方便公民、法人和其他组织获取政府信息，编制本指南。',
    '公开范围：机构职能、政策文件、规划计划、统计信息等。',
    '公开形式：政府网站、政府公报、新闻发布会。',
  ],
  'disclosure-request': [
    '公民、法人或者其他组织可以向本机关申请获取政府信息。',
    '受理机构：{authority}办公室。可以当面、邮寄或通过网站提交申请表。',
  ],
  profile: [
    '{full}历史悠久，人文荟萃，是区域性中心城市。',
    '全市下辖多个县区，气候温和，物产丰富。',
    '近年来，经济社会保持平稳发展。',
  ],
  mobile: ['请用手机浏览器访问本网站，页面会自动适应屏幕。'],
};

/** A page of a few fixed sentences. */
export function plainPage(portal: Portal, column: PortalColumn): Content {
  const { full, authority, site } = portal.names;
  const lines = (texts[column.key] ?? []).map((line) =>
    line.replaceAll('{full}', full).replaceAll('{authority}', authority).replaceAll('{site}', site),
  );
  return {
    title: column.name,
    body: `${breadcrumb(portal, column)}${heading(column.name)}<div class="con">${lines.map((line) => `<p>　　${escapeHtml(line)}</p>`).join('')}</div>`,
    metas: columnMetas(portal, column),
  };
}

const greetings: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Welcome',
    'Government News',
    'About the City',
    'Doing Business',
    'Living and Visiting',
    'The municipal government publishes news, policies and services for residents and visitors here.',
  ],
  ja: ['ようこそ', '市政ニュース', '都市概況', '投資案内', '生活ガイド', '市民と来訪者のための情報を掲載しています。'],
  ko: ['환영합니다', '시정 뉴스', '도시 소개', '투자 안내', '생활 안내', '시민과 방문객을 위한 정보를 제공합니다.'],
  fr: [
    'Bienvenue',
    'Actualités',
    'La ville',
    'Investir',
    'Vivre et visiter',
    'La municipalité publie ici ses informations et ses services.',
  ],
  ru: [
    'Добро пожаловать',
    'Новости',
    'О городе',
    'Инвестиции',
    'Жизнь и туризм',
    'Здесь публикуются новости и услуги городского правительства.',
  ],
};

/** The site's version in another language. */
export function languagePage(portal: Portal, column: PortalColumn): Content {
  const language =
    column.key === 'english' ? 'en' : (foreignLanguages(portal.town)[Number(column.key.slice(-1)) - 1] ?? 'en');
  const words = greetings[language] ?? [languageNames[language] ?? language, '新闻', '概况', '投资', '生活', ''];
  const name = `${portal.names.pinyin.charAt(0).toUpperCase()}${portal.names.pinyin.slice(1)}`;
  return {
    title: `${name} ${words[0]}`,
    body: `<div lang="${language}"><h1>${escapeHtml(`${name} – ${words[0]}`)}</h1><ul>${words
      .slice(1, 5)
      .map((word) => `<li>${plainLink(word, '#')}</li>`)
      .join('')}</ul><p>${escapeHtml(words[5] ?? '')}</p></div>`,
  };
}
