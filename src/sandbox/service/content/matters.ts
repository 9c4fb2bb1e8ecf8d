import { at, hash } from '../kit/chance.ts';

const subjects = [
  ['公共场所卫生许可', '卫生健康委员会'],
  ['企业登记', '市场监督管理局'],
  ['社会保险参保登记', '人力资源和社会保障局'],
  ['道路运输经营许可', '交通运输局'],
  ['食品经营许可', '市场监督管理局'],
  ['不动产登记', '自然资源和规划局'],
  ['城镇职工基本医疗保险参保', '医疗保障局'],
  ['民办学校设立审批', '教育局'],
  ['建筑工程施工许可', '住房和城乡建设局'],
  ['取水许可', '水务局'],
  ['排污许可', '生态环境局'],
  ['住房公积金提取', '住房公积金管理中心'],
  ['特种设备使用登记', '市场监督管理局'],
  ['社会团体登记', '民政局'],
  ['律师执业许可', '司法局'],
  ['种子生产经营许可', '农业农村局'],
  ['娱乐场所经营许可', '文化广电和旅游局'],
  ['消防技术服务备案', '应急管理局'],
  ['劳务派遣经营许可', '人力资源和社会保障局'],
  ['残疾人证办理', '残疾人联合会'],
] as const;
const actions = ['', '（首次申请）', '变更', '延续', '注销', '补办'] as const;

/** A service and the office that handles it. */
export interface Matter {
  readonly name: string;
  readonly office: string;
}

/** The n-th service of a series; seeds give different orders of subjects. */
export function matterAt(index: number, seed: number): Matter {
  const start = hash(seed, 'matters') % subjects.length;
  const [subject, office] = at(subjects, start + index);
  const action = at(actions, Math.floor(index / subjects.length));
  const round = Math.floor(index / (subjects.length * actions.length));
  return { name: `${subject}${action}${round === 0 ? '' : `（情形${round}）`}`, office };
}
