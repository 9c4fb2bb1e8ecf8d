import { type Block, heading, text } from '../service/kit/blocks.ts';
import { pick } from '../service/kit/chance.ts';
import { link } from '../service/kit/mount.ts';
import { agreementBlocks, privacyBlocks } from '../service/kit/privacy.ts';
import { policiesOf } from './policy.ts';
import { entryLink, type PageId, type PlatformSite, pageLink } from './site.ts';

/** A page with the same content in every family. */
export interface PlainPage {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Path of the file of a regulation. */
export function policyFilePath(index: number, format: string): string {
  return `upload/files/policy_${index}.${format}`;
}

function policyList(site: PlatformSite): PlainPage {
  const direct = pick([true, false], site.seed, 'policy-direct');
  const items = policiesOf(site.town).map((policy, index) => ({
    text: policy.title,
    href:
      direct && policy.format !== 'html'
        ? link(site.mount, policyFilePath(index, policy.format))
        : entryLink(site, 'policy', String(index)),
  }));
  return { title: site.words.policies, blocks: [{ kind: 'links', items, as: 'list' }] };
}

function policyPage(site: PlatformSite, entry: string): PlainPage | null {
  const index = /^\d$/u.test(entry) ? Number(entry) : -1;
  const policy = policiesOf(site.town)[index];
  if (policy === undefined) return null;
  if (policy.format !== 'html') {
    const href = link(site.mount, policyFilePath(index, policy.format));
    return {
      title: policy.title,
      blocks: [
        text('现将该文件印发给你们，请认真贯彻执行。'),
        { kind: 'links', items: [{ text: `附件：${policy.title}.${policy.format}`, href }], as: 'list' },
      ],
    };
  }
  const headed = pick([true, false], site.seed, 'chapter-heading');
  const blocks = policy.paragraphs.map((line) => (headed && /^第.+章/u.test(line) ? heading(line) : text(line)));
  return { title: policy.title, blocks };
}

function interactionPage(site: PlatformSite): PlainPage {
  return {
    title: site.words.interaction,
    blocks: [
      text('欢迎提出数据需求、数据纠错和意见建议。'),
      {
        kind: 'form',
        action: pageLink(site, 'login'),
        method: 'post',
        fields: [
          { name: 'type', label: '类型', type: 'select', choices: ['数据需求', '数据纠错', '意见建议'] },
          { name: 'content', label: '内容', type: 'textarea' },
        ],
        button: '提交',
      },
    ],
  };
}

function privacyParts(site: PlatformSite): readonly string[] | null {
  const { privacy } = site.town.truth;
  return privacy?.where === 'registration' ? privacy.parts : null;
}

function registerPage(site: PlatformSite): PlainPage {
  const parts = privacyParts(site);
  const { seed } = site;
  const linked = pick([true, false], seed, 'privacy-linked');
  const items = [{ text: '《用户服务协议》', href: pageLink(site, 'agreement') }];
  if (parts !== null && linked) {
    const label = pick(['《隐私政策》', '《隐私保护政策》', '隐私声明', '《隐私条款》'], seed, 'privacy-label');
    items.push({ text: label, href: pageLink(site, 'privacy') });
  }
  const blocks: Block[] = [
    {
      kind: 'form',
      action: pageLink(site, 'register'),
      method: 'post',
      fields: [
        { name: 'userName', label: '用户名', type: 'text' },
        { name: 'userPassword', label: '密码', type: 'password' },
        { name: 'mobilePhone', label: '手机号', type: 'text' },
        { name: 'agree', label: parts === null ? '我已阅读并同意《用户协议》' : '我已阅读并同意', type: 'checkbox' },
      ],
      button: '注册',
    },
    { kind: 'links', items, as: 'list' },
  ];
  if (parts !== null && !linked) {
    blocks.push(heading('隐私政策'), ...privacyBlocks(site.name, parts, site.town.today, seed));
  }
  return { title: '用户注册', blocks };
}

function loginPage(site: PlatformSite): PlainPage {
  return {
    title: '用户登录',
    blocks: [
      {
        kind: 'form',
        action: pageLink(site, 'login'),
        method: 'post',
        fields: [
          { name: 'userName', label: '用户名', type: 'text' },
          { name: 'userPassword', label: '密码', type: 'password' },
        ],
        button: '登录',
      },
      { kind: 'links', items: [{ text: '注册账号', href: pageLink(site, 'register') }], as: 'list' },
    ],
  };
}

/** A page other than lists, entries and the home page; null if the town has none. */
export function plainPage(site: PlatformSite, id: PageId, entry: string): PlainPage | null {
  switch (id) {
    case 'policies':
      return policyList(site);
    case 'policy':
      return policyPage(site, entry);
    case 'interaction':
      return interactionPage(site);
    case 'register':
      return registerPage(site);
    case 'login':
      return loginPage(site);
    case 'agreement':
      return { title: '用户服务协议', blocks: agreementBlocks(site.name) };
    case 'privacy': {
      const parts = privacyParts(site);
      return parts === null
        ? null
        : { title: '隐私政策', blocks: privacyBlocks(site.name, parts, site.town.today, site.seed) };
    }
    default:
      return null;
  }
}
