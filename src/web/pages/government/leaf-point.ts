import type { Explanation, LeafExplanation, WhatIf } from '../../../application/explain.ts';
import { aboutIn } from '../../../report/about-probe.ts';
import { wordFor } from '../../../report/messages.ts';
import { type ExplainWords, explainWords } from '../../../report/messages-explain.ts';
import { decimals } from '../../../report/text.ts';
import type { MeasuredPart } from '../../../scoring/read-measure.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece, siteText } from '../../markup.ts';
import { table } from '../../parts/table.ts';
import { dash, figure } from '../../parts/words.ts';

/** The point, what it is worth, and where it comes from. */
export function pointText(explanation: Explanation, { row, estimate }: LeafExplanation, { own }: ExplainWords): Html {
  const { point, adds, effective } = row;
  if (point === null) return html`${own.pointNone}`;
  const how = point.rule in own.rules ? wordFor(own.rules, point.rule) : own.rules.measured;
  const age = point.carriedDays === null ? '' : ` (${own.days(String(point.carriedDays))})`;
  const worth =
    point.point === null ? own.pointNone : own.pointIs(figure(point.point, 4), figure(adds ?? 0), figure(effective));
  const bounds = point.low < point.high ? html`<br>${own.bounds(figure(point.low, 4), figure(point.high, 4))}` : null;
  const guess = estimate === null ? null : html`<br>${estimateText(estimate, explanation, own)}`;
  return html`<strong>${worth}</strong>${own.semicolon}${how}${age}${bounds}${guess}`;
}

function estimateText(
  { value, donors, ofGroup, mean, proven, notFound }: NonNullable<LeafExplanation['estimate']>,
  { groupNames, government }: Explanation,
  own: ExplainWords['own'],
): string {
  const who = ofGroup ? own.ofGroup(groupNames[government.group] ?? government.group) : own.ofAll;
  const known = mean === null ? own.middle : own.estimate(figure(mean, 4), String(donors), who);
  if (notFound !== null) return own.notFound(figure(value ?? 0, 4), decimals(100 * notFound, 0), known);
  return proven === 0 ? known : own.withProven(figure(value ?? 0, 4), String(proven), known);
}

/** What is measured, where the leaf stands, by which rule it counts. */
export function ruleFacts(
  exchange: Exchange,
  { leaf, above, row, probe, leftOut }: LeafExplanation,
): (readonly [string, Piece])[] {
  const words = explainWords(exchange.language);
  const { own, report } = words;
  const line = [...above, row];
  const steps = line.map(({ node }, index) => {
    const parent = line[index - 1]?.node;
    const name = node.level === 'total' ? report.columns.score : exchange.names.indicator(node);
    return `${name} ${parent === undefined ? number(node.full) : own.share(number(node.full), number(parent.full))}`;
  });
  const full = number(row.node.full);
  const place = `${steps.join(' › ')}${own.semicolon}${row.node.counted ? own.ofTotal(full) : own.ofObserved(full)}`;
  const others = leftOut.filter((other) => other !== row);
  const isHeavier = others.length > 0 && Math.abs(row.effective - row.node.full) >= 0.005;
  const moved = isHeavier
    ? html`<br>${own.carries(figure(row.effective), figure(row.node.full))} ${others.map(({ node }) => exchange.names.indicator(node)).join(report.listMark)}`
    : null;
  const unknown =
    typeof leaf.unknown === 'string'
      ? own.unknownRules[leaf.unknown]
      : own.unknownRules.carry(String(leaf.unknown['carry-forward-days']));
  return [
    ...(probe === null ? [] : [[own.labels.measures, aboutIn(words.language, probe).measures] as const]),
    [own.labels.place, html`${place}${moved}`],
    [own.labels.rule, words.rule(leaf.normalizer)],
    [own.labels.unknownRule, unknown],
  ];
}

/** Each part of the rule: what the value holds for it, and what that is worth. */
export function partTable({ parts }: LeafExplanation, words: ExplainWords): Html {
  if (parts.length === 0) return html``;
  const { own } = words;
  const rows = parts.map((part): Piece[] => {
    const condition = part.levels === null ? '' : `${own.semicolon}${own.onlyAt(part.levels.join(', '))}`;
    return [
      `${words.rule(part.measure)}${condition}`,
      number(part.weight),
      heldText(part, own),
      readingText(part, own),
    ];
  });
  const head = [
    { title: own.labels.rule, isText: true },
    { title: own.head.full, isNumber: true },
    { title: own.labels.value, isText: true },
    { title: own.head.point, isNumber: true },
  ];
  return table(head, rows, { caption: own.labels.parts });
}

function heldText({ held, proven, items }: MeasuredPart, own: ExplainWords['own']): string {
  const list = (entries: readonly string[]): string => siteText(entries.join(own.comma)) || own.none;
  if (items !== null) return own.items(list(items.found), list(items.unclear), list(items.missing));
  if (held !== undefined && held !== null) return siteText(JSON.stringify(held).slice(0, 200));
  return proven === null || proven.held == null
    ? own.notHeld
    : own.provenBy(proven.key, siteText(JSON.stringify(proven.held).slice(0, 120)));
}

function readingText({ reading }: MeasuredPart, own: ExplainWords['own']): string {
  if (reading === 'missing') return own.notHeld;
  if (reading === 'conflict') return own.conflict;
  const [low, high] = [figure(reading.low, 4), figure(reading.high, 4)];
  return low === high ? low : own.worthBetween(low, high);
}

/** Where the government would stand with better findings of this leaf. */
export function whatIfTable(
  { standing: now, government, bands }: Explanation,
  { whatIf, row }: LeafExplanation,
  { own }: ExplainWords,
): Html {
  if (whatIf.length === 0) return html``;
  const { head, labels } = own;
  const isRanked = government.scored && row.node.counted;
  const columns = [
    { title: head.better },
    { title: head.point, isNumber: true },
    { title: head.gain, isNumber: true },
    ...(isRanked
      ? [
          { title: head.total, isNumber: true },
          { title: head.rank, isNumber: true },
        ]
      : []),
    ...(isRanked && bands === null ? [{ title: head.level }] : []),
  ];
  const rows = whatIf.map((one): Piece[] => {
    const { total, rank, place } = one.standing;
    return [
      siteText(betterText(one, own)),
      figure(one.point, 4),
      `${one.gain < 0 ? '−' : '+'}${figure(Math.abs(one.gain))}`,
      ...(isRanked ? [figure(total.score), `${now.rank ?? dash} → ${rank ?? dash}`] : []),
      ...(isRanked && bands === null ? [`${now.place?.level ?? dash} → ${place?.level ?? dash}`] : []),
    ];
  });
  return html`<section><h2>${labels.better}</h2>${table(columns, rows, { caption: labels.better })}</section>`;
}

function betterText({ kind, detail, part }: WhatIf, { better }: ExplainWords['own']): string {
  const word = better[kind];
  return typeof word === 'string' ? word : word(part === null ? detail : String(part + 1));
}

/** A weight without needless zeros. */
function number(value: number): string {
  return String(Number(value.toFixed(2)));
}
