import { bothWidths } from '../charts/draw.ts';
import { correlationDrawing } from '../charts/items.ts';
import { cityFile } from '../city.ts';
import type { ReportData } from '../figures/derive.ts';
import type { ReportInput } from '../input.ts';
import { itemTables } from '../items.ts';
import { adoptionLists } from '../lists.ts';
import { type Markup, markup, siteLink } from '../markup.ts';
import { type Messages, wordFor } from '../messages.ts';
import { anchorOf, type Definition, methodsOf } from '../methods.ts';
import { statementRows } from '../published.ts';
import { adoptionGroups } from '../rows.ts';
import { describeFailures, type View } from '../view.ts';
import { namesBehind } from './lists.ts';
import { chart, factList, table, textTable } from './parts.ts';

/** Number of governments listed by name below the failure classes; the table files list all. */
export const failingShown = 30;

/** Published figures beside the computed ones. */
export function statements(input: ReportInput, messages: Messages): Markup {
  const { published } = input;
  if (published === null) return markup`<p>${messages.published.none}</p>`;
  return markup`<p class="soft">${messages.published.note(published.title)} ${siteLink(published.source, published.source)}</p>
${textTable(statementRows(published.comparisons, messages), [0, 1, 2, 3, 4], [3])}`;
}

export function adoption(input: ReportData, messages: Messages): Markup {
  const groups = adoptionGroups(input, messages);
  const lists = new Map(input.adoption.map((entry) => [entry.statement, adoptionLists(entry, input, messages)]));
  return markup`<p class="soft">${messages.adoptionNote}</p>
<div class="pair">${groups.map(
    ({ title, statement, head, rows }) =>
      markup`<div><h3><a class="figure" href="#${anchorOf(`adoption:${statement}`)}">${title}</a></h3>${table(head, rows, [0])}
${namesBehind(`adoption:${statement}`, lists.get(statement) ?? null, messages)}</div>`,
  )}</div>`;
}

export function failures(view: View, messages: Messages): Markup {
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
    markup`<a href="cities/${cityFile(row.government.code)}">${row.government.name}</a>`,
    row.total,
    describeFailures(row, messages),
  ]),
  [0, 2],
)}`;
}

/** Item analysis of the indicators. */
export function items(input: ReportInput, messages: Messages): Markup {
  const { items: words, charts } = messages;
  const { leaves, reliability, capabilities } = itemTables(input, messages);
  const figure = (statistic: string, text: string) =>
    markup`<h3><a class="figure" href="#${anchorOf(statistic)}" data-statistic="${statistic}">${text}</a></h3>`;
  return markup`<p class="soft">${words.note(input.items.rule)}</p>
${figure('item-rest', words.leaves)}
${textTable(leaves, [1, 8], [2, 4, 5, 6])}
${figure('alpha', words.reliability)}
${textTable(reliability, [0, 4], [1])}
${figure('correlation', words.capabilities)}
${textTable(capabilities, [0])}
${
  input.items.leaves.length < 2
    ? null
    : chart(
        bothWidths((width) => correlationDrawing(input.items, input.assessment.tree, messages, width)),
        charts.correlations,
        charts.correlationsNote,
      )
}`;
}

/** Definitions of all numbers; numbers in the text link here. */
export function methods(input: ReportInput, view: View, messages: Messages): Markup {
  const { methods: words, facts } = messages;
  const { statistics, statements: definitions, leaves, rules } = methodsOf(input, messages);
  const { run } = input;
  return markup`<p class="soft">${words.intro}</p>
<h3>${words.steps}</h3>
<ol>${view.method.map((text) => markup`<li>${text}</li>`)}</ol>
<ul>${rules.map((text) => markup`<li>${text}</li>`)}</ul>
<h3>${words.statistics}</h3>
${definitionList(statistics)}
<h3>${words.statementsTitle}</h3>
${definitionList(definitions)}
<h3>${words.leaves}</h3>
${textTable(leaves, [0, 2, 3, 4], [3, 4])}
<h3>${words.settings}</h3>
${factList([
  [facts.run, run.id],
  [facts.tool, run.toolVersion],
  [facts.config, run.configHash],
])}`;
}

function definitionList(definitions: readonly Definition[]): Markup {
  return markup`<ul class="definitions">${definitions.map(
    ({ statistic, text }) => markup`<li id="${anchorOf(statistic)}"><code>${statistic}</code> ${text}</li>`,
  )}</ul>`;
}
