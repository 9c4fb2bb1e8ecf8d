import { guideElements } from '../../leaves/service-guide.ts';
import { type Block, type Content, type FactsMarkup, pageNumber, pagerBlock, text } from '../kit/blocks.ts';
import { between, pick } from '../kit/chance.ts';
import { pageLink, type ServiceSite } from '../site.ts';
import { matterAt } from './matters.ts';

type GuideElement = (typeof guideElements)[number];

const labels: Readonly<Record<GuideElement, readonly string[]>> = {
  事项名称: ['事项名称', '服务事项名称', '办理事项名称'],
  设定依据: ['设定依据', '法律依据', '实施依据', '办理依据'],
  受理条件: ['受理条件', '申请条件', '办理条件'],
  申请材料: ['申请材料', '办理材料', '申报材料', '所需材料'],
  办理流程: ['办理流程', '办事流程', '办理程序'],
  办理时限: ['办理时限', '法定办结时限', '承诺办结时限'],
  收费标准: ['收费标准', '收费情况', '是否收费'],
  办理地点: ['办理地点', '受理地点', '办事窗口'],
  办理时间: ['办理时间', '办公时间', '受理时间'],
  咨询电话: ['咨询电话', '咨询方式', '联系电话'],
  监督投诉: ['监督投诉', '监督电话', '投诉渠道', '监督投诉方式'],
  实施主体: ['实施主体', '实施机关', '办理机构', '受理机构'],
};

const markups: readonly FactsMarkup[] = ['table', 'list', 'tabs', 'headings', 'brackets'];
const perPage = 15;

function elementText(site: ServiceSite, element: GuideElement, index: number): string {
  const { seed } = site.town.style;
  const matter = matterAt(index, seed);
  switch (element) {
    case '事项名称':
      return matter.name;
    case '设定依据':
      return '《中华人民共和国行政许可法》第十二条；《优化营商环境条例》第三十五条。';
    case '受理条件':
      return '具有完全民事行为能力的自然人或者依法设立的法人，且提交的内容真实有效。';
    case '申请材料':
      return '1.申请表（原件1份）；2.居民身份证（复印件1份，可使用电子证照）；3.营业执照副本。';
    case '办理流程':
      return '申请→受理→审查→决定→送达';
    case '办理时限':
      return `法定${between(15, 60, seed, 'legal', index)}个工作日，承诺${between(1, 10, seed, 'promised', index)}个工作日`;
    case '收费标准':
      return pick(['不收费', '免费', '按件收取，每件10元'], seed, 'fee', index);
    case '办理地点':
      return `${site.place.name}政务服务中心${between(1, 4, seed, 'floor', index)}楼${between(1, 60, seed, 'desk', index)}号窗口`;
    case '办理时间':
      return '周一至周五 9:00-12:00，13:00-17:00（法定节假日除外）';
    case '咨询电话':
      return `0${between(310, 999, seed, 'area')}-${between(2000000, 8999999, seed, 'phone', index)}`;
    case '监督投诉':
      return '可通过12345热线或者到中心督查科反映。';
    case '实施主体':
      return `${site.place.name}${matter.office}（法定机关）`;
  }
}

/** The list of guides; null if the town has none. */
export function guideList(site: ServiceSite, asked: string | null): Content | null {
  const { guides } = site.town.truth;
  if (guides === null) return null;
  const { seed } = site.town.style;
  const pages = Math.max(1, Math.ceil(guides.count / perPage));
  const page = pageNumber(asked, pages);
  const items = [];
  for (let index = (page - 1) * perPage; index < Math.min(guides.count, page * perPage); index += 1) {
    const matter = matterAt(index, seed);
    items.push({
      text: matter.name,
      href: pageLink(site, 'guide', index),
      note: `${site.place.short}${matter.office}`,
    });
  }
  return {
    title: guideTitle(site),
    published: null,
    blocks: [
      text(`共 ${guides.count} 项，点击事项查看指南。`),
      { kind: 'links', items, as: pick(['list', 'table'] as const, seed, 'guide-list') },
      pagerBlock(page, pages, (number) => pageLink(site, 'guides', null, { page: number })),
    ],
  };
}

/** The platform's name for its guides. */
export function guideTitle(site: ServiceSite): string {
  return pick(['办事指南', '服务指南', '事项办理指南', '办事指南查询'], site.town.style.seed, 'guide-title');
}

/** A guide without the elements that the truth lists as missing; null if there is no such guide. */
export function guidePage(site: ServiceSite, index: number): Content | null {
  const { guides } = site.town.truth;
  if (guides === null || index >= guides.count) return null;
  const { seed } = site.town.style;
  const missing = guides.missing[index] ?? [];
  const entries = guideElements
    .filter((element) => !missing.includes(element))
    .map((element) => ({
      label: pick(labels[element], seed, 'label', element),
      value: elementText(site, element, index),
    }));
  const blocks: Block[] = [
    { kind: 'facts', entries, as: pick(markups, seed, 'guide-markup') },
    { kind: 'links', items: [{ text: '在线办理', href: pageLink(site, 'login') }], as: 'list' },
  ];
  const named = !missing.includes('事项名称');
  return { title: named ? `${matterAt(index, seed).name}` : guideTitle(site), published: null, blocks };
}
