import type { Portal, PortalColumn } from '../portal.ts';
import { addDays, chineseDate, chineseNumber, escapeHtml } from '../text.ts';
import { breadcrumb, type Content, columnMetas, heading } from './frame.ts';

/** Ids of the parts of a privacy statement. */
export const privacyParts = [
  'collect',
  'purpose',
  'sharing',
  'storage',
  'security',
  'rights',
  'contact',
  'date',
] as const;
export type PrivacyPart = (typeof privacyParts)[number];

interface Section {
  readonly titles: readonly string[];
  readonly text: readonly string[];
}

const sections: Readonly<Record<Exclude<PrivacyPart, 'date'>, Section>> = {
  collect: {
    titles: ['我们收集哪些信息', '个人信息的收集', '信息收集范围', '我们如何收集您的个人信息'],
    text: [
      '当您注册、写信或办事时，我们会收集您的姓名、身份证号码、手机号码和电子邮箱。',
      '您浏览本网站时，服务器会自动记录您的IP地址、浏览器类型和访问时间。',
    ],
  },
  purpose: {
    titles: ['信息的使用目的', '我们如何使用您的信息', '个人信息的用途', '使用目的和方式'],
    text: ['上述信息仅用于身份核验、办理您提交的事项以及改进网站服务。', '未经您同意，我们不会将信息用于其他目的。'],
  },
  sharing: {
    titles: ['信息的共享与披露', '我们如何共享、转让、公开披露信息', '第三方共享', '信息的对外提供'],
    text: [
      '除法律、行政法规另有规定或者取得您单独同意外，我们不会向任何第三方提供您的个人信息。',
      '为办理您的事项，我们可能与承办单位共享必要的信息。',
    ],
  },
  storage: {
    titles: ['信息的存储', '我们如何存储您的个人信息', '保存地点与期限', '信息保存期限'],
    text: [
      '您的个人信息存储于中华人民共和国境内。',
      '保存期限为实现目的所必需的最短时间，超出期限的将予以删除或匿名化处理。',
    ],
  },
  security: {
    titles: ['信息的安全', '我们如何保护您的信息', '安全保护措施', '信息安全保护'],
    text: [
      '我们采用加密传输、访问控制等安全技术措施，防止信息泄露、篡改或丢失。',
      '发生安全事件时，我们将启动应急预案并及时告知您。',
    ],
  },
  rights: {
    titles: ['您的权利', '用户权利', '您如何管理您的个人信息', '查询、更正与删除'],
    text: ['您有权查阅、复制、更正和删除您的个人信息，也可以撤回同意或注销账户。'],
  },
  contact: {
    titles: ['联系我们', '如何联系我们', '联系方式', '意见与投诉渠道'],
    text: ['如对本声明有疑问，请致电{telephone}，或发送邮件至{mail}，我们将在十五日内回复。'],
  },
};

/** Sections of a privacy statement with exactly these parts. */
function privacyText(portal: Portal, parts: readonly string[], level: 'h3' | 'strong'): string {
  const draw = portal.draw('privacy-text');
  const telephone = `0${draw.between(310, 998)}-${draw.between(2_000_000, 8_999_999)}`;
  const mail = `webmaster@${portal.names.host.replace(/^www\./, '')}`;
  const pieces: string[] = [];
  let number = 0;
  for (const part of privacyParts) {
    if (part === 'date' || !parts.includes(part)) continue;
    const section = sections[part];
    const title = `${chineseNumber(++number)}、${draw.pick(section.titles)}`;
    const text = section.text
      .map((line) => `<p>　　${escapeHtml(line.replace('{telephone}', telephone).replace('{mail}', mail))}</p>`)
      .join('');
    pieces.push(level === 'h3' ? `<h3>${title}</h3>${text}` : `<p><strong>${title}</strong></p>${text}`);
  }
  if (parts.includes('date')) {
    const date = addDays(portal.town.today, -draw.between(40, 900));
    const word = draw.pick(['更新日期', '生效日期', '发布日期', '最近更新']);
    pieces.push(`<p>${word}：${draw.chance(0.5) ? chineseDate(date) : date}</p>`);
  }
  return pieces.join('\n');
}

/** The privacy statement that the footer links to. */
export function privacyPage(portal: Portal, column: PortalColumn): Content {
  const parts = portal.town.truth.privacy?.parts ?? [];
  const intro = `<p>　　${escapeHtml(portal.names.site)}（以下简称“本网站”）尊重并保护所有用户的隐私。请您在使用本网站前仔细阅读本${column.name}。</p>`;
  return {
    title: column.name,
    body: `${breadcrumb(portal, column)}${heading(column.name)}${intro}${privacyText(portal, parts, portal.draw('privacy-level').pick(['h3', 'strong']))}`,
    metas: columnMetas(portal, column),
  };
}

/** The site statement (operator, rights, links), with a privacy section if the truth says so. */
export function statementPage(portal: Portal, column: PortalColumn): Content {
  const truth = portal.town.truth.privacy;
  const draw = portal.draw('statement');
  const paragraphs = [
    `<p>　　一、本网站由${escapeHtml(portal.names.authority)}主办，网站所刊登的文字、图片、音视频等稿件，版权归本网站所有。</p>`,
    '<p>　　二、任何单位或个人转载、摘编本网站内容，须注明来源，不得用于商业目的。</p>',
    '<p>　　三、本网站提供的链接，其内容和责任由被链接网站承担。</p>',
    '<p>　　四、因不可抗力或黑客攻击造成的服务中断，本网站不承担责任。</p>',
  ];
  const privacy =
    truth?.where === 'statement'
      ? `<h2>${draw.pick(['隐私保护', '隐私声明', '关于隐私权', '个人隐私保护', '隐私条款'])}</h2>${privacyText(portal, truth.parts, 'strong')}`
      : '';
  return {
    title: column.name,
    body: `${breadcrumb(portal, column)}${heading(column.name)}${paragraphs.join('')}${privacy}`,
    metas: columnMetas(portal, column),
  };
}
