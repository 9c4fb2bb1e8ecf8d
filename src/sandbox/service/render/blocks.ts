import type { Block, Field, LinkItem } from '../kit/blocks.ts';
import { escapeHtml } from '../kit/reply.ts';

/**
 * Markup style of a family: modern lists and boxes, old tables, or tiles with the label beside an
 * icon link.
 */
export type Dialect = 'modern' | 'tables' | 'tiles';

function note(item: LinkItem): string {
  return item.note === undefined ? '' : `<span class="date">${escapeHtml(item.note)}</span>`;
}

function anchor(item: LinkItem): string {
  return `<a href="${escapeHtml(item.href)}" title="${escapeHtml(item.text)}">${escapeHtml(item.text)}</a>`;
}

function links(items: readonly LinkItem[], as: 'list' | 'cards' | 'table', dialect: Dialect): string {
  if (dialect === 'tables' || as === 'table') {
    const rows = items.map(
      (item, index) => `<tr><td>${index + 1}</td><td>${anchor(item)}</td><td>${escapeHtml(item.note ?? '')}</td></tr>`,
    );
    return `<table class="list" width="100%">${rows.join('')}</table>`;
  }
  if (as === 'cards' && dialect === 'tiles') {
    return items
      .map(
        (item) =>
          `<dl class="tile"><dt><a href="${escapeHtml(item.href)}"><img src="" alt=""></a></dt><dd><p>${escapeHtml(item.text)}</p>${note(item)}</dd></dl>`,
      )
      .join('');
  }
  if (as === 'cards') {
    const cards = items.map(
      (item) =>
        `<a class="card" href="${escapeHtml(item.href)}"><i class="icon"></i><span>${escapeHtml(item.text)}</span>${item.note === undefined ? '' : `<em>${escapeHtml(item.note)}</em>`}</a>`,
    );
    return `<div class="cards">${cards.join('')}</div>`;
  }
  return `<ul class="list">${items.map((item) => `<li>${anchor(item)}${note(item)}</li>`).join('')}</ul>`;
}

function field(given: Field): string {
  const name = escapeHtml(given.name);
  const label = escapeHtml(given.label);
  switch (given.type) {
    case 'hidden':
      return `<input type="hidden" name="${name}" value="${escapeHtml(given.value ?? '')}">`;
    case 'checkbox':
      return `<label><input type="checkbox" name="${name}" value="1">${label}</label>`;
    case 'select':
      return `<p><label>${label}</label><select name="${name}">${(given.choices ?? []).map((choice) => `<option>${escapeHtml(choice)}</option>`).join('')}</select></p>`;
    case 'textarea':
      return `<p><label>${label}</label><textarea name="${name}"></textarea></p>`;
    case 'text':
    case 'password':
      return `<p><label for="f-${name}">${label}</label><input id="f-${name}" type="${given.type}" name="${name}" placeholder="${escapeHtml(given.hint ?? '')}"></p>`;
  }
}

function facts(block: Extract<Block, { kind: 'facts' }>): string {
  const entries = block.entries.map(({ label, value }) => [escapeHtml(label), escapeHtml(value)] as const);
  switch (block.as) {
    case 'table':
      return `<table class="facts">${entries.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join('')}</table>`;
    case 'list':
      return `<dl class="facts">${entries.map(([label, value]) => `<dt>${label}：</dt><dd>${value}</dd>`).join('')}</dl>`;
    case 'tabs':
      return `<ul class="tabs">${entries.map(([label], index) => `<li data-tab="t${index}">${label}</li>`).join('')}</ul>${entries.map(([, value], index) => `<div class="tab-pane" id="t${index}"${index === 0 ? '' : ' style="display:none"'}>${value}</div>`).join('')}`;
    case 'headings':
      return entries.map(([label, value]) => `<h3>${label}</h3><div class="text">${value}</div>`).join('');
    case 'brackets':
      return entries.map(([label, value]) => `<p>【${label}】${value}</p>`).join('');
  }
}

/** The markup of one block. */
function renderBlock(block: Block, dialect: Dialect): string {
  switch (block.kind) {
    case 'heading':
      return dialect === 'tables'
        ? `<table width="100%"><tr><td class="title"><b>${escapeHtml(block.text)}</b></td></tr></table>`
        : `<h2>${escapeHtml(block.text)}</h2>`;
    case 'text':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'links':
      return links(block.items, block.as, dialect);
    case 'names':
      return dialect === 'tables'
        ? `<table>${block.items.map((item) => `<tr><td>${escapeHtml(item)}</td></tr>`).join('')}</table>`
        : `<ul class="names">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return facts(block);
    case 'form':
      return `<form action="${escapeHtml(block.action)}" method="${block.method}">${block.fields.map(field).join('')}<button type="submit">${escapeHtml(block.button)}</button></form>`;
    case 'pager':
      return `<div class="page"><span>第${block.page}/${block.pages}页</span>${block.links.map((item) => `<a href="${escapeHtml(item.href)}">${escapeHtml(item.text)}</a>`).join('')}</div>`;
  }
}

/** The markup of several blocks. */
export function renderBlocks(blocks: readonly Block[], dialect: Dialect): string {
  let out = '';
  for (const block of blocks) out += renderBlock(block, dialect);
  return out;
}
