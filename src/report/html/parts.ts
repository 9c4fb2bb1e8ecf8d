import type { FolderKind } from '../../model/nature.ts';
import { listAnchorOf } from '../lists.ts';
import { Markup, markup, type Part } from '../markup.ts';
import type { Messages } from '../messages.ts';
import { anchorOf } from '../methods.ts';
import { type Figure, piecesOf, type Sentence } from '../narrative/sentence.ts';
import { bannerOf, titleOf } from '../nature.ts';
import type { TextTable } from '../rows.ts';
import { tableScript, tableScriptSource } from './table-script.ts';

/** What a page may load and run besides its own style. */
export type Permission = 'tables' | 'pictures' | 'embedded' | 'nothing';

const policies: Readonly<Record<Permission, string>> = {
  tables: ` script-src ${tableScriptSource};`,
  // Pages are opened from disk, where no origin matches 'self'.
  pictures: " img-src 'self' file:;",
  embedded: ' img-src data:;',
  nothing: '',
};

/**
 * A self-contained page with its own style and without network. The content security policy permits
 * the script of the tables by its hash, or pictures beside or inside the page, and forbids everything else,
 * so that even an escaping error could not run code. What is not real says so in its title, above
 * everything else, and across the page.
 */
export function page(
  title: string,
  style: Markup,
  body: Part,
  nature: FolderKind,
  messages: Messages,
  permission: Permission = 'tables',
): string {
  const { htmlLanguage, tables } = messages;
  // The policy is a constant whose quotes must stay as they are.
  const policy = new Markup(
    `default-src 'none'; style-src 'unsafe-inline';${policies[permission]} base-uri 'none'; form-action 'none'`,
  );
  return markup`<!doctype html>
<html lang="${htmlLanguage}" data-filter="${tables.filter}" data-shown="${tables.shown}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${titleOf(title, nature, messages)}</title>
${style}
</head>
<body>
${banner(nature, messages)}${body}
${permission === 'tables' ? tableScript : null}
</body>
</html>
`.text;
}

/**
 * The line above a simulated page, and its watermark: a pattern over the whole page on screens, and
 * over every sheet on paper. Drawn in the document, since the policy of the page forbids images.
 */
function banner(nature: FolderKind, messages: Messages): Markup | null {
  const text = bannerOf(nature, messages);
  if (text === null) return null;
  const word = messages.nature.watermark;
  return markup`<p class="simulated" role="note">${text}</p>
<div class="watermark" aria-hidden="true"><svg class="marks"><defs><pattern id="watermark" width="820" height="260" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)"><text x="12" y="80">${word}</text><text x="422" y="210">${word}</text></pattern></defs><rect width="100%" height="100%" fill="url(#watermark)"></rect></svg></div>
`;
}

export function section(id: string, title: string, body: Part): Markup {
  return markup`<section id="${id}"><h2>${title}</h2>
${body}</section>`;
}

/** A number that links to its definition and states its value and the place of that in `report.json`. */
export function figure({ text, statistic, id, value }: Figure): Markup {
  const place = id === null ? null : markup` data-id="${id}" data-value="${value}"`;
  return markup`<a class="figure" href="#${listAnchorOf(statistic) ?? anchorOf(statistic)}" data-statistic="${statistic}"${place}>${text}</a>`;
}

/** The sentence with its figures as links. */
export function sentenceMarkup(sentence: Sentence): Markup {
  // English needs the spaces at the ends of a piece; `markup` would trim them.
  return markup`${piecesOf(sentence).map((piece) => (typeof piece === 'string' ? spaced(piece) : figure(piece)))}`;
}

/** Text with the blanks at its ends, which escaping would trim. */
export function spaced(text: string): Part {
  return [/^\s/u.test(text) ? markup` ` : null, text, /\S\s+$/u.test(text) ? markup` ` : null];
}

/** Joins sentences, with a space in English and without in Chinese. */
export function paragraph(sentences: readonly Sentence[], { sentenceGap }: Messages): Markup {
  const gap = sentenceGap === '' ? null : markup` `;
  return markup`<p>${sentences.map((entry, index) => [index > 0 ? gap : null, sentenceMarkup(entry)])}</p>`;
}

export function factList(facts: readonly (readonly [Part, Part])[]): Markup {
  return markup`<dl class="facts">${facts.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/**
 * @param text columns with text; the others have numbers
 * @param extra columns left out on phones
 * @param codes second row of the header: names of the columns in the table files
 */
export function table(
  head: readonly Part[],
  rows: readonly (readonly Part[])[],
  text: readonly number[],
  extra: readonly number[] = [],
  codes: readonly string[] = [],
): Markup {
  const kind = (index: number) => `${text.includes(index) ? '' : 'n'}${extra.includes(index) ? ' extra' : ''}`;
  const second =
    codes.length === 0
      ? null
      : markup`<tr class="codes">${codes.map((code, index) => markup`<td class="${kind(index)}">${code === '' ? null : markup`<code>${codeParts(code)}</code>`}</td>`)}</tr>`;
  return markup`<table><thead><tr>${head.map((cell, index) => markup`<th scope="col" class="${kind(index)}">${cell}</th>`)}</tr>${second}</thead><tbody>
${rows.map(
  (cells) => markup`<tr>${cells.map((cell, index) => markup`<td class="${kind(index)}">${cell}</td>`)}</tr>
`,
)}</tbody></table>`;
}

/** A code that may be broken after a hyphen or an underline: it is wider than what stands below. */
function codeParts(code: string): Part[] {
  const parts = code.split(/(?<=[-_])/u);
  return parts.map((part, index) => (index === 0 ? part : markup`<wbr>${part}`));
}

export function textTable({ head, rows }: TextTable, text: readonly number[], extra: readonly number[] = []): Markup {
  return table(head, rows, text, extra);
}

export function chart(drawn: Markup, caption: string, note: string | null = null): Markup {
  return markup`<figure>${drawn}<figcaption>${caption}${note === null ? null : markup`<br>${note}`}</figcaption></figure>`;
}
