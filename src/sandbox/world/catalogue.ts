/** Vocabulary of the facts: lists, guides, channels and policies. */

export const listKinds = ['power', 'permit', 'public-service', 'proof', 'charge'] as const;

/** Appeal channels, by the columns that contain them. */
export const appealChannels = ['hotline', 'mailbox', 'consultation', 'complaint', 'petition', 'poll'] as const;

/** Service channels besides the web site. */
export const entryChannels = ['app', 'mini', 'wechat'] as const;

/** Joined-up services of the State Council's lists, and some that towns added. */
export const oneThings = [
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

export const zones = [
  '跨省通办',
  '省内通办',
  '川渝通办',
  '长三角一网通办',
  '泛珠区域通办',
  '京津冀通办',
  '丝路通办',
] as const;

export const dataFormats = ['XLS', 'CSV', 'JSON', 'XML', 'RDF', 'API'] as const;

/** Languages besides simplified Chinese. */
export const languages = ['en', 'ja', 'ko', 'ru'] as const;

/** Search engines and robots with their frequency; ids give vendor and generation. */
export const searchVendors: readonly (readonly [string, number])[] = [
  ['hanweb-jsearch', 16],
  ['hanweb-jrobot', 8],
  ['hanweb-jpaas', 8],
  ['ucap-so', 14],
  ['ucap-search4', 11],
  ['ucap-search5', 5],
  ['trs-was', 8],
  ['trs-igs', 7],
  ['trs-irs', 9],
  ['trs-v2', 3],
  ['ssp', 4],
  ['epoint', 3],
  ['longxun', 6],
  ['jeecms', 4],
  ['aspnet', 3],
  ['jsp', 4],
];

export const robotVendors: readonly (readonly [string, number])[] = [
  ['ghwd', 10],
  ['gx-znwd', 7],
  ['hanweb-jrobotfront', 9],
  ['jpaas-robot', 12],
  ['jpaas-airobot', 8],
  ['robot-web', 8],
  ['zwdt', 5],
  ['jj', 5],
];
