import { type Block, type Content, text } from '../kit/blocks.ts';
import { between, pick } from '../kit/chance.ts';
import { pageLink, type ServiceSite } from '../site.ts';

/** Names of the entries of case tracking. */
export function trackingTitles(site: ServiceSite): { progress: string; rating: string; rates: string } {
  const { seed } = site.town.style;
  return {
    progress: pick(['办件查询', '办件进度查询', '进度查询', '办理进度查询', '我的办件查询'], seed, 'progress'),
    rating: pick(['好差评', '政务服务“好差评”', '我要评价', '服务评价'], seed, 'rating'),
    rates: pick(['好差评结果公示', '评价结果公开', '“好差评”统计', '评价数据'], seed, 'rates'),
  };
}

/** The progress query: a form with a number field, and its result. */
export function progressPage(site: ServiceSite, given: URLSearchParams): Content | null {
  if (!site.town.truth.caseTracking.progress) return null;
  const { seed } = site.town.style;
  const { code } = site.town.government;
  const field = pick(['sblsh', 'bjbh', 'caseNo', 'receiveNumber', 'slbh'], seed, 'case-field');
  const label = pick(['办件编号', '受理编号', '申报流水号', '业务流水号', '查询编号'], seed, 'case-label');
  const example = `${code}202303150001`;
  const blocks: Block[] = [
    {
      kind: 'form',
      action: pageLink(site, 'progress'),
      method: pick(['get', 'post'] as const, seed, 'case-method'),
      fields: [
        ...site.mount.keep.map(([name, value]) => ({ name, label: '', type: 'hidden' as const, value })),
        { name: field, label, type: 'text', hint: `请输入${label}，如${example}` },
        ...(seed % 2 === 0 ? [{ name: 'cxmm', label: '查询密码', type: 'text' as const }] : []),
      ],
      button: '查询',
    },
  ];
  const number = given.get(field);
  if (number !== null && number.trim() !== '') {
    blocks.push(
      number.trim() === example
        ? {
            kind: 'facts',
            entries: [
              { label, value: example },
              { label: '当前环节', value: '审查' },
              { label: '办件状态', value: '办理中' },
            ],
            as: 'table',
          }
        : text(`未查询到${label}为“${number.trim()}”的办件，请核对后重试。`),
    );
  }
  return { title: trackingTitles(site).progress, published: null, blocks };
}

/** Page where a person rates a service. */
export function ratingPage(site: ServiceSite): Content | null {
  const { caseTracking } = site.town.truth;
  if (!caseTracking.rating) return null;
  const blocks: Block[] = [
    text('请对本次政务服务作出评价：'),
    {
      kind: 'form',
      action: pageLink(site, 'login'),
      method: 'post',
      fields: [
        {
          name: 'grade',
          label: '满意度',
          type: 'select',
          choices: ['非常满意', '满意', '基本满意', '不满意', '非常不满意'],
        },
        { name: 'remark', label: '评价内容', type: 'textarea' },
      ],
      button: '提交评价',
    },
  ];
  if (caseTracking.rates) {
    blocks.push({
      kind: 'links',
      items: [{ text: trackingTitles(site).rates, href: pageLink(site, 'rates') }],
      as: 'list',
    });
  }
  return { title: trackingTitles(site).rating, published: null, blocks };
}

/** The published rates. */
export function ratesPage(site: ServiceSite): Content | null {
  if (!site.town.truth.caseTracking.rates) return null;
  const { seed, portal } = site.town.style;
  const rate = (low: number, name: string) => `${(low + between(0, 99, seed, name, portal) / 100).toFixed(2)}%`;
  return {
    title: trackingTitles(site).rates,
    published: null,
    blocks: [
      {
        kind: 'facts',
        entries: [
          { label: '好评率', value: rate(99, 'good') },
          { label: '主动评价率', value: rate(62, 'active') },
          { label: '差评整改率', value: '100%' },
          { label: '评价总数', value: `${between(12000, 990000, seed, 'ratings')}条` },
        ],
        as: pick(['table', 'list', 'brackets'] as const, seed, 'rates-markup'),
      },
    ],
  };
}
