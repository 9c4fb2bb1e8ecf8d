import type { Town, TownTruth } from '../../src/sandbox/town.ts';

/** A town without any facts. */
export const bareTruth: TownTruth = {
  search: null,
  qa: null,
  platform: null,
  dataSecurity: null,
  privacy: null,
  lists: {},
  disclosureFields: [],
  guides: null,
  oneEntry: { account: false, channels: [] },
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

/** A town with everything that a portal can show. */
export const fullTruth: TownTruth = {
  ...bareTruth,
  search: {
    vendor: 'ucap-so',
    quality: 'smart',
    skills: ['typo', 'synonym', 'question', 'region'],
    unrelated: 0,
    foreign: 0,
  },
  qa: { vendor: 'ghwd', quality: 'good', opening: 'page', exact: 1, related: 0 },
  platform: {
    family: 'oportal',
    datasets: 120,
    apis: 8,
    apps: 3,
    rows: 90_000,
    updated: '2026-10-01',
    searchable: true,
    formats: ['csv'],
    deadLinks: 0,
  },
  dataSecurity: { where: 'portal', format: 'html' },
  privacy: {
    where: 'footer',
    parts: ['collect', 'purpose', 'sharing', 'storage', 'security', 'rights', 'contact', 'date'],
  },
  lists: {
    power: { items: 133, newest: '2026-08-30', filled: 0.9 },
    permit: { items: 45, newest: '2026-09-02', filled: 1 },
    'public-service': { items: 20, newest: '2026-07-11', filled: 0.8 },
    proof: { items: 7, newest: '2025-12-01', filled: 0.7 },
    charge: { items: 61, newest: '2026-03-05', filled: 0.6 },
  },
  disclosureFields: [0, 3, 4, 9, 20, 25],
  appeal: {
    channels: ['mailbox', 'consultation', 'complaint', 'hotline', 'petition', 'poll'],
    form: { login: false, maxLength: 800, queryByNumber: true, limitDays: 7 },
  },
  replies: { letters: 87, late: 13, limitDays: 7 },
  followUp: true,
  knowledgeBase: 'fresh',
  proactive: { items: 14 },
  accessibility: { mode: 'works', phone: true, languages: ['en', 'ja'] },
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
  oneEntry: { account: true, channels: ['app', 'mini', 'wechat'] },
  crossRegion: { items: 173, zones: ['跨省通办', '省内通办', '川渝通办'] },
  eCertificate: { kinds: 45, mutual: true },
  oneThing: { items: ['新生儿出生一件事', '企业信息变更一件事', '开办餐饮店'] },
  caseTracking: { progress: true, rating: true, rates: true },
  personalSpace: { personal: true, enterprise: true, subscribe: true, push: true },
};

const government: Town['government'] = {
  code: '510100',
  name: '成都市',
  pinyin: 'chengdu',
  province: '四川省',
  region: '西部',
  group: 'capital',
  scored: true,
  sites: {},
};
const noTrouble: Town['trouble'] = { portal: null, service: null, openData: null };

export interface TownOptions {
  readonly truth?: Partial<TownTruth>;
  readonly style?: Partial<Town['style']>;
}

/** A town with a full portal and the given changes. */
export function townOf(options: TownOptions = {}, base: TownTruth = fullTruth): Town {
  return {
    government,
    truth: { ...base, ...options.truth },
    style: { portal: 'trs-wcm', encoding: 'utf-8', header: 'markup', seed: 11, ...options.style },
    bases: {
      portal: new URL('http://www.chengdu.gov.cn/'),
      service: new URL('https://www.sczwfw.gov.cn/'),
      openData: new URL('https://data.chengdu.gov.cn/oportal/index'),
    },
    trouble: noTrouble,
    today: '2026-11-20',
  };
}

interface Wishes {
  readonly truth?: Partial<TownTruth>;
  readonly service?: string;
  readonly openData?: string | null;
  readonly encoding?: Town['style']['encoding'];
  readonly seed?: number;
  readonly province?: boolean;
}

/** A town with only the given facts: Chengdu, or Sichuan as a province. */
export function makeTown(wishes: Wishes = {}): Town {
  const openData = wishes.openData === undefined ? 'http://data.chengdu.gov.cn/' : wishes.openData;
  const province = {
    ...government,
    code: '510000',
    name: '四川省',
    pinyin: 'sichuan',
    group: 'province',
    scored: false,
  };
  return {
    government: wishes.province === true ? province : government,
    truth: { ...bareTruth, ...wishes.truth },
    style: { portal: 'any', encoding: wishes.encoding ?? 'utf-8', header: 'markup', seed: wishes.seed ?? 7 },
    bases: {
      portal: new URL('http://www.chengdu.gov.cn/'),
      service: new URL(wishes.service ?? 'http://zwfw.chengdu.gov.cn/'),
      openData: openData === null ? null : new URL(openData),
    },
    trouble: noTrouble,
    today: '2023-03-01',
  };
}
