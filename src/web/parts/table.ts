import { attributes, type Html, html, type Piece } from '../markup.ts';

/** A column of a table. */
export interface Column {
  readonly title: Piece;
  readonly isNumber?: boolean;
  /** Long text, which may break anywhere. */
  readonly isText?: boolean;
  /** A name, which does not break letter by letter on a narrow screen. */
  readonly isName?: boolean;
  /** Whether the table is sorted by it now. */
  readonly sorted?: 'ascending' | 'descending' | null;
}

export interface TableOptions {
  /** Says what the table shows; stands above it. */
  readonly caption: string;
  /** Whether the first cell of a row names it. */
  readonly hasRowTitles?: boolean;
  /** Classes of rows by their place. */
  readonly rowClass?: (index: number) => string | null;
}

/** A table in a box of its own that scrolls sideways where the screen is narrow. */
export function table(columns: readonly Column[], rows: readonly (readonly Piece[])[], options: TableOptions): Html {
  const { caption, hasRowTitles = true, rowClass = () => null } = options;
  const head = columns.map(
    ({ title, isNumber = false, sorted = null }) =>
      html`<th scope="col"${attributes({ class: isNumber ? 'number' : null, 'aria-sort': sorted })}>${title}</th>`,
  );
  const body = rows.map(
    (row, place) =>
      html`<tr${attributes({ class: rowClass(place) })}>${row.map((cell, index) => cellOf(cell, columns[index], hasRowTitles && index === 0))}</tr>
`,
  );
  return html`<div class="table" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table></div>`;
}

function cellOf(cell: Piece, column: Column | undefined, isTitle: boolean): Html {
  const kind = column?.isNumber ? 'number' : column?.isText ? 'text' : column?.isName ? 'name' : null;
  return isTitle
    ? html`<th scope="row"${attributes({ class: kind })}>${cell}</th>`
    : html`<td${attributes({ class: kind })}>${cell}</td>`;
}

/** Facts in pairs, as a summary list. */
export function facts(pairs: readonly (readonly [label: string, value: Piece])[]): Html {
  return html`<dl class="facts">${pairs.map(
    ([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>
`,
  )}</dl>`;
}

/** Figures that are seen first. */
export function cards(entries: readonly (readonly [label: string, value: Piece, remark?: Piece])[]): Html {
  const items = entries.map(
    ([label, value, remark = null]) =>
      html`<li class="card">${label} <strong>${value}</strong>${remark === null ? null : html`<small>${remark}</small>`}</li>`,
  );
  return html`<ul class="cards">${items}</ul>`;
}
