import { type Block, type Content, heading, type LinkItem, text } from '../kit/blocks.ts';
import { pick } from '../kit/chance.ts';
import { agreementBlocks, privacyBlocks } from '../kit/privacy.ts';
import { pageLink, type ServiceSite } from '../site.ts';

/** Parts of the privacy policy on this platform's registration page; null if it is elsewhere. */
function privacyHere(site: ServiceSite): readonly string[] | null {
  const { privacy, platform } = site.town.truth;
  return privacy?.where === 'registration' && platform === null ? privacy.parts : null;
}

/** The log-in page: one account for portal and platform, or a separate account. */
export function loginPage(site: ServiceSite): Content {
  const { seed } = site.town.style;
  const own: Block = {
    kind: 'form',
    action: pageLink(site, 'login'),
    method: 'post',
    fields: [
      { name: 'username', label: '用户名', type: 'text', hint: '用户名/手机号' },
      { name: 'password', label: '密码', type: 'password' },
    ],
    button: '登录',
  };
  const blocks: Block[] = [own];
  if (site.town.truth.oneEntry.account) {
    const label = pick(
      [
        '统一身份认证登录',
        `${site.place.provinceShort}统一身份认证平台登录`,
        '国家政务服务平台统一认证登录',
        '一网通办统一账号登录',
      ],
      seed,
      'sso-label',
    );
    blocks.push(text('一次注册、一次认证，同一账号可登录政府门户网站与政务服务平台。'), {
      kind: 'links',
      items: [{ text: label, href: ssoLink(site) }],
      as: 'list',
    });
  } else {
    blocks.push(text('本平台账号仅限本平台使用，其他网站的账号需另行注册。'));
  }
  blocks.push({ kind: 'links', items: [{ text: '立即注册', href: pageLink(site, 'register') }], as: 'list' });
  return { title: pick(['用户登录', '登录', '账号登录'], seed, 'login'), published: null, blocks };
}

/** Address of the shared log-in, which redirects back to the portal. */
function ssoLink(site: ServiceSite): string {
  return pageLink(site, 'sso', null, { service: site.town.bases.portal.href });
}

/** The shared log-in page. */
export function ssoPage(site: ServiceSite): Content | null {
  if (!site.town.truth.oneEntry.account) return null;
  return {
    title: '统一身份认证',
    published: null,
    blocks: [
      text('统一身份认证平台：一个账号，全网通行，单点登录各政务网站。'),
      {
        kind: 'links',
        items: [
          { text: '返回政府门户网站', href: site.town.bases.portal.href },
          { text: '返回政务服务网', href: pageLink(site, 'home') },
        ],
        as: 'list',
      },
      {
        kind: 'form',
        action: pageLink(site, 'login'),
        method: 'post',
        fields: [
          { name: 'account', label: '账号', type: 'text' },
          { name: 'pwd', label: '密码', type: 'password' },
        ],
        button: '登录',
      },
    ],
  };
}

/** The registration page, with the privacy policy linked or included if the truth says so. */
export function registerPage(site: ServiceSite): Content {
  const { seed } = site.town.style;
  const parts = privacyHere(site);
  const shown = pick(['link', 'text'] as const, seed, 'privacy-shown');
  const agreement: LinkItem = { text: '《用户服务协议》', href: pageLink(site, 'agreement') };
  const policy: LinkItem = {
    text: pick(['《隐私政策》', '《隐私保护政策》', '隐私政策', '《个人信息及隐私政策》'], seed, 'privacy-label'),
    href: pageLink(site, 'privacy'),
  };
  const blocks: Block[] = [
    {
      kind: 'form',
      action: pageLink(site, 'register'),
      method: 'post',
      fields: [
        { name: 'realname', label: '姓名', type: 'text' },
        { name: 'mobile', label: '手机号码', type: 'text' },
        { name: 'passwd', label: '设置密码', type: 'password' },
        {
          name: 'agree',
          label: parts === null ? '我已阅读并同意用户服务协议' : '我已阅读并同意以下内容',
          type: 'checkbox',
        },
      ],
      button: '注册',
    },
    { kind: 'links', items: parts !== null && shown === 'link' ? [agreement, policy] : [agreement], as: 'list' },
  ];
  if (parts !== null && shown === 'text') {
    blocks.push(heading('隐私政策'), ...privacyBlocks(site.name, parts, site.town.today, seed));
  }
  return { title: '用户注册', published: null, blocks };
}

/** The privacy policy as a page of its own. */
export function privacyPage(site: ServiceSite): Content | null {
  const parts = privacyHere(site);
  if (parts === null) return null;
  return {
    title: '隐私政策',
    published: null,
    blocks: privacyBlocks(site.name, parts, site.town.today, site.town.style.seed),
  };
}

/** The user agreement. */
export function agreementPage(site: ServiceSite): Content {
  return { title: '用户服务协议', published: null, blocks: agreementBlocks(site.name) };
}

const channelLabels = {
  app: ['移动端APP下载', '手机APP', 'APP下载', '掌上办事APP', '客户端下载'],
  mini: ['微信小程序', '小程序', '政务服务小程序', '支付宝小程序'],
  wechat: ['微信公众号', '官方微信', '政务微信', '关注公众号'],
} as const;

/** Entries of the channels besides the web site. */
export function channelLinks(site: ServiceSite): readonly LinkItem[] {
  const { channels } = site.town.truth.oneEntry;
  return (['app', 'mini', 'wechat'] as const)
    .filter((id) => channels.includes(id))
    .map((id) => ({ text: pick(channelLabels[id], site.town.style.seed, id), href: pageLink(site, id) }));
}

/** The page of one channel. */
export function channelContent(site: ServiceSite, id: 'app' | 'mini' | 'wechat'): Content | null {
  if (!site.town.truth.oneEntry.channels.includes(id)) return null;
  const { seed } = site.town.style;
  const words = {
    app: '扫描二维码下载客户端，支持安卓和苹果手机。',
    mini: '打开微信或支付宝扫一扫，进入小程序即可在手机上办事。',
    wechat: `搜索“${site.place.short}政务服务”公众号并关注。`,
  } as const;
  return { title: pick(channelLabels[id], seed, id), published: null, blocks: [text(words[id])] };
}
