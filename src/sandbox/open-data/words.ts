import { pick } from '../service/kit/chance.ts';

/** Things that a data platform counts. */
export type Kind = 'dataset' | 'api' | 'app';
export const kinds: readonly Kind[] = ['dataset', 'api', 'app'];

/** Wording of a town's platform. */
export interface Words {
  /** Menu entry and list title of each kind. */
  readonly menu: Readonly<Record<Kind, string>>;
  /** Label beside a number. */
  readonly count: Readonly<Record<Kind, string>>;
  readonly policies: string;
  readonly interaction: string;
  readonly platform: string;
}

const menus: Readonly<Record<Kind, readonly string[]>> = {
  dataset: ['数据目录', '开放目录', '数据资源', '数据集', '开放数据'],
  api: ['接口服务', 'API服务', '数据接口', '服务接口', '数据API'],
  app: ['应用成果', '创新应用', '数据应用', '应用展示', 'APP应用'],
};
const counts: Readonly<Record<Kind, readonly string[]>> = {
  dataset: ['数据集', '数据目录', '开放目录', '数据资源', '数据集数量', '开放数据集'],
  api: ['接口数量', '接口总数', '数据接口', '服务接口', 'API服务', '数据服务', 'API数'],
  app: ['应用成果', '创新应用', '应用数量', '数据应用', '应用总数'],
};

/** Chooses the words of a town. */
export function wordsOf(seed: number): Words {
  const choose = (lists: Readonly<Record<Kind, readonly string[]>>, name: string): Record<Kind, string> => ({
    dataset: pick(lists.dataset, seed, name, 'dataset'),
    api: pick(lists.api, seed, name, 'api'),
    app: pick(lists.app, seed, name, 'app'),
  });
  return {
    menu: choose(menus, 'menu'),
    count: choose(counts, 'count'),
    policies: pick(['政策文件', '政策法规', '政策动态', '开放政策'], seed, 'policies'),
    interaction: pick(['互动交流', '交流互动', '咨询建议', '数据请求'], seed, 'interaction'),
    platform: pick(
      ['公共数据开放平台', '数据开放平台', '公共数据开放网', '政府数据开放平台', '公共数据资源开放平台'],
      seed,
      'platform',
    ),
  };
}

/** `12,345` */
export function separated(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The number in 万 or 亿 if it is large enough; never rounded. */
export function inTenThousands(count: number): string {
  if (count >= 100_000_000) return `${count / 100_000_000}亿`;
  return count >= 10_000 ? `${count / 10_000}万` : separated(count);
}

/** Full-width digits. */
export function fullWidth(count: number): string {
  return String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
