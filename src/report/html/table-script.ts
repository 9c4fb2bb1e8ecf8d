import { createHash } from 'node:crypto';
import { Markup } from '../markup.ts';

/**
 * Makes tables sortable and filterable. It only adds controls to tables that are complete without
 * it: a button in each header cell, and above long tables a box that hides rows without the words
 * typed. A third click on a header gives back the printed order. Words come from `data-` attributes
 * of the root element, so that the text of the script, and its hash, is the same on every page.
 */
const source = `(() => {
  'use strict';
  const words = document.documentElement.dataset;
  const number = /^[^\\d\\u2212+-]{0,3}([\\u2212+-]?\\d[\\d,]*(?:\\.\\d+)?)/u;
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  const keyOf = (row, index) => {
    const cell = row.cells[index];
    if (!cell) return { rank: 2, value: 0, text: '' };
    const text = cell.textContent.trim();
    const marked = cell.querySelector('[data-order]');
    if (marked) return { rank: 0, value: Number(marked.dataset.order), text };
    const found = cell.classList.contains('n') ? number.exec(text) : null;
    if (found) return { rank: 0, value: Number(found[1].replace(/,/gu, '').replace('\\u2212', '-')), text };
    return text === '' || text === '\\u2014' ? { rank: 2, value: 0, text } : { rank: 1, value: 0, text };
  };
  const sort = (body, original, index, direction) => {
    const keyed = original.map((row) => ({ row, key: keyOf(row, index) }));
    if (direction !== 0) {
      keyed.sort(({ key: a }, { key: b }) => {
        if (a.rank === 2 || b.rank === 2) return a.rank - b.rank;
        const order = a.rank - b.rank || (a.rank === 0 ? a.value - b.value : collator.compare(a.text, b.text));
        return order * direction;
      });
    }
    body.append(...keyed.map(({ row }) => row));
  };
  const sortable = (table) => {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const original = [...body.rows];
    heads.forEach((head, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute('aria-sort', 'none');
      button.addEventListener('click', () => {
        const before = head.getAttribute('aria-sort');
        const next = before === 'none' ? 'ascending' : before === 'ascending' ? 'descending' : 'none';
        for (const other of heads) other.setAttribute('aria-sort', 'none');
        head.setAttribute('aria-sort', next);
        sort(body, original, index, next === 'ascending' ? 1 : next === 'descending' ? -1 : 0);
      });
    });
  };
  const filterable = (table) => {
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: row.textContent.toLowerCase() }));
    const line = document.createElement('div');
    line.className = 'filter';
    const label = document.createElement('label');
    label.append(words.filter, ' ');
    const input = document.createElement('input');
    input.type = 'search';
    label.append(input);
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    line.append(label, ' ', status);
    (table.closest('.scroll') || table).before(line);
    input.addEventListener('input', () => {
      const wanted = input.value.toLowerCase().split(/\\s+/u).filter((word) => word !== '');
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !wanted.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      status.textContent = wanted.length === 0 ? '' : words.shown.replace('{shown}', shown).replace('{all}', rows.length);
    });
  };
  for (const table of document.querySelectorAll('table')) {
    const count = table.tHead && table.tBodies[0] ? table.tBodies[0].rows.length : 0;
    if (count > 1) sortable(table);
    if (count > 12) filterable(table);
  }
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let place = target; place; place = place.parentElement) {
      if (place.tagName === 'DETAILS') place.open = true;
    }
  };
  addEventListener('hashchange', open);
  open();
})();
`;

/** Source of a content security policy that permits exactly this script. */
export const tableScriptSource = `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** Safe as markup: the script is a constant of this project without outside text. */
export const tableScript = new Markup(`<script>${source}</script>`);
