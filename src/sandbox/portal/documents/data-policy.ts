import { makeDocx } from '../../documents/docx.ts';
import { makePdf } from '../../documents/pdf.ts';
import { dataPolicyEntry, dataPolicyTitle } from '../columns/titles.ts';
import type { Portal } from '../portal.ts';
import { chineseDate, chineseNumber, escapeHtml } from '../text.ts';

interface Chapter {
  readonly title: string;
  readonly articles: readonly string[];
}

const ordinary: readonly Chapter[] = [
  {
    title: '总则',
    articles: [
      '为了规范公共数据管理，促进公共数据共享开放和开发利用，根据有关法律、法规，结合本市实际，制定本办法。',
      '本市行政区域内公共数据的目录编制、归集、共享、开放及其监督管理，适用本办法。',
      '公共数据管理遵循统筹规划、需求导向、分类分级的原则。',
    ],
  },
  {
    title: '数据目录与归集',
    articles: [
      '公共数据实行统一目录管理，公共管理和服务机构应当编制本单位的公共数据目录。',
      '公共管理和服务机构应当按照一数一源的要求归集数据，并及时更新。',
    ],
  },
  {
    title: '数据共享',
    articles: [
      '公共数据以共享为原则，不共享为例外，分为无条件共享、有条件共享和不予共享三类。',
      '通过共享取得的数据，不得用于申请用途以外的目的。',
    ],
  },
  {
    title: '数据开放',
    articles: [
      '公共数据开放应当通过统一的开放渠道进行，优先开放与民生紧密相关的数据。',
      '公共管理和服务机构应当制定年度开放清单，并在实施前征求社会意见。',
    ],
  },
  {
    title: '开发利用',
    articles: [
      '鼓励自然人、法人和非法人组织依法开发利用公共数据，提供产品和服务。',
      '支持举办数据创新应用大赛，培育数据要素市场。',
    ],
  },
  {
    title: '监督考核',
    articles: ['市数据主管部门应当对公共数据管理工作开展监督检查和评估。', '违反本办法规定的，依照有关规定追究责任。'],
  },
];

const security: readonly string[] = [
  '公共数据安全实行谁收集谁负责、谁使用谁负责、谁运行谁负责的责任制。',
  '公共管理和服务机构应当建立数据安全管理制度，落实数据分类分级保护，采取加密、脱敏、备份和访问控制等措施。',
  '市数据主管部门会同网信、公安等部门建立数据安全风险评估、监测预警和应急处置机制，定期组织应急演练。',
  '处理个人信息应当遵循合法、正当、必要原则，不得过度收集个人信息。',
];

const securityTitles = ['数据安全保障', '安全保障', '数据安全', '数据安全与保障', '安全管理与保障'] as const;

function chaptersOf(portal: Portal): readonly Chapter[] {
  const chapters = [...ordinary];
  if (portal.town.truth.dataSecurity?.where === 'portal') {
    const title = portal.draw('security').pick(securityTitles);
    chapters.splice(5, 0, { title, articles: security });
  }
  chapters.push({
    title: '附则',
    articles: ['本办法由市数据主管部门负责解释。', '本办法自印发之日起施行，有效期五年。'],
  });
  return chapters;
}

/** The text of the town's data management document, line by line: title, chapters, articles. */
export function dataPolicyLines(portal: Portal): readonly string[] {
  const lines: string[] = [dataPolicyTitle(portal)];
  let number = 0;
  chaptersOf(portal).forEach((chapter, index) => {
    lines.push(`第${chineseNumber(index + 1)}章　${chapter.title}`);
    for (const article of chapter.articles) lines.push(`第${chineseNumber(++number)}条　${article}`);
  });
  return lines;
}

/** Format in which the document is published. */
function dataPolicyFormat(portal: Portal): 'html' | 'pdf' | 'docx' {
  const truth = portal.town.truth.dataSecurity;
  return truth?.where === 'portal'
    ? truth.format
    : portal.draw('security-format').pick(['html', 'html', 'pdf', 'docx'] as const);
}

/** Path of the attachment; null if the text is in the page. */
export function dataPolicyFile(portal: Portal): string | null {
  const format = dataPolicyFormat(portal);
  if (format === 'html') return null;
  const date = portal.articleDate(portal.column('policy'), dataPolicyEntry(portal));
  return `/attachment/${date.slice(0, 4)}/P0${portal.draw('attachment').between(10_000_000, 99_999_999)}.${format}`;
}

/** Bytes of the attachment; null if there is none. */
export function dataPolicyBytes(portal: Portal): Buffer | null {
  const format = dataPolicyFormat(portal);
  if (format === 'html') return null;
  const [title = '', ...lines] = dataPolicyLines(portal);
  return format === 'pdf' ? makePdf(title, lines) : makeDocx(title, lines);
}

/** The article that publishes the document: its text, or a notice with the attachment. */
export function dataPolicyBody(portal: Portal): string {
  const file = dataPolicyFile(portal);
  const date = portal.articleDate(portal.column('policy'), dataPolicyEntry(portal));
  const notice = `<p>各县（区）人民政府，市政府各部门：</p><p>　　《${escapeHtml(dataPolicyTitle(portal))}》已经市政府同意，现印发给你们，请认真贯彻执行。</p><p style="text-align:right">${escapeHtml(portal.names.authority)}办公室<br>${chineseDate(date)}</p>`;
  if (file !== null)
    return `${notice}<p>附件：<a href="${file}">${escapeHtml(dataPolicyTitle(portal))}.${file.split('.').pop()}</a></p>`;
  const text = dataPolicyLines(portal).map((line, index) => {
    if (index === 0) return `<p style="text-align:center"><strong>${escapeHtml(line)}</strong></p>`;
    return line.includes('章　')
      ? `<p style="text-align:center"><b>${escapeHtml(line)}</b></p>`
      : `<p>　　${escapeHtml(line)}</p>`;
  });
  return notice + text.join('\n');
}
