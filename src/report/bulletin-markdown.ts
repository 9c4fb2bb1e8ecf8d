import type { TextName } from '../config/texts.ts';
import { cityFile } from './city.ts';
import type { ReportData } from './figures/derive.ts';
import { failingShown } from './html/appendices.ts';
import type { ReportInput } from './input.ts';
import { itemTables } from './items.ts';
import { escapeMarkdown, markdownLink, markdownTable } from './markdown.ts';
import { markdownOrigin, markdownProvenance, markdownPublication, markdownReviews } from './markdown-origin.ts';
import { type Messages, wordFor } from './messages.ts';
import { methodsOf } from './methods.ts';
import { capabilityChapters, indicatorChapters } from './narrative/capability.ts';
import { certaintySentences } from './narrative/certainty.ts';
import { overallChapter } from './narrative/overall.ts';
import { resultSentences, systemSentences } from './narrative/results.ts';
import { type Sentence, textOf } from './narrative/sentence.ts';
import { bannerOf, titleOf } from './nature.ts';
import { outlineOf, type SectionId } from './outline.ts';
import { proseMarkdown } from './prose/markdown.ts';
import { statementRows } from './published.ts';
import {
  adoptionGroups,
  differenceDigits,
  indexRows,
  leaderRows,
  memberRows,
  provinceRows,
  type TextTable,
  tierRows,
  withheldRows,
} from './rows.ts';
import { decimals, percent } from './text.ts';
import { describeFailures, describeRange, describeScore, isRanked, type View, viewOf } from './view.ts';

/** The bulletin as Markdown, with the same content as the page but without charts. */
export function markdownBulletin(input: ReportData, messages: Messages): string {
  const view = viewOf(input, messages);
  const own = (name: TextName): readonly string[] => proseMarkdown(input.texts[name] ?? '');
  const parts: Readonly<Record<SectionId, readonly string[]>> = {
    preface: own('preface'),
    findings: findings(input, messages),
    map: [textTable(provinceRows(input, messages), [1, 2, 3])],
    tiers: tiers(input, view, messages),
    certainty: certainty(input, view, messages),
    indicators: indicators(input, messages),
    system: [
      ...own('definition'),
      written(systemSentences(input, messages), messages),
      textTable(indexRows(input, messages), [3]),
    ],
    cases: own('cases'),
    outlook: own('outlook'),
    notes: notes(input, view, messages),
    statements: statements(input, messages),
    ranking: [escapeMarkdown(messages.rankingNote), ranking(view, messages), ...withheld(input, view, messages)],
    adoption: [
      escapeMarkdown(messages.adoptionNote),
      ...adoptionGroups(input, messages).flatMap((group) => [
        `### ${escapeMarkdown(group.title)}`,
        textTable(group, [1, 2, 3, 4]),
      ]),
    ],
    failures: failures(view, messages),
    items: items(input, messages),
    methods: methods(input, view, messages),
    reviews: markdownReviews(input, messages),
  };
  const banner = bannerOf(input.nature, messages);
  const whole = [
    `# ${escapeMarkdown(titleOf(messages.heading(input.title), input.nature, messages))}`,
    ...(banner === null ? [] : [`> **${escapeMarkdown(banner)}**`]),
    ...markdownProvenance(input, messages),
    ...outlineOf(messages, (id) => parts[id].length > 0).flatMap(({ id, title }) => [
      `## ${escapeMarkdown(title)}`,
      ...parts[id],
    ]),
    escapeMarkdown(messages.files),
    ...markdownPublication(input, messages),
  ];
  return `${whole.filter((part) => part !== '').join('\n\n')}\n`;
}

function written(sentences: readonly Sentence[], { sentenceGap }: Messages): string {
  return escapeMarkdown(sentences.map(textOf).join(sentenceGap));
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

function pairs(entries: View['facts'], messages: Messages): string {
  return list(entries.map(([label, value]) => escapeMarkdown(messages.pair(label, textOf(value)))));
}

function notes(input: ReportInput, view: View, messages: Messages): string[] {
  return [
    pairs(view.facts, messages),
    `### ${messages.provenance}`,
    ...input.provenance.sources.map(escapeMarkdown),
    ...markdownOrigin(input, messages),
  ];
}

function certainty(input: ReportData, view: View, messages: Messages): string[] {
  const { caveats } = messages;
  const warning = [`**${caveats.title}**`, ...view.caveats.map((entry) => `- ${escapeMarkdown(textOf(entry))}`)];
  return [
    ...(view.caveats.length === 0 ? [] : [warning.map((line) => `> ${line}`).join('\n>\n')]),
    ...certaintySentences(input, messages).map((sentences) => written(sentences, messages)),
  ];
}

function tiers(input: ReportData, view: View, messages: Messages): string[] {
  const { tiering } = input.assessment;
  const { columns, listMark } = messages;
  const names = new Map(input.governments.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => escapeMarkdown(names.get(code) ?? code);
  const rows = tierRows(input, messages);
  const members = memberRows(input);
  const curve = markdownTable(
    [columns.rank, columns.name, columns.score, columns.difference],
    tiering.curve.map(({ place, government, score, difference }) => [
      String(place),
      nameOf(government),
      decimals(score, 2),
      difference === null ? '' : decimals(difference, differenceDigits),
    ]),
    [0, 2, 3],
  );
  const link = (code: string) => `[${nameOf(code)}](cities/${cityFile(code)})`;
  return [
    ...resultSentences(input, messages).map((entry) => written([entry], messages)),
    ...(tiering.tiers.length === 0 ? [] : [textTable(rows.tiers, [1, 2, 3])]),
    ...(members.length === 0
      ? []
      : [
          `### ${input.bands === null ? messages.levelMembers : messages.bandMembers}`,
          markdownTable(
            [columns.level, columns.size, columns.name],
            members.map(({ label, codes }) => [
              escapeMarkdown(label),
              String(codes.length),
              codes.map(link).join(listMark),
            ]),
            [1],
          ),
        ]),
    `### ${messages.statistics.title}`,
    pairs(view.statistics, messages),
    ...(tiering.tiers.length === 0 ? [] : [textTable(rows.breaks, [1, 2])]),
    `### ${messages.charts.curve}`,
    curve,
  ];
}

function findings(input: ReportData, messages: Messages): string[] {
  return [overallChapter(input, messages), ...capabilityChapters(input, messages)].flatMap(
    ({ title, lead, paragraphs }, index) => [
      `### ${escapeMarkdown(messages.chapter(index + 1, title))}`,
      ...(lead.length === 0 ? [] : [`**${written(lead, messages)}**`]),
      ...paragraphs.map((sentences) => written(sentences, messages)),
    ],
  );
}

function indicators(input: ReportData, messages: Messages): string[] {
  const { columns, leaders, narrative, listMark } = messages;
  return [
    ...indicatorChapters(input, messages).flatMap(({ title, paragraphs }) => [
      `### ${escapeMarkdown(title)}`,
      ...paragraphs.map((sentences) => written(sentences, messages)),
    ]),
    `### ${leaders.governments}`,
    escapeMarkdown(narrative.leaders.intro),
    markdownTable(
      [columns.indicator, leaders.rate, leaders.governments],
      leaderRows(input, messages).map(({ name, rate, leaders: holders, remark }) => [
        escapeMarkdown(name),
        rate,
        holders.length === 0
          ? escapeMarkdown(remark)
          : holders.map(({ code, text }) => `[${escapeMarkdown(text)}](cities/${cityFile(code)})`).join(listMark),
      ]),
      [1],
    ),
  ];
}

function statements({ published }: ReportInput, messages: Messages): string[] {
  if (published === null) return [escapeMarkdown(messages.published.none)];
  const { title, source, comparisons } = published;
  const host = URL.canParse(source) ? new URL(source).host : source;
  const note = `${escapeMarkdown(messages.published.note(title))} ${markdownLink(source, escapeMarkdown(host))}`;
  return [note, textTable(statementRows(comparisons, messages), [1, 2, 3])];
}

function ranking(view: View, messages: Messages): string {
  const { columns } = messages;
  return markdownTable(
    [columns.rank, columns.name, columns.province, columns.score, columns.level, columns.coverage, columns.range]
      .concat(view.capabilities.map(({ name }) => name))
      .map(escapeMarkdown),
    view.rows
      .filter(isRanked)
      .map((row) => [
        String(row.ranked.rank),
        `[${escapeMarkdown(row.government.name)}](cities/${cityFile(row.government.code)})`,
        escapeMarkdown(row.government.province),
        decimals(row.ranked.score ?? 0, 2),
        escapeMarkdown(row.place?.level ?? row.band ?? messages.noscore),
        percent(row.total.coverage, 1),
        describeRange(row.total, messages),
        ...view.capabilities.map(({ index }) => describeScore(row.score.nodes[index], messages)),
      ]),
    [0, 3, 5, 6, ...view.capabilities.map((_, index) => index + 7)],
  );
}

function withheld(input: ReportInput, view: View, messages: Messages): string[] {
  const rows = withheldRows(input, view.rows, messages);
  return rows.rows.length === 0 ? [] : [`### ${messages.withheldTitle}`, textTable(rows, [2, 3, 4])];
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

function items(input: ReportInput, messages: Messages): string[] {
  const { items: words } = messages;
  const { leaves, reliability, capabilities } = itemTables(input, messages);
  return [
    escapeMarkdown(words.note(input.items.rule)),
    ...[`### ${words.leaves}`, textTable(leaves, [0, 2, 3, 4, 5, 6, 7])],
    ...[`### ${words.reliability}`, textTable(reliability, [1, 2, 3])],
    ...[`### ${words.capabilities}`, textTable(capabilities, [...capabilities.head.keys()].slice(1))],
  ];
}

function methods(input: ReportInput, view: View, messages: Messages): string[] {
  const { methods: words } = messages;
  const { statistics, statements: definitions, leaves, rules } = methodsOf(input, messages);
  return [
    `### ${words.steps}`,
    view.method.map((text, index) => `${index + 1}. ${escapeMarkdown(text)}`).join('\n'),
    list(rules.map(escapeMarkdown)),
    `### ${words.statistics}`,
    list(statistics.map(({ text }) => escapeMarkdown(text))),
    `### ${words.statementsTitle}`,
    list(definitions.map(({ text }) => escapeMarkdown(text))),
    `### ${words.leaves}`,
    textTable(leaves, [1]),
  ];
}
