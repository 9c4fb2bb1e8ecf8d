/** The words of the facts: what lists, guides, channels and policies are made of. */

export const listKinds = ['power', 'permit', 'public-service', 'proof', 'charge'] as const;

/** The twelve elements of a service guide. */
export const guideElements = [
  '事项名称',
  '设定依据',
  '实施主体',
  '申请条件',
  '办理材料',
  '办理流程',
  '办理地点',
  '办理时间',
  '承诺期限',
  '收费标准',
  '联系电话',
  '监督投诉',
] as const;

/** Parts of a privacy policy. */
export const privacyParts = ['收集', '使用', '存储', '共享', '保护', '权利', '未成年人', '更新', '联系'] as const;

export const appealChannels = [
  '12345热线',
  '市长信箱',
  '部门信箱',
  '在线咨询',
  '投诉举报',
  '意见征集',
  '微信公众号',
  '移动客户端',
] as const;

export const entryChannels = ['网页', '移动客户端', '微信小程序', '支付宝小程序', '自助终端'] as const;

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

export const languages = ['繁體', 'English', '日本語', '한국어'] as const;

/** Search engines and robots by how often they were met; ids name vendor and generation. */
export const searchVendors: readonly (readonly [string, number])[] = [
  ['hanweb-jsearch', 16],
  ['hanweb-jrobot', 8],
  ['hanweb-jpaas', 8],
  ['kaipuyun-so', 14],
  ['kaipuyun-search4', 11],
  ['kaipuyun-search5', 5],
  ['trs-was', 8],
  ['trs-igs', 7],
  ['trs-irs', 9],
  ['trs-v2', 3],
  ['ssp', 4],
  ['epoint', 3],
  ['longxun', 6],
  ['province-wide', 8],
  ['jeecms', 4],
  ['other', 5],
];

export const robotVendors: readonly (readonly [string, number])[] = [
  ['ghwd-znwd', 10],
  ['gx-znwd', 7],
  ['hanweb-jrobotfront', 9],
  ['hanweb-jpaas-robot', 12],
  ['hanweb-jpaas-airobot', 8],
  ['kaipuyun-robot', 10],
  ['zwdt-user', 5],
  ['jj', 5],
  ['plain-robot', 10],
];
