import { serviceGuideValue } from '../../model/values/service-guide.ts';
import { luck } from '../world/truth-input.ts';
import { defineLeaf, roundShare, rowsOf } from './leaf.ts';

/** The twelve key elements of a service guide, by their names in the truth. */
export const guideElements = [
  '事项名称',
  '设定依据',
  '受理条件',
  '申请材料',
  '办理流程',
  '办理时限',
  '收费标准',
  '办理地点',
  '办理时间',
  '咨询电话',
  '监督投诉',
  '实施主体',
] as const;

/** Number of guides, and the missing elements (of twelve) of each. */
type Guides = { readonly count: number; readonly missing: readonly (readonly string[])[] } | null;

/** Largest number of guides that a visit reads. */
const sampledGuides = 10;

const { present, absent } = rowsOf(serviceGuideValue);

export const serviceGuide = defineLeaf({
  probe: 'service-guide',
  fact: 'guides',
  /** Guides are less complete than lists: the report finds 内容规范性 far behind 清单规范性. */
  draw(input): Guides {
    const { supply } = input.development;
    const random = luck(input, 'guides');
    const published = random.chance(0.8 + supply * 0.25);
    const count = random.between(6, 30);
    const lack = 0.68 - supply * 0.5;
    // Every guide has the name of its service; without it there would be no guide.
    const missing = Array.from({ length: count }, () => random.some(guideElements.slice(1), Math.max(0.01, lack)));
    return published ? { count, missing } : null;
  },
  /** A visitor who reads every guide finds the share of all of them, a sample comes near it. */
  row({ guides }) {
    if (guides === null) return absent(['service']);
    const { count, missing } = guides;
    const visit = { level: 'working', read: Math.min(count, sampledGuides), listed: count } as const;
    const lacking = missing.reduce((sum, elements) => sum + elements.length, 0);
    const share = { share: roundShare(1 - lacking / (guideElements.length * count)) };
    return count > sampledGuides ? present(['service'], visit, share) : present(['service'], { ...visit, ...share });
  },
});
