import type { EvidenceLink, FindingEvidence } from '../../application/evidence.ts';
import { curesFor } from '../../application/evidence.ts';
import type { Explanation, LeafExplanation, WhatIf } from '../../application/explain.ts';
import type { Finding, Obstacle } from '../../model/finding.ts';
import type { StaleFinding } from '../../model/judged-finding.ts';
import { dayIn, inZone } from '../../model/time.ts';
import { aboutIn } from '../../report/about-probe.ts';
import { wordFor } from '../../report/messages.ts';
import type { ExplainWords } from '../../report/messages-explain.ts';
import { decimals } from '../../report/text.ts';
import type { MeasuredPart } from '../../scoring/read-measure.ts';
import { evidencePath } from '../../store/evidence-names.ts';
import { claimText } from '../claim.ts';
import { cell, short, table } from '../output.ts';
import { claimOf, type ExplainDisplay, groupOf, labelled, movedText } from './explain-parts.ts';

/** The point of one leaf and all that it rests on. */
export function leafLines(leaf: LeafExplanation, explanation: Explanation, display: ExplainDisplay): string[] {
  const { words } = display;
  const { own } = words;
  const { row, evidence, probe } = leaf;
  const { labels } = own;
  const about = probe === null ? null : aboutIn(words.language, probe);
  return [
    `${row.number} ${row.node.name} (${row.node.id})`,
    ...(about === null ? [] : [labelled(labels.measures, about.measures)]),
    labelled(labels.place, placeText(leaf, words)),
    ...weightLines(leaf, words),
    // The parts say the same rule, each with what it read.
    ...(leaf.parts.length > 1 ? [] : [labelled(labels.rule, words.rule(leaf.leaf.normalizer))]),
    labelled(labels.unknownRule, unknownText(leaf, words)),
    ...pointLines(leaf, explanation, words),
    ...partLines(leaf.parts, words),
    ...(evidence === null ? [labelled(labels.finding, own.noFinding)] : findingLines(evidence, display)),
    ...(about === null ? [] : [labels.blindSpots, ...about.blindSpots.map((spot) => `  ${spot}`)]),
    ...whatIfLines(leaf, explanation, words),
    labelled(labels.next, nextCommands(explanation, row.node.leaf?.finding ?? '')),
  ];
}

/** The finding of a probe that no leaf reads. */
export function unreadLines(evidence: FindingEvidence, display: ExplainDisplay): string[] {
  return [display.words.own.unreadProbe, ...findingLines(evidence, display)];
}

function placeText({ above, row }: LeafExplanation, { own, report }: ExplainWords): string {
  const line = [...above, row];
  const steps = line.map(({ node }, index) => {
    const parent = line[index - 1]?.node;
    const name = node.level === 'total' ? report.columns.score : node.name;
    const weight = parent === undefined ? number(node.full) : own.share(number(node.full), number(parent.full));
    return `${name} ${weight}`;
  });
  const full = number(row.node.full);
  return `${steps.join(' › ')}${own.semicolon}${row.node.counted ? own.ofTotal(full) : own.ofObserved(full)}`;
}

/** What other nodes passed on to the leaf, or the leaf to others. */
function weightLines({ row, leftOut }: LeafExplanation, words: ExplainWords): string[] {
  const { own } = words;
  const full = decimals(row.node.full, 2);
  if (row.effective === 0 && row.point?.point == null) return [`  ${own.takenOut(full)}`];
  const others = leftOut.filter((other) => other !== row);
  if (others.length === 0 || Math.abs(row.effective - row.node.full) < 0.005) return [];
  return [
    `  ${own.carries(decimals(row.effective, 2), full)}`,
    ...others.map((other) => `    ${movedText(other, words)}`),
  ];
}

function unknownText({ leaf: { unknown } }: LeafExplanation, { own }: ExplainWords): string {
  return typeof unknown === 'string'
    ? own.unknownRules[unknown]
    : own.unknownRules.carry(String(unknown['carry-forward-days']));
}

function pointLines({ row, estimate }: LeafExplanation, explanation: Explanation, { own }: ExplainWords): string[] {
  const { point, adds, effective } = row;
  if (point === null) return [];
  const isMeasured = !(point.rule in own.rules);
  const how = isMeasured ? own.rules.measured : wordFor(own.rules, point.rule);
  const age = point.carriedDays === null ? '' : ` (${own.days(String(point.carriedDays))})`;
  const worth =
    point.point === null
      ? own.pointNone
      : own.pointIs(decimals(point.point, 4), decimals(adds ?? 0, 2), decimals(effective, 2));
  return [
    labelled(own.labels.point, `${worth}${own.semicolon}${how}${age}`),
    ...(point.low < point.high ? [`  ${own.bounds(decimals(point.low, 4), decimals(point.high, 4))}`] : []),
    ...(estimate === null ? [] : [`  ${estimateText(estimate, explanation, own)}`]),
  ];
}

function estimateText(
  { value, donors, ofGroup, mean, proven, notFound }: NonNullable<LeafExplanation['estimate']>,
  explanation: Explanation,
  own: ExplainWords['own'],
): string {
  const who = ofGroup ? own.ofGroup(groupOf(explanation)) : own.ofAll;
  const known = mean === null ? own.middle : own.estimate(decimals(mean, 4), String(donors), who);
  if (notFound !== null) return own.notFound(decimals(value ?? 0, 4), decimals(100 * notFound, 0), known);
  return proven === 0 ? known : own.withProven(decimals(value ?? 0, 4), String(proven), known);
}

/** Each part of the rule: what the value holds for it, and what that is worth. */
function partLines(parts: readonly MeasuredPart[], words: ExplainWords): string[] {
  if (parts.length === 0) return [];
  const { own } = words;
  const lines = parts.flatMap((part, index) => {
    const condition = part.levels === null ? '' : `${own.semicolon}${own.onlyAt(part.levels.join(', '))}`;
    const worth = own.partWorth(heldText(part, words), readingText(part, words));
    if (parts.length === 1) return [`  ${worth}`];
    return [
      `  ${index + 1}. ${own.partRule(number(part.weight), words.rule(part.measure) + condition)}`,
      `     ${worth}`,
    ];
  });
  return parts.length === 1 ? lines : [own.labels.parts, ...lines];
}

function heldText({ held, proven, items }: MeasuredPart, { own }: ExplainWords): string {
  if (items !== null) {
    const list = (words: readonly string[]): string => words.join(own.comma) || own.none;
    return own.items(list(items.found), list(items.unclear), list(items.missing));
  }
  if (held !== undefined && held !== null) return short(held, 200);
  return proven === null || proven.held == null ? own.notHeld : own.provenBy(proven.key, short(proven.held, 120));
}

function readingText({ reading }: MeasuredPart, { own }: ExplainWords): string {
  if (reading === 'missing') return own.notHeld;
  if (reading === 'conflict') return own.conflict;
  const [low, high] = [decimals(reading.low, 4), decimals(reading.high, 4)];
  return low === high ? low : own.worthBetween(low, high);
}

function findingLines({ finding, chain, earlier }: FindingEvidence, display: ExplainDisplay): string[] {
  const { words, pack } = display;
  const { own } = words;
  const { labels } = own;
  const zone = pack.meta['time-zone'];
  return [
    labelled(
      labels.finding,
      `${claimOf({ point: null, finding }, words)} (${finding.probe}, version ${finding.version})`,
    ),
    ...(finding.value === null ? [] : [labelled(labels.value, short(finding.value, 600))]),
    ...reviewLines(finding, zone, words),
    ...staleLines(earlier, zone, words),
    ...evidenceLines(chain, zone, display),
    ...obstacleLines(finding.obstacles ?? [], display),
  ];
}

function reviewLines({ review }: Finding, zone: string, { own }: ExplainWords): string[] {
  if (review === undefined) return [labelled(own.labels.review, own.unreviewed)];
  const { id, status, who, when, why, machine, verdict } = review;
  const said = own.reviewed[status](String(id), cell(who, 40), dayIn(when, zone));
  const claim = claimText(status === 'applied' ? machine : { ...verdict, reason: null });
  return [labelled(own.labels.review, `${said} ${claim}`), `  ${own.because(cell(why, 600))}`];
}

function staleLines(earlier: StaleFinding | undefined, zone: string, { own }: ExplainWords): string[] {
  if (earlier === undefined) return [];
  const { finding, measured, ageDays } = earlier;
  return [labelled(own.labels.stale, own.staleIs(claimText(finding), dayIn(measured, zone), String(ageDays)))];
}

function evidenceLines(chain: readonly EvidenceLink[], zone: string, { words, dataFolder }: ExplainDisplay): string[] {
  const { own } = words;
  if (chain.length === 0) return [labelled(own.labels.evidence, own.noEvidence)];
  const file = (hash: string): string => evidencePath(dataFolder, hash);
  const lines = chain.flatMap(({ url, quote, capture, time, via, status, sha256, screenshot }, index) => [
    `  ${index + 1}. ${cell(url, 300)}`,
    `     “${cell(quote, 300)}”`,
    `     ${time === null ? own.gone : own.captured(inZone(time, zone, 'seconds'), via ?? '-', String(status ?? '-'))}; ${own.capture(capture)}`,
    ...(sha256 === null ? [] : [`     ${own.bytes(file(sha256))}`]),
    ...(screenshot === null ? [] : [`     ${own.picture(file(screenshot))}`]),
  ]);
  const hasFiles = chain.some(({ sha256, screenshot }) => sha256 !== null || screenshot !== null);
  return [own.labels.evidence, ...lines, ...(hasFiles ? [`  ${own.howToOpen}`] : [])];
}

function obstacleLines(
  obstacles: readonly Obstacle[],
  { pack, words: { own, report, language } }: ExplainDisplay,
): string[] {
  if (obstacles.length === 0) return [];
  const settle = curesFor(obstacles, pack.failures, language);
  const lines = obstacles.map(({ reason, site, url, part, intent }) => {
    const where = [site === undefined ? '' : report.sites[site], cell(part ?? intent ?? '', 60), cell(url ?? '', 300)];
    return `  ${[wordFor(report.reasons, reason), ...where].filter((word) => word !== '').join(' · ')}`;
  });
  const cures = Object.entries(settle).map(([reason, cure]) => `  ${wordFor(report.reasons, reason)}: ${cure}`);
  return [own.labels.obstacles, ...lines, own.labels.settle, ...cures];
}

/** Where the government would stand with better findings of this leaf. */
function whatIfLines(leaf: LeafExplanation, explanation: Explanation, { own }: ExplainWords): string[] {
  const { whatIf, row } = leaf;
  if (whatIf.length === 0) {
    const isPerfect = row.point !== null && row.point.point === 1 && row.point.low === row.point.high;
    return isPerfect ? [`${own.labels.better}${own.semicolon}${own.bestAlready}`] : [];
  }
  const { head, labels } = own;
  const { standing: now, government, bands } = explanation;
  const isRanked = government.scored && row.node.counted;
  const level = bands === null ? [head.level] : [];
  const header = [head.better, head.point, head.gain, ...(isRanked ? [head.total, head.rank, ...level] : [])];
  const rows = whatIf.map((one) => {
    const first = [cell(betterText(one, own), 40), decimals(one.point, 4), signed(one.gain)];
    const { total, rank, place } = one.standing;
    const second = [
      total.score === null ? '-' : decimals(total.score, 2),
      `${now.rank ?? '-'} → ${rank ?? '-'}`,
      ...(bands === null ? [`${now.place?.level ?? '-'} → ${place?.level ?? '-'}`] : []),
    ];
    return isRanked ? [...first, ...second] : first;
  });
  return [labels.better, ...table(header, rows)];
}

function betterText({ kind, detail, part }: WhatIf, { better }: ExplainWords['own']): string {
  const word = better[kind];
  return typeof word === 'string' ? word : word(part === null ? detail : String(part + 1));
}

function nextCommands({ government: { name } }: Explanation, probe: string): string {
  return ['evidence', 'review'].map((command) => `govprobe ${command} ${name} ${probe}`).join(' · ');
}

function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${decimals(Math.abs(value), 2)}`;
}

/** A weight without needless zeros. */
function number(value: number): string {
  return String(Number(value.toFixed(2)));
}
