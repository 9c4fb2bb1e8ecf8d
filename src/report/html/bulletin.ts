import type { NodeScore } from '../../scoring/score.ts';
import { bothWidths } from '../charts/draw.ts';
import { colourAt } from '../charts/palette.ts';
import { curveDrawing, tierDrawing } from '../charts/tiers.ts';
import { cityFile } from '../city.ts';
import type { ReportInput } from '../input.ts';
import { tierLists } from '../lists.ts';
import { Markup, markup, type Part } from '../markup.ts';
import type { Messages } from '../messages.ts';
import { resultSentences, systemSentences } from '../narrative/results.ts';
import { indexRows, tierRows, withheldRows } from '../rows.ts';
import { style } from '../style.ts';
import { decimals, percent } from '../text.ts';
import { describeRange, isRanked, type RankingRow, type View, viewOf } from '../view.ts';
import { adoption, failures, items, methods, statements } from './appendices.ts';
import { findings } from './findings.ts';
import { namesBehind } from './lists.ts';
import { chart, factList, page, paragraph, section, table, textTable } from './parts.ts';
import { printRules } from './print.ts';
import { provenanceBlock, provenanceDetails } from './provenance.ts';
import { reviewSection } from './reviews.ts';

/** Safe as markup: the style sheet is a constant of this project without outside text. */
const styleElement = new Markup(`<style>${style}</style>`);

/** Sections that have pages of their own on paper, with their name at the head. */
const appendixSections = { statements: 1, ranking: 1, adoption: 1, failures: 1, items: 1, methods: 1, reviews: 1 };

/**
 * The bulletin as one page: the sections of the published report, with its tables as appendices.
 */
export function htmlBulletin(input: ReportInput, messages: Messages): string {
  const view = viewOf(input, messages);
  const { sections } = messages;
  const bodies: Readonly<Record<keyof typeof sections, Part>> = {
    notes: notes(input, view, messages),
    system: system(input, messages),
    results: results(input, view, messages),
    findings: findings(input, messages),
    outlook: markup`<div class="empty" role="note">${messages.narrative.outlook}</div>`,
    statements: statements(input, messages),
    ranking: ranking(input, view, messages),
    adoption: adoption(input, messages),
    failures: failures(view, messages),
    items: items(input, messages),
    methods: methods(input, view, messages),
    reviews: reviewSection(input, messages),
  };
  const entries = Object.entries(sections) as [keyof typeof sections, string][];
  const body = markup`<header>
<h1>${messages.heading(input.title)}</h1>
${provenanceBlock(input, messages)}
<nav><ul>${entries.map(([id, name]) => markup`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
</header>
<main>
${entries.map(([id, name]) => section(id, name, bodies[id]))}
</main>
<footer>${messages.files}</footer>`;
  const title = messages.heading(input.title);
  const appendices = entries.filter(([id]) => id in appendixSections);
  return page(title, markup`${styleElement}${printRules(title, appendices, messages)}`, body, input.nature, messages);
}

function notes(input: ReportInput, view: View, messages: Messages): Markup {
  const { caveats, provenance } = messages;
  const warning =
    view.caveats.length === 0
      ? null
      : markup`<aside class="caveat"><h3>${caveats.title}</h3><ul>${view.caveats.map((text) => markup`<li>${text}</li>`)}</ul></aside>`;
  return markup`${warning}
${factList(view.facts)}
<h3>${provenance}</h3>
${input.provenance.sources.map((text) => markup`<p>${text}</p>`)}
${provenanceDetails(input, messages)}
`;
}

function system(input: ReportInput, messages: Messages): Markup {
  return markup`${paragraph(systemSentences(input, messages), messages)}
${textTable(indexRows(input, messages), [0, 1, 2])}`;
}

function results(input: ReportInput, view: View, messages: Messages): Markup {
  const names = new Map(input.governments.map(({ code, name }) => [code, name]));
  const { tiering } = input.assessment;
  const { tiers, breaks } = tierRows(input, messages);
  const curve = (width: number) => curveDrawing(tiering, (code) => names.get(code) ?? code, messages, width);
  return markup`${resultSentences(input, messages).map((entry) => paragraph([entry], messages))}
<h3>${messages.statistics.title}</h3>
${factList(view.statistics)}
${tiering.curve.length === 0 ? null : chart(bothWidths(curve), messages.charts.curve)}
${
  tiering.tiers.length === 0
    ? null
    : [
        textTable(tiers, [0, 4], [4]),
        chart(
          bothWidths((width) => tierDrawing(tiering, messages, width)),
          messages.charts.tiers,
        ),
        textTable(breaks, [0, 3]),
        namesBehind('tier-size', tierLists(input, view, messages), messages),
      ]
}`;
}

function ranking(input: ReportInput, view: View, messages: Messages): Markup {
  const { columns } = messages;
  const { capabilities } = view;
  const intervals = new Map((input.uncertainty?.governments ?? []).map((entry) => [entry.government, entry]));
  const head = [
    columns.rank,
    columns.name,
    columns.province,
    columns.score,
    columns.level,
    ...(intervals.size > 0 ? [columns.interval] : []),
    columns.coverage,
    columns.range,
    ...capabilities.map(({ name }) => name),
  ];
  const unranked = withheldRows(input, view.rows, messages);
  const fixed = head.length - capabilities.length;
  const extra = [2, ...[...head.keys()].filter((index) => index >= fixed - 1)];
  return markup`<p class="soft">${messages.rankingNote}</p>
${table(
  head,
  view.rows.filter(isRanked).map((row) => {
    const { government, ranked, score, total } = row;
    const interval = intervals.get(government.code);
    return [
      String(ranked.rank),
      markup`<a href="cities/${cityFile(government.code)}">${government.name}</a>`,
      government.province,
      decimals(ranked.score ?? 0, 2),
      levelTag(row, input, messages),
      ...(intervals.size > 0
        ? [
            interval === undefined
              ? messages.noscore
              : `${interval.rank.low}–${interval.rank.high}${interval.flags.length > 0 ? '†' : ''}`,
          ]
        : []),
      percent(total.coverage, 1),
      describeRange(total, messages),
      ...capabilities.map(({ index }) => stacked(score.nodes[index], messages)),
    ];
  }),
  [1, 2, 4],
  extra,
)}
${unranked.rows.length === 0 ? null : [markup`<h3>${messages.withheldTitle}</h3>`, textTable(unranked, [0, 1, 5], [1])]}
${
  view.observed.length === 0
    ? null
    : markup`<h3>${messages.observedTitle}</h3><p>${view.observed.map(({ government }, index) => [index > 0 ? messages.listMark : null, markup`<a href="cities/${cityFile(government.code)}">${government.name}</a>`])}</p>`
}`;
}

function levelTag({ place, band }: RankingRow, input: ReportInput, messages: Messages): Part {
  if (place === null) return band ?? messages.noscore;
  const index = input.assessment.tiering.tiers.findIndex(({ letter }) => letter === place.letter);
  return markup`<span class="tag" style="border-color:${colourAt(index)}">${place.level}</span>`;
}

/** Score above score rate, narrow enough for one column per capability. */
function stacked(node: NodeScore | undefined, messages: Messages): Part {
  if (node === undefined || node.score === null || node.rate === null) return messages.noscore;
  return markup`${decimals(node.score, 2)}<br><small>${percent(node.rate)}</small>`;
}
