import { bothWidths } from '../charts/draw.ts';
import { adoptionDrawing, rateDrawing } from '../charts/shares.ts';
import { cityFile } from '../city.ts';
import type { ReportData } from '../figures/derive.ts';
import { type Markup, markup, type Part } from '../markup.ts';
import type { Messages } from '../messages.ts';
import { indicatorChapters } from '../narrative/capability.ts';
import { type LeaderRow, leaderRows } from '../rows.ts';
import { chart, paragraph, table } from './parts.ts';

/** Score rates of all indicators on which something is concluded, adoption, and the leaders of each. */
export function indicators(data: ReportData, messages: Messages): Markup {
  const { charts, columns, leaders, narrative } = messages;
  const { nodes } = data.assessment.tree;
  const rates = bothWidths((width) => rateDrawing(nodes, data.description.whole.nodes, messages, width));
  return markup`${indicatorChapters(data, messages).map(
    ({ title, paragraphs }) => markup`<h3>${title}</h3>
${paragraphs.map((sentences) => paragraph(sentences, messages))}
`,
  )}
${chart(rates, charts.rates)}
${data.figures.adoption.some(({ concluded }) => concluded) ? adoptionChart(data, messages) : null}
<h3>${leaders.governments}</h3>
<p class="soft">${narrative.leaders.intro}</p>
${table(
  [columns.indicator, leaders.rate, leaders.governments],
  leaderRows(data, messages).map((row) => [nameOf(row), row.rate, holdersOf(row, messages)]),
  [0, 2],
)}`;
}

function adoptionChart(data: ReportData, messages: Messages): Markup {
  return chart(
    bothWidths((width) => adoptionDrawing(data, messages, width)),
    messages.charts.adoption,
  );
}

function nameOf({ name, level }: LeaderRow): Part {
  return level === 'leaf' ? name : markup`<strong>${name}</strong>`;
}

function holdersOf({ leaders, remark }: LeaderRow, { listMark }: Messages): Part {
  if (leaders.length === 0) return remark;
  return leaders.map(({ code, text }, index) => [
    index > 0 ? listMark : null,
    markup`<a href="cities/${cityFile(code)}">${text}</a>`,
  ]);
}
