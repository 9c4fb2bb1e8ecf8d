import { bothWidths } from '../charts/draw.ts';
import { curveDrawing, tierDrawing } from '../charts/tiers.ts';
import { cityFile } from '../city.ts';
import type { ReportData } from '../figures/derive.ts';
import { listAnchorOf } from '../lists.ts';
import { type Markup, markup, type Part } from '../markup.ts';
import type { Messages } from '../messages.ts';
import { resultSentences } from '../narrative/results.ts';
import { memberRows, tierRows } from '../rows.ts';
import type { View } from '../view.ts';
import { chart, factList, paragraph, sentenceMarkup, table, textTable } from './parts.ts';

/** The evaluated governments, the tiers with who is in them, and the curve that they were cut from. */
export function tiers(data: ReportData, view: View, messages: Messages): Markup {
  const names = new Map(data.governments.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  const { tiering } = data.assessment;
  const rows = tierRows(data, messages);
  const curve = (width: number) => curveDrawing(tiering, nameOf, messages, width);
  return markup`${resultSentences(data, messages).map((entry) => paragraph([entry], messages))}
${
  tiering.tiers.length === 0
    ? null
    : [
        textTable(rows.tiers, [0, 4], [4]),
        chart(
          bothWidths((width) => tierDrawing(tiering, messages, width)),
          messages.charts.tiers,
        ),
      ]
}
${members(data, nameOf, messages)}
<h3>${messages.statistics.title}</h3>
${factList(view.statistics.map(([label, value]) => [label, sentenceMarkup(value)]))}
${tiering.curve.length === 0 ? null : chart(bothWidths(curve), messages.charts.curve)}
${tiering.tiers.length === 0 ? null : textTable(rows.breaks, [0, 3])}`;
}

/** Who is in each level. */
function members(data: ReportData, nameOf: (code: string) => string, messages: Messages): Part {
  const rows = memberRows(data);
  if (rows.length === 0) return null;
  const { columns, listMark } = messages;
  const title = data.bands === null ? messages.levelMembers : messages.bandMembers;
  return markup`<h3 id="${listAnchorOf('tier-size') ?? ''}">${title}</h3>
${table(
  [columns.level, columns.size, columns.name],
  rows.map(({ label, codes }) => [
    label,
    codes.length,
    codes.map((code, index) => [
      index > 0 ? listMark : null,
      markup`<a href="cities/${cityFile(code)}">${nameOf(code)}</a>`,
    ]),
  ]),
  [0, 2],
)}`;
}
