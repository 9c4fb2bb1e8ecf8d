import { type Block, type Content, heading, type LinkItem, text } from '../kit/blocks.ts';
import { pick } from '../kit/chance.ts';
import { pageLink, type ServiceSite } from '../site.ts';

/** Names of the entries of the personal services. */
export function spaceTitles(site: ServiceSite): {
  personal: string;
  enterprise: string;
  subscribe: string;
  push: string;
} {
  const { seed } = site.town.style;
  return {
    personal: pick(['个人空间', '我的空间', '用户空间（个人）', '个人专属空间', '市民个人空间'], seed, 'personal'),
    enterprise: pick(['企业空间', '法人空间', '企业专属空间', '法人专属空间', '企业专属服务空间'], seed, 'enterprise'),
    subscribe: pick(['我的订阅', '订阅服务', '政策订阅', '服务订阅', '主题订阅'], seed, 'subscribe'),
    push: pick(['消息推送', '智能推送', '精准推送', '个性化推送', '主动推送'], seed, 'push'),
  };
}

function extras(site: ServiceSite): readonly LinkItem[] {
  const { personalSpace } = site.town.truth;
  const titles = spaceTitles(site);
  return [
    ...(personalSpace.subscribe ? [{ text: titles.subscribe, href: pageLink(site, 'subscribe') }] : []),
    ...(personalSpace.push ? [{ text: titles.push, href: pageLink(site, 'push') }] : []),
    { text: '登录', href: pageLink(site, 'login') },
  ];
}

/** The personal space as shown before log-in. */
export function personalPage(site: ServiceSite): Content | null {
  if (!site.town.truth.personalSpace.personal) return null;
  const blocks: Block[] = [
    text('登录后可在此集中查看您的办理情况。'),
    { kind: 'names', items: ['我的办件', '我的收藏', '我的材料', '我的咨询', '账号设置'] },
    { kind: 'links', items: extras(site), as: 'list' },
  ];
  return { title: spaceTitles(site).personal, published: null, blocks };
}

/** The enterprise space. */
export function enterprisePage(site: ServiceSite): Content | null {
  if (!site.town.truth.personalSpace.enterprise) return null;
  const blocks: Block[] = [
    text('面向各类经营主体，汇集企业办件、企业材料和惠企政策。'),
    { kind: 'names', items: ['企业办件', '企业档案', '授权管理', '惠企政策'] },
    { kind: 'links', items: extras(site), as: 'list' },
  ];
  return { title: spaceTitles(site).enterprise, published: null, blocks };
}

/** Page with subscriptions to subjects. */
export function subscribePage(site: ServiceSite): Content | null {
  if (!site.town.truth.personalSpace.subscribe) return null;
  const subjects = ['社会保障', '医疗卫生', '创业就业', '住房保障', '教育'];
  return {
    title: spaceTitles(site).subscribe,
    published: null,
    blocks: [
      text('选择您关心的主题，有新内容时将在账号内显示。'),
      {
        kind: 'form',
        action: pageLink(site, 'login'),
        method: 'post',
        fields: subjects.map((subject, index) => ({ name: `t${index}`, label: subject, type: 'checkbox' as const })),
        button: '订阅',
      },
    ],
  };
}

/** Page that explains proactive messages to a person. */
export function pushPage(site: ServiceSite): Content | null {
  if (!site.town.truth.personalSpace.push) return null;
  return {
    title: spaceTitles(site).push,
    published: null,
    blocks: [
      text('平台根据您的身份标签和办事记录，主动推送与您相关的政策和服务。'),
      heading('推送设置'),
      {
        kind: 'form',
        action: pageLink(site, 'login'),
        method: 'post',
        fields: [
          { name: 'policy', label: '政策推送', type: 'checkbox' },
          { name: 'expiry', label: '证件到期提醒', type: 'checkbox' },
        ],
        button: '保存',
      },
    ],
  };
}
