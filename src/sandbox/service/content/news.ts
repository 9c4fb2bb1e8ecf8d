import { type Content, type LinkItem, text } from '../kit/blocks.ts';
import { at, daysBefore, hash } from '../kit/chance.ts';
import { pageLink, type ServiceSite } from '../site.ts';

interface Article {
  readonly title: string;
  readonly words: string;
}

const plain: readonly Article[] = [
  { title: '关于端午节期间政务服务大厅服务安排的公告', words: '节日期间大厅暂停对外服务，请提前安排时间。' },
  { title: '政务服务大厅开展窗口人员业务培训', words: '培训围绕窗口礼仪、业务规范等内容展开。' },
  { title: '关于系统升级暂停服务的通知', words: '系统将于周六零时至六时升级，其间暂停服务。' },
  { title: '第一季度政务服务工作情况通报', words: '一季度大厅共受理各类事项若干，群众反映良好。' },
];

/** Decoys: articles about things that the town does not have. */
function baits(site: ServiceSite): readonly Article[] {
  const { truth } = site.town;
  const { ours } = site.place;
  const articles: Article[] = [];
  if (truth.oneThing === null) {
    articles.push({
      title: `${ours}召开“高效办成一件事”工作推进会`,
      words: '会议要求对标先进地区，研究推进“高效办成一件事”，有关平台建设工作尚在筹备。',
    });
  }
  if (truth.crossRegion === null) {
    articles.push({
      title: '一图读懂：国务院办公厅关于加快推进政务服务“跨省通办”的指导意见',
      words: '意见提出跨省通办的总体要求和132项全国高频政务服务“跨省通办”事项清单，各地要抓好落实。',
    });
  }
  if (truth.eCertificate === null) {
    articles.push({
      title: '电子证照是什么？专家为您解读',
      words: '电子证照与纸质证照具有同等法律效力，今后将逐步推广。',
    });
  }
  if (!truth.caseTracking.rating) {
    articles.push({
      title: '“好差评”制度知多少',
      words: '国家标准对政务服务“好差评”提出了统一要求，好评率等数据将逐步公布。',
    });
  }
  if (!truth.caseTracking.progress) {
    articles.push({ title: '外地经验：让群众随时了解办理进度', words: '某地推出办件进度查询，群众少跑腿。' });
  }
  if (!truth.personalSpace.push) {
    articles.push({ title: '外地动态：惠企政策精准推送到企业', words: '某区试点以标签匹配，向企业推送政策。' });
  }
  if (!truth.personalSpace.subscribe) {
    articles.push({ title: '报刊订阅工作通知', words: '各单位请于月底前完成下一年度报刊订阅。' });
  }
  if (truth.guides === null) {
    articles.push({ title: '关于规范编制办事指南的通知', words: '请各部门按照要求编制办事指南，完善申请材料等要素。' });
  }
  return articles;
}

function articles(site: ServiceSite): readonly Article[] {
  return [...baits(site), ...plain];
}

/** The news column of the home page. */
export function newsLinks(site: ServiceSite): readonly LinkItem[] {
  return articles(site).map(({ title }, index) => ({
    text: title,
    href: pageLink(site, 'article', index),
    note: publishedAt(site, index),
  }));
}

function publishedAt(site: ServiceSite, index: number): string {
  return daysBefore(site.town.today, 3 + index * 9 + (hash(site.town.style.seed, 'news', index) % 9));
}

/** One article. */
export function articlePage(site: ServiceSite, index: number): Content | null {
  const all = articles(site);
  if (index >= all.length) return null;
  const { title, words } = at(all, index);
  return {
    title,
    published: publishedAt(site, index),
    blocks: [
      text(`发布时间：${publishedAt(site, index)} 来源：${site.place.name}`),
      text(words),
      // Sharing an article on WeChat is not a channel of the platform.
      text('分享到：微信 微博 QQ空间'),
    ],
  };
}
