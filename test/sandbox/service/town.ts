import type { Town, TownTruth } from '../../../src/sandbox/town.ts';

/** A town with nothing: every test adds what it looks for. */
const nothing: TownTruth = {
  search: null,
  qa: null,
  platform: null,
  dataSecurity: null,
  privacy: null,
  lists: {},
  disclosureFields: [],
  guides: null,
  oneEntry: { account: false, channels: ['web'] },
  crossRegion: null,
  eCertificate: null,
  appeal: { channels: [], form: null },
  oneThing: null,
  caseTracking: { progress: false, rating: false, rates: false },
  replies: null,
  followUp: false,
  knowledgeBase: null,
  proactive: null,
  accessibility: { mode: null, phone: false, languages: [] },
  personalSpace: { personal: false, enterprise: false, subscribe: false, push: false },
};

/** A town with everything that service and data platforms can show. */
export const everything: Partial<TownTruth> = {
  platform: {
    family: 'oportal-classic',
    datasets: 1234,
    apis: 321,
    apps: 17,
    rows: 987_654_321,
    updated: '2023-02-20',
    searchable: true,
    formats: ['XLS', 'CSV', 'JSON', 'XML'],
    deadLinks: 0.25,
  },
  dataSecurity: { where: 'platform', format: 'html' },
  guides: { count: 37, missing: [['咨询电话', '实施主体'], [], ['事项名称']] },
  oneEntry: { account: true, channels: ['web', 'app', 'mini-program', 'wechat'] },
  crossRegion: { items: 173, zones: ['跨省通办', '省内通办', '川渝通办'] },
  eCertificate: { kinds: 45, mutual: true },
  oneThing: { items: ['新生儿出生一件事', '企业信息变更一件事', '开办餐饮店'] },
  caseTracking: { progress: true, rating: true, rates: true },
  personalSpace: { personal: true, enterprise: true, subscribe: true, push: true },
};

interface Wishes {
  readonly truth?: Partial<TownTruth>;
  readonly service?: string;
  readonly openData?: string | null;
  readonly encoding?: Town['style']['encoding'];
  readonly seed?: number;
  readonly province?: boolean;
}

/** A handmade town: Chengdu, or Sichuan for the province. */
export function makeTown(wishes: Wishes = {}): Town {
  const province = wishes.province ?? false;
  const openData = wishes.openData === undefined ? 'http://data.chengdu.gov.cn/' : wishes.openData;
  return {
    government: {
      code: province ? '510000' : '510100',
      name: province ? '四川省' : '成都市',
      pinyin: province ? 'sichuan' : 'chengdu',
      province: '四川省',
      region: '西部',
      group: province ? 'province' : 'capital',
      scored: !province,
      sites: {},
    },
    truth: { ...nothing, ...wishes.truth },
    style: { portal: 'any', encoding: wishes.encoding ?? 'utf-8', header: 'markup', seed: wishes.seed ?? 7 },
    bases: {
      portal: new URL('http://www.chengdu.gov.cn/'),
      service: new URL(wishes.service ?? 'http://zwfw.chengdu.gov.cn/'),
      openData: openData === null ? null : new URL(openData),
    },
    trouble: { portal: null, service: null, openData: null },
    today: '2023-03-01',
  };
}
