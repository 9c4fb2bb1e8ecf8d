import { type Block, heading, text } from './blocks.ts';
import { daysBefore, pick } from './chance.ts';

/** Ids of the parts of a privacy policy, in their usual order. */
export const privacyParts = [
  'collect',
  'purpose',
  'sharing',
  'storage',
  'security',
  'rights',
  'contact',
  'date',
] as const;

interface Wording {
  readonly titles: readonly string[];
  readonly texts: readonly string[];
}

const wordings: Readonly<Record<string, Wording>> = {
  collect: {
    titles: ['我们收集哪些信息', '信息的收集', '一、我们如何收集您的个人信息', '收集个人信息的范围'],
    texts: [
      '您注册账号时，我们会收集您的姓名、身份证件号码和手机号码；浏览网页时会收集您的IP地址和浏览器类型。',
      '本平台收集的个人信息包括：用户名、真实姓名、证件号码、手机号、电子邮箱以及访问日志。',
    ],
  },
  purpose: {
    titles: ['信息的使用', '我们如何使用您的个人信息', '使用目的', '个人信息的使用规则'],
    texts: [
      '上述内容用于核验您的身份、为您办理申请以及改进页面功能，不会用于其他目的。',
      '我们将这些信息用于账号注册、身份认证和向您反馈办理结果。',
    ],
  },
  sharing: {
    titles: ['信息的共享与披露', '我们如何共享、转让、公开披露个人信息', '对外提供', '信息共享'],
    texts: [
      '除法律法规另有规定外，我们不会将上述内容提供给第三方；确需共享的，将事先征得您的同意。',
      '未经您单独同意，本平台不向任何第三方转让或公开披露。',
    ],
  },
  storage: {
    titles: ['信息的存储', '我们如何存储您的个人信息', '保存地点和期限', '存储期限'],
    texts: [
      '我们在中华人民共和国境内存储上述内容，保存期限为账号存续期间，期满后予以清除。',
      '数据存放于境内的政务云，保存期限不超过实现上述用途所必需的时间。',
    ],
  },
  security: {
    titles: ['安全保护措施', '我们如何保护您的个人信息安全', '信息安全保护', '安全保障'],
    texts: [
      '我们采用加密传输、访问控制和日志审计等安全技术措施，防止泄露、毁损和丢失。',
      '本平台按照网络安全等级保护要求建立管理制度，对敏感内容加密处理。',
    ],
  },
  rights: {
    titles: ['您的权利', '用户权利', '您如何管理您的个人信息', '个人信息主体的权利'],
    texts: [
      '您可以登录后查询、更正、删除您的资料，撤回同意或者注销账号。',
      '您有权查阅、复制、更正和删除本人资料，也可以注销账户。',
    ],
  },
  contact: {
    titles: ['联系我们', '如何联系我们', '投诉与联系方式', '联系方式'],
    texts: ['如有疑问，请致电 0000-12345 或发送邮件至 kefu@example.gov.cn，我们将在十五个工作日内答复。'],
  },
};

/**
 * A privacy policy with exactly these parts; `updated` is an ISO date, shown only with the part
 * `date`.
 */
export function privacyBlocks(owner: string, parts: readonly string[], today: string, seed: number): readonly Block[] {
  const blocks: Block[] = [
    text(
      pick(
        [
          `欢迎您访问${owner}。请在注册前仔细阅读本隐私政策。`,
          `${owner}重视用户隐私，请您阅读并理解本政策的全部内容。`,
        ],
        seed,
        'privacy-opening',
      ),
    ),
  ];
  let number = 0;
  for (const part of parts) {
    if (part === 'date') continue;
    const wording = wordings[part];
    if (wording === undefined) throw new Error(`unknown privacy part ${part}`);
    number += 1;
    const title = pick(wording.titles, seed, 'privacy-title', part).replace(/^一、/u, '');
    blocks.push(heading(`${'一二三四五六七八九'.charAt(number - 1)}、${title}`));
    blocks.push(text(pick(wording.texts, seed, 'privacy-text', part)));
  }
  if (parts.includes('date')) {
    const [year, month, day] = daysBefore(today, 400 + (seed % 300))
      .split('-')
      .map(Number);
    const shown = `${year}年${month}月${day}日`;
    blocks.push(
      text(
        pick(
          [`更新日期：${shown}`, `本政策自${shown}起生效。`, `版本发布日期：${shown}；生效日期：${shown}`],
          seed,
          'date',
        ),
      ),
    );
  }
  return blocks;
}

/**
 * A user agreement without any text on privacy, as many registration pages show instead of a
 * policy.
 */
export function agreementBlocks(owner: string): readonly Block[] {
  return [
    text(`欢迎使用${owner}。用户注册即视为同意本用户服务协议。`),
    heading('一、账号注册'),
    text('用户应当如实填写注册资料，并妥善保管账号和口令。'),
    heading('二、使用规则'),
    text('用户不得利用本平台从事违反法律法规的活动，不得干扰本平台的正常运行。'),
    heading('三、责任限制'),
    text('因不可抗力造成服务中断的，本平台不承担责任。'),
    heading('四、协议变更'),
    text('本平台可以修改协议条款，修改后的协议自公布之日起施行。'),
  ];
}
