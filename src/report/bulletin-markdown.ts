import { evidenceSheet, indexFindings } from './evidence.ts';
import type { ReportInput } from './input.ts';
import { escapeMarkdown, markdownLink, markdownTable } from './markdown.ts';
import { type Messages, wordFor } from './messages.ts';
import { adoptionGroups, type TextTable, tierRows } from './rows.ts';
import { decimals, excerpt, percent } from './text.ts';
import { describeFailures, describeRange, describeScore, type RankingRow, type View, viewOf } from './view.ts';

/** Governments listed by name below the failure classes; the table files hold all. */
const failingShown = 30;

/** The bulletin as Markdown, with the same content as the page but without charts. */
export function markdownBulletin(input: ReportInput, messages: Messages): string {
  const view = viewOf(input, messages);
  const { sections } = messages;
  const parts = [
    `# ${escapeMarkdown(messages.heading(input.title))}`,
    `## ${sections.notes}`,
    ...notes(input, view, messages),
    `## ${sections.results}`,
    list(view.statistics.map(([label, value]) => escapeMarkdown(messages.pair(label, value)))),
    `## ${sections.ranking}`,
    ranking(view, messages),
    `## ${sections.tiers}`,
    ...tiers(input, messages),
    `## ${sections.adoption}`,
    escapeMarkdown(messages.adoptionNote),
    ...adoptionGroups(input, messages).flatMap((group) => [
      `### ${escapeMarkdown(group.title)}`,
      textTable(group, [1, 2, 3, 4]),
    ]),
    `## ${sections.failures}`,
    ...failures(view, messages),
    `## ${sections.appendix}`,
    ...appendix(input, view, messages),
    escapeMarkdown(messages.files),
  ];
  return `${parts.join('\n\n')}\n`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function textTable({ head, rows }: TextTable, right: number[]): string {
  return markdownTable(
    head.map(escapeMarkdown),
    rows.map((cells) => cells.map(escapeMarkdown)),
    right,
  );
}

function notes(input: ReportInput, view: View, messages: Messages): string[] {
  const { caveats, method, provenance } = messages;
  const warning = [`**${caveats.title}**`, ...view.caveats.map((text) => `- ${escapeMarkdown(text)}`)];
  return [
    ...(view.caveats.length === 0 ? [] : [warning.map((line) => `> ${line}`).join('\n>\n')]),
    list(view.facts.map(([label, value]) => escapeMarkdown(messages.pair(label, value)))),
    `### ${provenance}`,
    ...input.provenance.map(escapeMarkdown),
    `### ${method.title}`,
    view.method.map((text, index) => `${index + 1}. ${escapeMarkdown(text)}`).join('\n'),
  ];
}

function ranking(view: View, messages: Messages): string {
  const { columns } = messages;
  return markdownTable(
    [columns.rank, columns.name, columns.province, columns.score, columns.level, columns.coverage, columns.range]
      .concat(view.capabilities.map(({ name }) => name))
      .map(escapeMarkdown),
    view.rows.map((row) => [
      rankText(row, messages),
      `[${escapeMarkdown(row.government.name)}](#g-${encodeURIComponent(row.government.code)})`,
      escapeMarkdown(row.government.province),
      row.ranked.score === null ? messages.noscore : decimals(row.ranked.score, 2),
      row.place === null ? messages.noscore : escapeMarkdown(row.place.level),
      percent(row.total.coverage, 1),
      describeRange(row.total, messages),
      ...view.capabilities.map(({ index }) => describeScore(row.score.nodes[index], messages)),
    ]),
    [0, 3, 5, 6, ...view.capabilities.map((_, index) => index + 7)],
  );
}

function rankText({ ranked }: RankingRow, messages: Messages): string {
  return ranked.rank === null ? messages.noscore : `${ranked.rank}${ranked.thin ? '\\*' : ''}`;
}

function tiers(input: ReportInput, messages: Messages): string[] {
  const { tiering } = input.assessment;
  const { columns } = messages;
  const names = new Map(input.governments.map(({ code, name }) => [code, name]));
  const rows = tierRows(input, messages);
  const curve = markdownTable(
    [columns.rank, columns.name, columns.score, columns.difference],
    tiering.curve.map(({ place, government, score, difference }) => [
      String(place),
      escapeMarkdown(names.get(government) ?? government),
      decimals(score, 2),
      difference === null ? '' : decimals(difference, 4),
    ]),
    [0, 2, 3],
  );
  return [
    ...(tiering.tiers.length === 0
      ? [escapeMarkdown(messages.caveats.noTiers)]
      : [textTable(rows.tiers, [1, 2, 3]), textTable(rows.breaks, [1, 2])]),
    `### ${messages.charts.curve}`,
    curve,
  ];
}

function failures(view: View, messages: Messages): string[] {
  const { columns, sites } = messages;
  if (view.failureClasses.length === 0) return [messages.noFailures];
  const shown = view.failingGovernments.slice(0, failingShown);
  return [
    escapeMarkdown(messages.failureNote),
    markdownTable(
      [columns.class, sites.portal, sites.service, sites['open-data'], columns.total],
      view.failureClasses.map(({ class: name, bySite, total }) => [
        escapeMarkdown(wordFor(messages.reasons, name)),
        ...[bySite.portal, bySite.service, bySite['open-data'], total].map(String),
      ]),
      [1, 2, 3, 4],
    ),
    `### ${escapeMarkdown(messages.failureGovernments(String(shown.length)))}`,
    markdownTable(
      [columns.name, columns.total, columns.failures],
      shown.map((row) => [
        escapeMarkdown(row.government.name),
        String(row.total),
        escapeMarkdown(describeFailures(row, messages)),
      ]),
      [1],
    ),
  ];
}

function appendix(input: ReportInput, view: View, messages: Messages): string[] {
  const findings = indexFindings(input);
  const { evidence } = messages;
  const sections = [...view.rows, ...view.observed].flatMap((row) => {
    const sheet = evidenceSheet(input, view, row, findings, messages);
    const lines = sheet.rows.flatMap((entry) => [
      `- **${escapeMarkdown(entry.name)}** ${entry.stateWord} · ${evidence.point} ${entry.point} · ${escapeMarkdown(entry.remarks.join(' · '))}`,
      ...(entry.value === null ? [] : [`  - ${evidence.measured} ${escapeMarkdown(entry.value)}`]),
      ...entry.evidence.map(
        ({ url, quote, capture }) =>
          `  - ${escapeMarkdown(excerpt(quote, 200))} — ${markdownLink(url, evidence.link)} ${escapeMarkdown(excerpt(url, 200))} · ${evidence.capture} ${escapeMarkdown(capture)}`,
      ),
    ]);
    return [
      `<a id="g-${encodeURIComponent(row.government.code)}"></a>\n\n### ${escapeMarkdown(row.government.name)}`,
      `${messages.columns.score} ${describeScore(row.total, messages)} · ${messages.columns.coverage} ${percent(row.total.coverage, 1)} · ${messages.columns.range} ${describeRange(row.total, messages)}`,
      ...(lines.length === 0 ? [] : [lines.join('\n')]),
      ...(sheet.withoutProbe.length === 0
        ? []
        : [escapeMarkdown(evidence.noProbe(sheet.withoutProbe.join(messages.listMark)))]),
    ];
  });
  return [escapeMarkdown(evidence.command), ...sections];
}
