/**
 * `news`: generated articles. `faq`: questions with dates. `hub`: links to other columns. Other
 * kinds have their own pages.
 */
export type ColumnKind =
  | 'news'
  | 'faq'
  | 'hub'
  | 'table'
  | 'zone'
  | 'field'
  | 'letters'
  | 'channel'
  | 'form'
  | 'statement'
  | 'privacy'
  | 'language'
  | 'map'
  | 'plain'
  | 'mode';

export interface ColumnEntry {
  readonly key: string;
  readonly kind: ColumnKind;
  /** Possible names of the column. */
  readonly names: readonly string[];
  /** Possible slugs. */
  readonly slugs: readonly string[];
  /** Range of the number of entries, for generated articles. */
  readonly size: readonly [number, number];
}

const row = (key: string, kind: ColumnKind, names: string, slugs: string, low = 40, high = 240): ColumnEntry => ({
  key,
  kind,
  names: names.split('|'),
  slugs: slugs.split('|'),
  size: [low, high],
});

/** The 26 fields of the pilot catalogues of grass-roots disclosure (国办发〔2019〕54号). */
export const pilotFields: readonly string[] = [
  '国土空间规划',
  '重大建设项目',
  '公共资源交易',
  '财政预决算',
  '安全生产',
  '税收管理',
  '征地补偿',
  '国有土地上房屋征收',
  '保障性住房',
  '农村危房改造',
  '生态环境',
  '公共文化服务',
  '公共法律服务',
  '扶贫',
  '救灾',
  '食品药品监管',
  '城市综合执法',
  '就业创业',
  '社会保险',
  '社会救助',
  '养老服务',
  '户籍管理',
  '涉农补贴',
  '义务教育',
  '医疗卫生',
  '市政服务',
];

/** Every possible column, in a fixed order, since addresses contain the index. */
export const columnTable: readonly ColumnEntry[] = [
  row('news-top', 'news', '要闻|今日要闻|政务要闻|时政要闻', 'zwyw|yw|jryw'),
  row('news-work', 'news', '政务动态|工作动态|政府动态', 'zwdt|gzdt|zfdt'),
  row('news-bureau', 'news', '部门动态|部门信息|部门之窗', 'bmdt|bmxx'),
  row('news-county', 'news', '区县动态|县区动态|区县传真|基层动态', 'qxdt|xqdt'),
  row('notice', 'news', '公示公告|通知公告|公告公示', 'tzgg|gsgg'),
  row('media', 'news', '媒体聚焦|媒体视点|视频新闻', 'mtjj|mtsd'),
  row('state', 'news', '国务院信息|国务院要闻|中央精神', 'gwyxx|gwyyw'),
  row('policy', 'news', '政策文件|市政府文件|行政规范性文件|最新政策', 'zcwj|zfwj|gfxwj', 55, 65),
  row('reading', 'news', '政策解读|政策图解|解读文件', 'zcjd|zctj', 55, 65),
  row('gazette', 'news', '政府公报|市政府公报', 'zfgb|szfgb', 20, 60),
  row('plan', 'news', '规划计划|发展规划|规划信息', 'ghjh|fzgh', 20, 60),
  row('budget', 'news', '财政预决算|财政资金|预算决算', 'czyjs|czzj', 20, 80),
  row('people', 'news', '人事信息|人事任免|人事招考', 'rsxx|rsrm', 20, 80),
  row('bulletin', 'news', '统计公报|统计信息|统计数据|数据发布', 'tjgb|tjxx|sjfb', 20, 60),
  row('figures', 'news', '数据解读|统计分析|数说发展', 'sjjd|tjfx', 20, 60),
  row('projects', 'news', '重大项目|重点项目建设|招商引资', 'zdxm|zsyz', 20, 80),
  row('proposals', 'news', '建议提案办理|建议提案|提案答复', 'jytabl|jyta', 20, 80),
  row('emergency', 'news', '应急管理|预警信息|安全提示', 'yjgl|yjxx', 20, 80),
  row('meetings', 'news', '政府会议|常务会议|市政府常务会', 'zfhy|cwhy', 20, 60),
  row('press', 'news', '新闻发布会|新闻发布', 'xwfbh|xwfb', 20, 60),
  row('guide', 'news', '便民提示|便民信息|民生提示', 'bmts|msts', 54, 54),
  row('topic', 'news', '专题专栏|专题集锦|热点专题', 'ztzl|rdzt', 12, 30),
  row('annual', 'news', '政府信息公开年报|信息公开年度报告', 'zfxxgknb|gknb', 6, 14),
  row('follow-up', 'news', '诉求回访|回访结果|满意度测评|回访情况通报|办理满意度公示', 'hfjg|sqhf|mydcp', 6, 40),
  row('proactive', 'news', '主动回应|回应关切|热点回应|主动回应社会关切', 'zdhy|hygq|rdhy', 1, 1),
  row('knowledge', 'faq', '常见问题|热点问题|知识库|问答知识库|政务知识库|热点高频问题', 'cjwt|rdwt|zsk', 30, 90),
  row('hub-news', 'hub', '新闻中心|新闻动态|新闻资讯|资讯', 'xwzx|xwdt|zx'),
  row('hub-open', 'hub', '政务公开|政府信息公开|信息公开', 'zwgk|zfxxgk|xxgk'),
  row('hub-talk', 'hub', '互动交流|政民互动|公众参与', 'hdjl|zmhd|gzcy'),
  row('hub-data', 'hub', '数据|政务数据|数据发布|数据服务', 'sj|sjfw|zwsj'),
  row('hub-about', 'hub', '走近我们|市情概况|认识我们|城市概况', 'sqgk|csgk|zjwm'),
  row('power', 'table', '权责清单|权力和责任清单|权力清单|部门权责清单', 'qzqd|qlqd|qlhzrqd'),
  row('permit', 'table', '行政许可事项清单|行政许可清单|行政许可事项', 'xzxksxqd|xzxkqd|xzxk'),
  row('public-service', 'table', '公共服务事项清单|公共服务清单|公共服务事项目录', 'ggfwsxqd|ggfwqd|ggfw'),
  row('proof', 'table', '证明事项清单|保留证明事项清单|证明事项目录', 'zmsxqd|zmsx'),
  row('charge', 'table', '涉企收费清单|涉企行政事业性收费目录清单|涉企收费目录清单', 'sqsfqd|sqsf|sfml'),
  row(
    'zone',
    'zone',
    '基层政务公开标准化规范化|基层政务公开标准化目录|基层政务公开标准目录|基层政务公开',
    'jczwgkbzhgfh|jczwgk|qmtjjczwgkbzhgfhzt',
  ),
  row('letters', 'letters', '来信选登|诉求回复|来信答复|回复选登|留言回复|办理结果公开', 'lxxd|gdhf|hfxd'),
  row('mailbox', 'channel', '市长信箱|市长热线信箱|书记市长信箱|领导信箱|市长邮箱', 'szxx|ldxx|szyx'),
  row('consultation', 'channel', '网上咨询|在线咨询|我要咨询|咨询服务', 'wszx|zxzx|wyzx'),
  row('complaint', 'channel', '投诉举报|网上投诉|我要投诉|监督投诉', 'tsjb|wsts|wyts'),
  row('hotline', 'channel', '12345政务服务便民热线|12345热线|12345市长热线|市民热线', 'rx12345|smrx|szrx'),
  row('petition', 'channel', '网上信访|信访大厅|信访服务', 'wsxf|xfdt'),
  row('poll', 'channel', '民意征集|网上调查|意见征集|调查征集', 'myzj|wsdc|dczj'),
  row('form', 'form', '我要写信|我要留言|我要提问|写信|提交诉求', 'wyxx|wyly|xxtj'),
  row('query', 'form', '信件查询|来信查询|留言查询', 'xjcx|lxcx|lycx'),
  row('statement', 'statement', '网站声明|法律声明|版权声明|免责声明', 'wzsm|flsm|bqsm'),
  row('privacy', 'privacy', '隐私声明|隐私政策|隐私保护|隐私条款|隐私保护声明', 'yssm|yssm|ysbh|gywz-yssm'),
  row('english', 'language', 'English|ENGLISH|English Version', 'english|en|eng'),
  row('language-1', 'language', '外文版', 'foreign1|lang1'),
  row('language-2', 'language', '外文版', 'foreign2|lang2'),
  row('language-3', 'language', '外文版', 'foreign3|lang3'),
  row('map', 'map', '网站地图|站点地图', 'wzdt|zddt'),
  row('contact', 'plain', '联系我们|联系方式', 'lxwm|lxfs'),
  row('about', 'plain', '关于我们|关于本站|网站简介', 'gywm|gybz'),
  row('help', 'plain', '网站帮助|使用帮助|帮助中心', 'wzbz|sybz'),
  row('leaders', 'plain', '领导之窗|市政府领导|政府领导', 'ldzc|szfld'),
  row('organs', 'plain', '机构职能|政府机构|组织机构', 'jgzn|zfjg'),
  row('disclosure-guide', 'plain', '信息公开指南|政府信息公开指南', 'xxgkzn|gkzn'),
  row('disclosure-request', 'plain', '依申请公开', 'ysqgk|ysq'),
  row('profile', 'plain', '城市简介|自然地理|历史文化', 'csjj|zrdl|lswh'),
  row('mobile', 'plain', '手机版|触屏版|WAP版', 'sjb|ydd|wap'),
  row('elder', 'mode', '适老化|无障碍浏览|长者助手', 'slh|wza|zzfw'),
  ...pilotFields.map((name, index) =>
    row(`field-${index}`, 'field', name, `bzml${String(index + 1).padStart(2, '0')}`),
  ),
];

/** Index of each key in the table. */
export const columnPositions: ReadonlyMap<string, number> = new Map(
  columnTable.map((entry, index) => [entry.key, index]),
);
