import type { TextName } from '../../config/texts.ts';
import type { NodeScore } from '../../scoring/score.ts';
import { colourAt } from '../charts/palette.ts';
import { cityFile } from '../city.ts';
import type { ReportData } from '../figures/derive.ts';
import type { ReportInput } from '../input.ts';
import { Markup, markup, type Part } from '../markup.ts';
import type { Messages } from '../messages.ts';
import { systemSentences } from '../narrative/results.ts';
import { outlineOf, type SectionId } from '../outline.ts';
import { appliedByGovernment } from '../reviews.ts';
import { indexRows, withheldRows } from '../rows.ts';
import { style } from '../style.ts';
import { decimals, percent } from '../text.ts';
import { describeRange, isRanked, type RankingRow, type View, viewOf } from '../view.ts';
import { adoption, failures, items, methods, statements } from './appendices.ts';
import { certainty, country } from './country.ts';
import { findings } from './findings.ts';
import { indicators } from './indicators.ts';
import { factList, page, paragraph, section, sentenceMarkup, table, textTable } from './parts.ts';
import { printRules } from './print.ts';
import { prose } from './prose.ts';
import { provenanceBlock, provenanceDetails, publicationNote } from './provenance.ts';
import { reviewedMark, reviewSection } from './reviews.ts';
import { tiers } from './tiers.ts';

/** Safe as markup: the style sheet is a constant of this project without outside text. */
const styleElement = new Markup(`<style>${style}</style>`);

/** The bulletin as one page: findings first, then how sure they are, how they were measured, and tables. */
export function htmlBulletin(input: ReportData, messages: Messages): string {
  const view = viewOf(input, messages);
  const { texts } = input;
  const written = (name: TextName): Part => {
    const text = texts[name];
    return text === undefined ? null : prose(text);
  };
  const bodies: Readonly<Record<SectionId, Part>> = {
    preface: written('preface'),
    findings: findings(input, messages),
    map: country(input, messages),
    tiers: tiers(input, view, messages),
    certainty: certainty(input, view, messages),
    indicators: indicators(input, messages),
    system: [written('definition'), system(input, messages)],
    cases: written('cases'),
    outlook: written('outlook'),
    notes: notes(input, view, messages),
    statements: statements(input, messages),
    ranking: ranking(input, view, messages),
    adoption: adoption(input, messages),
    failures: failures(view, messages),
    items: items(input, messages),
    methods: methods(input, view, messages),
    reviews: reviewSection(input, messages),
  };
  const outline = outlineOf(messages, (id) => bodies[id] !== null);
  const body = markup`<header>
<h1>${messages.heading(input.title)}</h1>
${provenanceBlock(input, messages)}
<nav><ul>${outline.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>
<main>
${outline.map(({ id, title }) => section(id, title, bodies[id]))}
</main>
<footer>${messages.files}${publicationNote(input, messages)}</footer>`;
  const title = messages.heading(input.title);
  // Sections that have pages of their own on paper, with their name at the head.
  const appendices = outline.flatMap((entry) => (entry.isAppendix ? [[entry.id, entry.title] as const] : []));
  return page(title, markup`${styleElement}${printRules(title, appendices, messages)}`, body, input.nature, messages);
}

function notes(input: ReportData, view: View, messages: Messages): Markup {
  return markup`${factList(view.facts.map(([label, value]) => [label, sentenceMarkup(value)]))}
<h3>${messages.provenance}</h3>
${input.provenance.sources.map((text) => markup`<p>${text}</p>`)}
${provenanceDetails(input, messages)}
`;
}

function system(input: ReportData, messages: Messages): Markup {
  return markup`${paragraph(systemSentences(input, messages), messages)}
${textTable(indexRows(input, messages), [0, 1, 2])}`;
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
  const reviewed = appliedByGovernment(input);
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
      markup`<a href="cities/${cityFile(government.code)}">${government.name}</a>${reviewedMark(reviewed.get(government.code), messages)}`,
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
  rankingCodes(input, capabilities, intervals.size > 0),
)}
${unranked.rows.length === 0 ? null : [markup`<h3>${messages.withheldTitle}</h3>`, textTable(unranked, [0, 1, 5], [1, 2, 4])]}
${observedNames(view, messages)}`;
}

/** Governments that are shown without a rank. */
function observedNames({ observed }: View, { observedTitle, listMark }: Messages): Markup | null {
  if (observed.length === 0) return null;
  return markup`<h3>${observedTitle}</h3><p>${observed.map(({ government }, index) => [index > 0 ? listMark : null, markup`<a href="cities/${cityFile(government.code)}">${government.name}</a>`])}</p>`;
}

/** Names of the same columns in ranking.csv; a column of two figures names the first. */
function rankingCodes({ bands }: ReportInput, capabilities: View['capabilities'], hasIntervals: boolean): string[] {
  return [
    ...['rank', 'name', 'province', 'score', bands === null ? 'level' : 'band'],
    ...(hasIntervals ? [''] : []),
    ...['coverage', 'low'],
    ...capabilities.map(({ id }) => `${id}_score`),
  ];
}

function levelTag({ place, band }: RankingRow, input: ReportInput, messages: Messages): Part {
  if (place === null) return band ?? messages.noscore;
  const { tiers: found } = input.assessment.tiering;
  const index = found.findIndex(({ letter }) => letter === place.letter);
  const order = found.flatMap(({ levels }) => levels).findIndex(({ label }) => label === place.level);
  return markup`<span class="tag" style="border-color:${colourAt(index)}" data-order="${order}">${place.level}</span>`;
}

/** Score above score rate, narrow enough for one column per capability. */
function stacked(node: NodeScore | undefined, messages: Messages): Part {
  if (node === undefined || node.score === null || node.rate === null) return messages.noscore;
  return markup`${decimals(node.score, 2)}<br><small>${percent(node.rate)}</small>`;
}
