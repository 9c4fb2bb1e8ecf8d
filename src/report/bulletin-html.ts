import type { NodeScore } from '../scoring/score.ts';
import { adoptionChart, bothWidths, curveChart, tierChart, tierColour } from './charts.ts';
import type { EvidenceRow, FindingIndex } from './evidence.ts';
import { evidenceSheet, indexFindings } from './evidence.ts';
import type { ReportInput } from './input.ts';
import { Markup, markup, type Part, siteLink } from './markup.ts';
import { type Messages, wordFor } from './messages.ts';
import { adoptionGroups, tierRows } from './rows.ts';
import { style } from './style.ts';
import { decimals, excerpt, percent } from './text.ts';
import { describeFailures, describeRange, describeScore, type RankingRow, type View, viewOf } from './view.ts';

/** Governments listed by name below the failure classes; the table files hold all. */
const failingShown = 30;

/** The style sheet is a constant of this project; it holds no text from elsewhere. */
const styleElement = new Markup(`<style>${style}</style>`);

/**
 * The bulletin as one page that stands alone: no script, no network, its own style. The content policy forbids everything else, so
 * that even an escaping mistake could not run anything.
 */
export function htmlBulletin(input: ReportInput, messages: Messages): string {
  const view = viewOf(input, messages);
  const findings = indexFindings(input);
  const { sections } = messages;
  const page = markup`<!doctype html>
<html lang="${messages.htmlLanguage}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${messages.heading(input.title)}</title>
${styleElement}
</head>
<body>
<header>
<h1>${messages.heading(input.title)}</h1>
<nav><ul>${Object.entries(sections).map(([id, name]) => markup`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
</header>
<main>
${section('notes', sections.notes, notes(input, view, messages))}
${section('results', sections.results, results(input, view, messages))}
${section('ranking', sections.ranking, ranking(input, view, messages))}
${section('tiers', sections.tiers, tiers(input, messages))}
${section('adoption', sections.adoption, adoption(input, messages))}
${section('failures', sections.failures, failures(view, messages))}
${section('appendix', sections.appendix, appendix(input, view, findings, messages))}
</main>
<footer>${messages.files}</footer>
</body>
</html>
`;
  return page.text;
}

function section(id: string, title: string, body: Part): Markup {
  return markup`<section id="${id}"><h2>${title}</h2>
${body}</section>`;
}

function factList(facts: readonly (readonly [string, string])[]): Markup {
  return markup`<dl class="facts">${facts.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function notes(input: ReportInput, view: View, { caveats, method, provenance }: Messages): Markup {
  const warning =
    view.caveats.length === 0
      ? null
      : markup`<aside class="caveat"><h3>${caveats.title}</h3><ul>${view.caveats.map((text) => markup`<li>${text}</li>`)}</ul></aside>`;
  return markup`${warning}
${factList(view.facts)}
<h3>${provenance}</h3>
${input.provenance.map((text) => markup`<p>${text}</p>`)}
<h3>${method.title}</h3>
<ol>${view.method.map((text) => markup`<li>${text}</li>`)}</ol>
`;
}

function results(input: ReportInput, view: View, messages: Messages): Markup {
  const names = new Map(input.governments.map(({ code, name }) => [code, name]));
  const { tiering } = input.assessment;
  const chart = (width: number) => curveChart(tiering, (code) => names.get(code) ?? code, messages, width);
  return markup`<h3>${messages.statistics.title}</h3>
${factList(view.statistics)}
${tiering.curve.length === 0 ? null : markup`<figure>${bothWidths(chart)}<figcaption>${messages.charts.curve}</figcaption></figure>`}
`;
}

function levelTag(row: RankingRow, input: ReportInput, messages: Messages): Part {
  const { place } = row;
  if (place === null) return messages.noscore;
  const index = input.assessment.tiering.tiers.findIndex(({ letter }) => letter === place.letter);
  return markup`<span class="tag" style="border-color:${tierColour(index)}">${place.level}</span>`;
}

function ranking(input: ReportInput, view: View, messages: Messages): Markup {
  const { columns } = messages;
  const { capabilities } = view;
  return markup`<table>
<thead><tr><th class="n">${columns.rank}</th><th>${columns.name}</th><th class="extra">${columns.province}</th><th class="n">${columns.score}</th><th>${columns.level}</th><th class="n">${columns.coverage}</th><th class="n extra">${columns.range}</th>${capabilities.map(({ name }) => markup`<th class="n extra">${name}</th>`)}</tr></thead>
<tbody>
${view.rows.map((row) => {
  const { government, ranked, score, total } = row;
  return markup`<tr><td class="n">${rankText(row, messages)}</td><td><a href="#g-${government.code}">${government.name}</a></td><td class="extra">${government.province}</td><td class="n">${ranked.score === null ? messages.noscore : decimals(ranked.score, 2)}</td><td>${levelTag(row, input, messages)}</td><td class="n">${percent(total.coverage, 1)}</td><td class="n extra">${describeRange(total, messages)}</td>${capabilities.map(({ index }) => markup`<td class="n extra">${stacked(score.nodes[index], messages)}</td>`)}</tr>
`;
})}</tbody></table>`;
}

/** Score over score rate: narrow enough for one column per capability. */
function stacked(node: NodeScore | undefined, messages: Messages): Part {
  if (node === undefined || node.score === null || node.rate === null) return messages.noscore;
  return markup`${decimals(node.score, 2)}<br><small>${percent(node.rate)}</small>`;
}

function rankText({ ranked }: RankingRow, messages: Messages): string {
  if (ranked.rank === null) return messages.noscore;
  return `${ranked.rank}${ranked.thin ? '*' : ''}`;
}

function table(
  head: readonly Part[],
  rows: readonly (readonly Part[])[],
  text: readonly number[],
  extra: readonly number[] = [],
): Markup {
  const kind = (index: number) => `${text.includes(index) ? '' : 'n'}${extra.includes(index) ? ' extra' : ''}`;
  return markup`<table><thead><tr>${head.map((cell, index) => markup`<th scope="col" class="${kind(index)}">${cell}</th>`)}</tr></thead><tbody>
${rows.map(
  (cells) => markup`<tr>${cells.map((cell, index) => markup`<td class="${kind(index)}">${cell}</td>`)}</tr>
`,
)}</tbody></table>`;
}

function tiers(input: ReportInput, messages: Messages): Markup {
  const { tiering } = input.assessment;
  if (tiering.tiers.length === 0) return markup`<p>${messages.caveats.noTiers}</p>`;
  const { tiers: body, breaks } = tierRows(input, messages);
  return markup`${table(body.head, body.rows, [0, 4], [4])}
<figure>${bothWidths((width) => tierChart(tiering, messages, width))}<figcaption>${messages.charts.tiers}</figcaption></figure>
${table(breaks.head, breaks.rows, [0, 3])}`;
}

function adoption(input: ReportInput, messages: Messages): Markup {
  const groups = adoptionGroups(input, messages);
  return markup`<figure>${bothWidths((width) => adoptionChart(input.adoption, messages, width))}</figure>
<p class="soft">${messages.adoptionNote}</p>
<div class="pair">${groups.map(({ title, head, rows }) => markup`<div><h3>${title}</h3>${table(head, rows, [0])}</div>`)}</div>`;
}

function failures(view: View, messages: Messages): Markup {
  const { columns, sites } = messages;
  if (view.failureClasses.length === 0) return markup`<p>${messages.noFailures}</p>`;
  const shown = view.failingGovernments.slice(0, failingShown);
  return markup`<p class="soft">${messages.failureNote}</p>
${table(
  [columns.class, sites.portal, sites.service, sites['open-data'], columns.total],
  view.failureClasses.map((row) => [
    wordFor(messages.reasons, row.class),
    row.bySite.portal,
    row.bySite.service,
    row.bySite['open-data'],
    row.total,
  ]),
  [0],
)}
<h3>${messages.failureGovernments(String(shown.length))}</h3>
${table(
  [columns.name, columns.total, columns.failures],
  shown.map((row) => [
    markup`<a href="#g-${row.government.code}">${row.government.name}</a>`,
    row.total,
    describeFailures(row, messages),
  ]),
  [0, 2],
)}`;
}

function appendix(input: ReportInput, view: View, findings: FindingIndex, messages: Messages): Markup {
  const failing = new Map(view.failingGovernments.map((entry) => [entry.government.code, entry]));
  const { evidence } = messages;
  return markup`<p class="print">${messages.printNote}</p><div class="screen">
<p class="soft">${evidence.command}</p>
${[...view.rows, ...view.observed].map((row) => {
  const { government, ranked, score, total } = row;
  const sheet = evidenceSheet(input, view, row, findings, messages);
  const failed = failing.get(government.code);
  // The target of the ranking's link lies inside the closed element: browsers open it on the way there.
  return markup`<details><summary><strong>${government.name}</strong><span>${ranked.rank === null ? messages.unranked : `${messages.columns.rank} ${rankText(row, messages)}`}</span><span>${describeScore(total, messages)}</span><span>${row.place?.level ?? null}</span><span class="soft">${messages.columns.coverage} ${percent(total.coverage, 1)}</span></summary>
<div class="sheet" id="g-${government.code}"><h4>${evidence.nodes}</h4>
${table(
  [
    messages.columns.indicator,
    messages.columns.scoreOnly,
    messages.columns.fullMark,
    messages.columns.coverage,
    messages.columns.range,
  ],
  sheet.nodes.flatMap((node) => {
    const held = score.nodes[node.index];
    if (held === undefined) return [];
    const name = node.level === 'capability' ? markup`<strong>${node.name}</strong>` : node.name;
    return [
      [
        name,
        describeScore(held, messages),
        decimals(node.full, 1),
        percent(held.coverage, 1),
        describeRange(held, messages),
      ],
    ];
  }),
  [0],
  [2, 4],
)}
<h4>${evidence.points}</h4><ul class="points">${sheet.rows.map((entry) => evidenceItem(entry, messages))}</ul>
${sheet.withoutProbe.length === 0 ? null : markup`<p class="soft">${evidence.noProbe(sheet.withoutProbe.join(messages.listMark))}</p>`}
${failed === undefined ? null : markup`<p class="soft">${messages.pair(evidence.failures, describeFailures(failed, messages))}</p>`}
<p><a href="#ranking">${evidence.back}</a></p></div></details>
`;
})}</div>`;
}

function evidenceItem(row: EvidenceRow, { evidence }: Messages): Markup {
  return markup`<li><div class="point"><strong>${row.name}</strong><span class="state ${row.state}">${row.stateWord}</span><span>${evidence.point} ${row.point}</span><span class="soft">${row.remarks.join(' · ')}</span></div>
${row.value === null ? null : markup`<div class="soft">${evidence.measured} <code>${row.value}</code></div>`}${
  row.evidence.length === 0
    ? markup`<div class="soft">${evidence.none}</div>`
    : row.evidence.map(
        ({ url, quote, capture }) =>
          markup`<blockquote>${excerpt(quote, 200)}<br>${siteLink(url, evidence.link)} <code>${excerpt(url, 200)}</code> <span class="soft">${evidence.capture} <code>${capture}</code></span></blockquote>`,
      )
}</li>`;
}
