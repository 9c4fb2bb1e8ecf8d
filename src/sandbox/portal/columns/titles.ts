import { hash } from '../draw.ts';
import type { Portal, PortalColumn } from '../portal.ts';
import { topics } from '../topics/index.ts';
import { bureaus, counties, meetings, results, verbs, works } from './words.ts';

const pick = (items: readonly string[], number: number): string => items[number % items.length] ?? '';

function topicAt(entry: number): (typeof topics)[number] {
  const topic = topics[entry % topics.length];
  if (topic === undefined) throw new RangeError('no topics');
  return topic;
}

/** Index of the town's data management document among its policy documents. */
export function dataPolicyEntry(portal: Portal): number {
  return 1 + (hash(portal.town.style.seed, 'data-policy') % 9);
}

export function dataPolicyTitle(portal: Portal): string {
  const names = [
    '公共数据管理办法',
    '公共数据资源管理暂行办法',
    '政务数据共享开放管理办法',
    '公共数据开放管理办法',
    '政务数据资源管理办法',
  ];
  return `${portal.names.full}${pick(names, hash(portal.town.style.seed, 'data-policy-name'))}`;
}

/** Decoys: news about things that could be taken for the things themselves. */
const baits: Readonly<Record<string, (portal: Portal) => string>> = {
  'news-bureau:2': (portal) =>
    `${portal.names.short}市网信办通报App违法违规收集使用个人信息 督促完善隐私政策`.replace('市市', '市'),
  'notice:3': () => '关于做好政府网站搜索引擎优化工作的通知',
  'media:1': (portal) => `媒体关注：${portal.names.short}警方提醒 点击“同意隐私政策”前请看清楚`,
  'news-work:4': (portal) => `${portal.names.full}数据局调研公共数据开放工作`,
  'news-work:7': (portal) => `${portal.names.full}推进“高效办成一件事”改革 “跨省通办”再扩围`,
  'news-county:3': () => '高新区：电子证照应用走进便民大厅 “好差评”倒逼服务提升',
  'press:1': () => '智能问答机器人进社区 老年人学用手机新闻发布会实录',
  'topic:3': () => '“数据要素×”大赛专题',
  'figures:0': (portal) => `${portal.names.full}上半年经济运行数据解读`,
};

/** Title of an entry of a column of generated articles. */
export function articleTitle(portal: Portal, column: PortalColumn, entry: number): string {
  const bait = baits[`${column.key}:${entry}`];
  if (bait !== undefined) return bait(portal);
  const { full, short, authority } = portal.names;
  const one = hash(portal.town.style.seed + column.index * 131, `${entry}`);
  const two = one >>> 9;
  const year = portal.articleDate(column, entry).slice(0, 4);
  switch (column.key) {
    case 'policy':
      return entry === dataPolicyEntry(portal)
        ? `${authority}办公室关于印发《${dataPolicyTitle(portal)}》的通知`
        : `${one % 3 === 0 ? authority : `${authority}办公室`}${topicAt(entry).policy}`;
    case 'reading':
      return `【${['文字解读', '图解', '部门解读', '一图读懂'][one % 4]}】${full}${topicAt(entry)
        .policy.replace(/^关于/, '')
        .replace(/的(通知|意见|公告|通告)$/, '')}政策解读`;
    case 'guide':
      return `${topicAt(entry).service}办理提示`;
    case 'knowledge':
      return entry < topics.length ? topicAt(entry).question : `${topicAt(entry).service}需要多长时间办结？`;
    case 'bulletin':
      return entry % 3 === 0
        ? `${full}${Number(year) - 1}年国民经济和社会发展统计公报`
        : `${year}年${1 + (one % 11)}月${full}主要经济指标`;
    case 'figures':
      return `${year}年${1 + (one % 11)}月份${short}${pick(['居民消费价格', '工业生产', '固定资产投资', '社会消费品零售总额'], two)}数据解读`;
    case 'budget':
      return `${full}${year}年${pick(['一般公共预算执行情况', '政府债务限额', '部门预算公开', '财政决算报告'], one)}`;
    case 'people':
      return `${full}${pick(['关于任免工作人员的通知', '事业单位公开招聘公告', '公务员考试录用公示', '拟任职干部公示'], one)}（${year}年第${1 + (two % 20)}号）`;
    case 'plan':
      return `${full}“十四五”${pick(works, one)}规划`;
    case 'gazette':
      return `${authority}公报${year}年第${1 + (one % 12)}期`;
    case 'notice':
      return `关于${pick(works, one)}${pick(['的公告', '有关事项的通知', '招标公告', '听证会公告', '公示'], two)}`;
    case 'news-bureau':
      return `市${pick(bureaus, one)}${pick(verbs, two)}${pick(works, one >>> 5)}工作`;
    case 'news-county':
      return `${pick(counties, one)}：${pick(works, two)}${pick(results, one >>> 5)}`;
    case 'state':
      return `国务院${pick(['办公厅印发意见', '常务会议部署', '新闻办发布会介绍'], one)}${pick(works, two)}有关工作`;
    case 'annual':
      return `${full}${Number(year) - 1}年政府信息公开工作年度报告`;
    case 'press':
      return `“${pick(works, one)}”新闻发布会实录`;
    case 'topic':
      return `${pick(works, one)}专题`;
    case 'proactive':
      return `${pick(['关于网民反映', '回应：', '热点回应：', '针对群众关心的'], one)}${pick(['停车难', '供暖温度不足', '公交线路调整', '学位紧张', '小区加装电梯', '自来水浑浊', '施工扰民', '路灯不亮'], two)}问题的${pick(['说明', '回应', '办理情况'], one >>> 5)}`;
    case 'follow-up':
      return `${portal.articleDate(column, entry).slice(0, 4)}年第${1 + (entry % 12)}期群众诉求${pick(['办理回访情况通报', '回访满意度测评结果', '办理结果满意率公示'], one)}`;
    default:
      return one % 3 === 0
        ? `${short}召开${pick(meetings, two)}`
        : `${full}${pick(verbs, one)}${pick(works, two)} ${pick(results, one >>> 5)}`;
  }
}
