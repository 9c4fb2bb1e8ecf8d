import { pilotFields } from '../columns/catalog.ts';
import { bureaus, works } from '../columns/words.ts';
import { hash } from '../draw.ts';
import type { Portal, PortalColumn } from '../portal.ts';
import { addDays, escapeHtml } from '../text.ts';
import { topics } from '../topics/index.ts';
import { breadcrumb, type Content, columnMetas, heading } from './frame.ts';
import { pager } from './pager.ts';

const perPage = 20;

type ListId = 'power' | 'permit' | 'public-service' | 'proof' | 'charge';

/** Table columns of each list: name first, date last; those between may be empty. */
const fields: Readonly<Record<ListId, readonly string[]>> = {
  power: ['事项名称', '权力类型', '实施主体', '设定依据', '责任事项', '追责情形', '监督方式', '更新日期'],
  permit: ['许可事项名称', '主管部门', '实施机关', '设定和实施依据', '审批层级', '办理时限', '更新时间'],
  'public-service': ['服务事项名称', '服务对象', '责任部门', '办理依据', '服务方式', '联系电话', '发布日期'],
  proof: ['证明名称', '索要单位', '开具单位', '设定依据', '证明用途', '替代方式', '公布日期'],
  charge: ['收费项目', '执收单位', '收费标准', '收费依据', '资金管理方式', '监督电话', '更新日期'],
};

const kinds = [
  '行政许可',
  '行政处罚',
  '行政强制',
  '行政征收',
  '行政给付',
  '行政检查',
  '行政确认',
  '行政奖励',
  '行政裁决',
  '其他权力',
];

function rowName(list: ListId, portal: Portal, row: number): string {
  const value = hash(portal.town.style.seed, `${list}${row}`);
  const work = works[value % works.length] ?? '';
  const topic = topics[(value >>> 6) % topics.length];
  switch (list) {
    case 'power':
      return `对${work}相关违法行为的${kinds[value % kinds.length]}（${row + 1}）`;
    case 'permit':
      return `${work}许可（${row + 1}）`;
    case 'public-service':
      return `${topic?.service ?? work}服务（${row + 1}）`;
    case 'proof':
      return `${topic?.words[0] ?? work}${['关系', '状况', '情况', '无违法记录'][value % 4]}证明（${row + 1}）`;
    case 'charge':
      return `${work}${['费', '工本费', '占用费', '检验费'][value % 4]}（${row + 1}）`;
  }
}

const fillers = [
  '《中华人民共和国行政许可法》第十二条',
  '本市行政区域',
  '市级',
  '20个工作日',
  '告知承诺',
  '按规定执行',
  '依法公开',
] as const;

/** True if an optional cell is filled; spread evenly, so that the table has the true share. */
function isFilled(cell: number, share: number): boolean {
  return Math.floor((cell + 1) * share) > Math.floor(cell * share);
}

/** A page of one of the five lists; null beyond its end or if the town has no such list. */
export function tablePage(portal: Portal, column: PortalColumn, page: number): Content | null {
  const list = column.key as ListId;
  const truth = portal.town.truth.lists[list];
  const from = (page - 1) * perPage;
  if (truth === undefined || (from >= truth.items && page > 1)) return null;
  const names = fields[list];
  const free = names.length - 2;
  const share = Math.min(1, Math.max(0, (truth.filled * names.length - 2) / free));
  const spread = 200 + (hash(portal.town.style.seed, `age${list}`) % 700);
  const lines: string[] = [];
  for (let row = from; row < Math.min(from + perPage, truth.items); row++) {
    const cells = [rowName(list, portal, row)];
    for (let field = 0; field < free; field++) {
      const cell = row * free + field;
      if (!isFilled(cell, share)) cells.push('');
      else if (/部门|机关|主体|单位/.test(names[field + 1] ?? ''))
        cells.push(`市${bureaus[(row + field) % bureaus.length]}`);
      else if (names[field + 1] === '权力类型') cells.push(kinds[row % kinds.length] ?? '');
      else cells.push(fillers[(row + field) % fillers.length] ?? '');
    }
    cells.push(addDays(truth.newest, -Math.floor((row * spread) / truth.items)));
    lines.push(`<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  }
  return {
    title: `${portal.names.full}${column.name}`,
    body: `${breadcrumb(portal, column)}${heading(`${portal.names.full}${column.name}`)}<table class="qd-table" border="1" cellspacing="0"><thead><tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table>${pager(portal, column, truth.items, page, perPage)}`,
    metas: columnMetas(portal, column),
  };
}

/** Zone of the pilot catalogues: names all 26 fields; only open ones lead to rows. */
export function zonePage(portal: Portal, column: PortalColumn): Content {
  const open = new Set(portal.town.truth.disclosureFields);
  const draw = portal.draw('zone');
  const items = pilotFields.map((name, index) => {
    const label = draw.chance(0.3) ? `${name}领域` : name;
    if (open.has(index)) return `<li><a href="${escapeHtml(portal.columnPath(`field-${index}`))}">${label}</a></li>`;
    return draw.pick([
      `<li class="off"><span>${label}</span></li>`,
      `<li><a href="javascript:void(0)">${label}</a></li>`,
      `<li><a href="${escapeHtml(portal.columnPath(`field-${index}`))}">${label}</a></li>`,
    ]);
  });
  return {
    title: column.name,
    body: `${breadcrumb(portal, column)}${heading(column.name)}<p>按照国务院部署，${escapeHtml(portal.names.full)}编制试点领域基层政务公开标准目录，现予公布。</p><ul class="lingyu">${items.join('\n')}</ul>`,
    metas: columnMetas(portal, column),
  };
}

const fieldHeads = [
  '序号',
  '公开事项',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
] as const;

/** The catalogue of one open field. */
export function fieldPage(portal: Portal, column: PortalColumn): Content {
  const draw = portal.draw(column.key);
  const rows = draw.between(6, 24);
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const matter = ['法规政策', '办事指南', '工作动态', '监督检查', '结果公示', '资金使用', '标准规范'][row % 7] ?? '';
    lines.push(
      `<tr><td>${row + 1}</td><td>${column.name}${matter}</td><td>文件名称、发布机构、正文、生效日期</td><td>《中华人民共和国政府信息公开条例》</td><td>自信息形成之日起20个工作日内</td><td>市${draw.pick(bureaus)}</td><td>政府网站</td></tr>`,
    );
  }
  return {
    title: `${column.name}领域基层政务公开标准目录`,
    body: `${breadcrumb(portal, column)}${heading(`${portal.names.full}${column.name}领域基层政务公开标准目录`)}<table border="1" class="bzml"><tr>${fieldHeads.map((name) => `<th>${name}</th>`).join('')}</tr>${lines.join('\n')}</table>`,
    metas: columnMetas(portal, column),
  };
}
