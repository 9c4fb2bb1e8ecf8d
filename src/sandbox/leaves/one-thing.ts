import { oneThingValue } from '../../model/values/one-thing.ts';
import { atLeastOne, luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf, type SiteName } from './leaf.ts';

/** Joined-up services of the State Council's lists, and some that towns added. */
const oneThings = [
  '新生儿出生一件事',
  '教育入学一件事',
  '就医费用报销一件事',
  '社会保障卡居民服务一件事',
  '残疾人服务一件事',
  '退休一件事',
  '企业破产信息核查一件事',
  '企业信息变更一件事',
  '企业注销登记一件事',
  '开办餐饮店一件事',
  '开办运输企业一件事',
  '水电气网联合报装一件事',
  '信用修复一件事',
  '身后一件事',
  '公民婚育一件事',
  '灵活就业一件事',
  '二手房转移登记一件事',
  '军人退役一件事',
  '扶残助困一件事',
  '人才引进一件事',
  '大件运输一件事',
  '招聘用工一件事',
] as const;

type OneThing = { readonly items: readonly string[] } | null;

const sites: readonly SiteName[] = ['service', 'portal'];
const { present, absent } = rowsOf(oneThingValue);

export const oneThing = defineLeaf({
  probe: 'one-thing',
  fact: 'oneThing',
  draw(input): OneThing {
    const { level } = input.development;
    const offered = luck(input, 'one thing').chance(0.5 + level * 0.6);
    return offered ? { items: atLeastOne(input, 'one things', oneThings, 0.05 + level * 0.7) } : null;
  },
  row: ({ oneThing: zone }) =>
    zone === null ? absent(sites) : present(sites, { level: 'working', count: zone.items.length }),
});
