import type { Portal, PortalColumn } from '../portal.ts';
import { escapeHtml } from '../text.ts';

/**
 * Paging links with the number of entries in one of the usual wordings; for a single page sometimes
 * empty.
 */
export function pager(portal: Portal, column: PortalColumn, total: number, page: number, perPage: number): string {
  const pages = Math.max(1, Math.ceil(total / perPage));
  const draw = portal.draw(`pager:${column.key}`);
  const wording = draw.pick([
    `共<b>${total}</b>条`,
    `总记录数：${total}`,
    `第${page}/${pages}页 共${total}条记录`,
    `共 ${total} 条 ${pages} 页`,
    `${total}条记录 ${page}/${pages}页`,
  ]);
  if (pages === 1) return draw.chance(0.5) ? `<div class="page">${wording}</div>` : '';
  const link = (label: string, number: number): string =>
    `<a href="${escapeHtml(portal.address.column(column, number))}">${label}</a>`;
  const numbers: string[] = [];
  for (let number = Math.max(1, page - 3); number <= Math.min(pages, page + 3); number++)
    numbers.push(number === page ? `<span class="cur">${number}</span>` : link(String(number), number));
  return `<div class="page">${wording} ${page > 1 ? `${link('首页', 1)} ${link('上一页', page - 1)}` : ''} ${numbers.join(' ')} ${page < pages ? `${link('下一页', page + 1)} ${link(draw.pick(['尾页', '末页']), pages)}` : ''}</div>`;
}
