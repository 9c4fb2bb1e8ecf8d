import { makeDocx } from '../documents/docx.ts';
import { makePdf } from '../documents/pdf.ts';
import { pick } from '../service/kit/chance.ts';
import { placeOf } from '../service/kit/place.ts';
import type { Town } from '../town.ts';

/** A regulation on a platform; chapter lines begin with 第…章. */
export interface Policy {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly format: 'html' | 'pdf' | 'docx';
}

const chapters: readonly (readonly [string, readonly string[]])[] = [
  [
    '总则',
    [
      '为规范和促进公共数据开放利用，结合本地实际，制定本办法。',
      '公共数据开放应当遵循需求导向、安全可控、平等利用的原则。',
    ],
  ],
  ['数据目录', ['数据主管部门组织编制公共数据开放目录，并适时调整。', '数据提供单位应当按照目录及时更新数据。']],
  [
    '数据开放',
    ['公共数据按照开放类型分为无条件开放、有条件开放和不予开放三类。', '列入有条件开放类的，应当明确开放条件。'],
  ],
  ['数据利用', ['鼓励公民、法人和其他组织利用公共数据开展科学研究、产品开发等活动。']],
  ['监督考核', ['数据主管部门对公共数据开放工作进行考核评价。']],
  ['附则', ['本办法自发布之日起施行，有效期五年。']],
];
const securityTitles = ['数据安全保障', '安全保障', '数据安全管理', '安全与保障', '数据安全与隐私保护'] as const;
const securityArticles = [
  '建立公共数据分级分类保护制度，健全数据安全保障体系，落实数据安全主体责任。',
  '数据提供单位应当制定数据安全应急预案，定期开展安全风险评估和应急演练。',
  '发生数据泄露、毁损、丢失的，应当立即采取补救措施并报告主管部门。',
];
const numerals = '一二三四五六七八九十';

function numeral(number: number): string {
  return number <= 10 ? numerals.charAt(number - 1) : `十${numerals.charAt(number - 11)}`;
}

function lines(town: Town, secure: boolean): readonly string[] {
  const title = pick(securityTitles, town.style.seed, 'security-chapter');
  const all = secure ? [...chapters.slice(0, 4), [title, securityArticles] as const, ...chapters.slice(4)] : chapters;
  const out: string[] = [];
  let article = 0;
  for (const [index, [name, articles]] of all.entries()) {
    out.push(`第${numeral(index + 1)}章 ${name}`);
    for (const words of articles) {
      article += 1;
      out.push(`第${numeral(article)}条 ${words}`);
    }
  }
  return out;
}

/**
 * Regulations of the platform: one with a chapter on data security if the truth says so, and others
 * without.
 */
export function policiesOf(town: Town): readonly Policy[] {
  const { name } = placeOf(town.government);
  const { dataSecurity } = town.truth;
  const here = dataSecurity?.where === 'platform';
  const main = pick(['公共数据管理办法', '公共数据开放管理办法', '政务数据资源管理办法'], town.style.seed, 'policy');
  return [
    { title: `${name}${main}`, paragraphs: lines(town, here), format: here ? dataSecurity.format : 'html' },
    {
      title: `${name}公共数据开放三年行动计划`,
      paragraphs: [
        '一、总体要求。到三年末，开放目录基本覆盖各部门。',
        '二、重点任务。梳理目录，扩大开放范围，促进应用。',
      ],
      format: 'html',
    },
    {
      title: '关于征集公共数据应用案例的通知',
      paragraphs: ['面向社会征集优秀应用案例，请于月底前报送。'],
      format: 'html',
    },
  ];
}

/** The bytes of a regulation that is published as a file. */
export function policyFile(policy: Policy): { readonly body: Buffer; readonly type: string } | null {
  if (policy.format === 'pdf') return { body: makePdf(policy.title, policy.paragraphs), type: 'application/pdf' };
  if (policy.format === 'docx') {
    return {
      body: makeDocx(policy.title, policy.paragraphs),
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    };
  }
  return null;
}
