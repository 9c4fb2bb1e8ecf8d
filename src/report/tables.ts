import { type Finding, findingKey } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import { compareCodes } from '../scoring/rank.ts';
import type { Cell, Table } from './csv.ts';
import type { ReportInput } from './input.ts';
import { type Messages, wordFor } from './messages.ts';
import { statementText } from './narrative/adoption.ts';
import { appliedByGovernment, reviewCells, reviewColumns } from './reviews.ts';
import { bandText } from './text.ts';

/** What a ranking is made of. */
type RankingInput = Pick<ReportInput, 'assessment' | 'governments' | 'findings' | 'groupNames' | 'bands'>;

/** One row per scored government: the ranked ones, best first, then those that are withheld and those without a score. Shares are 0..1. */
export function rankingTable(input: RankingInput): Table {
  const { tree, scores, ranking, tiering } = input.assessment;
  const capabilities = tree.nodes.filter(({ level }) => level === 'capability');
  const byCode = new Map(scores.map((score) => [score.government, score]));
  const governments = indexGovernments(input);
  const reviewed = appliedByGovernment(input);
  return {
    head: [
      ...['rank', 'code', 'name', 'province', 'region', 'group', 'score', 'rate', 'coverage', 'low', 'high'],
      ...['tier', 'level', 'band', 'withheld', 'reviewed'],
      ...capabilities.flatMap(({ id }) => [`${id}_score`, `${id}_rate`, `${id}_coverage`]),
    ],
    rows: ranking.map(({ government: code, rank, withheld }): Cell[] => {
      const government = governments.get(code);
      const nodes = byCode.get(code)?.nodes ?? [];
      const place = tiering.places[code];
      const [total] = nodes;
      return [
        rank,
        code,
        ...describe(government, input),
        total?.score ?? null,
        total?.rate ?? null,
        total?.coverage ?? null,
        total?.low ?? null,
        total?.high ?? null,
        place?.name ?? null,
        place?.level ?? null,
        bandText(input.bands?.places[code]),
        withheld?.path ?? null,
        reviewed.get(code) ?? 0,
        ...capabilities.flatMap(({ index }): Cell[] => {
          const node = nodes[index];
          return [node?.score ?? null, node?.rate ?? null, node?.coverage ?? null];
        }),
      ];
    }),
  };
}

/** One row per government and node of the tree; leaves include the origin of their point. */
export function scoresTable(input: ReportInput): Table {
  const { tree, scores } = input.assessment;
  const governments = indexGovernments(input);
  const reviews = new Map(input.findings.map((finding) => [findingKey(finding), finding.review?.status ?? null]));
  return {
    head: [
      ...['code', 'name', 'node', 'path', 'node_name', 'node_level', 'full_mark', 'state', 'score', 'rate'],
      ...['coverage', 'low', 'high', 'finding', 'finding_state', 'reason', 'rule', 'review'],
    ],
    rows: scores.flatMap(({ government: code, nodes, points }) => {
      const byLeaf = new Map(points.map((point) => [point.leaf, point]));
      return tree.nodes.map((node): Cell[] => {
        const score = nodes[node.index];
        const point = node.leaf === null ? undefined : byLeaf.get(node.leaf.id);
        return [
          code,
          governments.get(code)?.name ?? null,
          node.id,
          node.path,
          node.name,
          node.level,
          node.full,
          score?.state ?? null,
          score?.score ?? null,
          score?.rate ?? null,
          score?.coverage ?? null,
          score?.low ?? null,
          score?.high ?? null,
          node.leaf?.finding ?? null,
          point?.state ?? null,
          point?.reason ?? null,
          point?.rule ?? null,
          point === undefined ? null : (reviews.get(findingKey({ government: code, probe: point.finding })) ?? null),
        ];
      });
    }),
  };
}

/**
 * One row per piece of evidence; a finding without evidence has one row with empty evidence cells.
 */
export function findingsTable(input: ReportInput): Table {
  const governments = indexGovernments(input);
  return {
    head: [
      ...['code', 'name', 'probe', 'version', 'state', 'value', 'confidence', 'reason'],
      ...['evidence', 'url', 'quote', 'capture', 'run', ...reviewColumns],
    ],
    numeric: ['machine_confidence'],
    rows: sortFindings(input.findings).flatMap((finding) => {
      const start: Cell[] = [
        finding.government,
        governments.get(finding.government)?.name ?? null,
        finding.probe,
        finding.version,
        finding.state,
        finding.value === null ? null : JSON.stringify(finding.value),
        finding.confidence,
        finding.reason,
      ];
      const end: Cell[] = [input.findingRuns[findingKey(finding)] ?? null, ...reviewCells(finding)];
      if (finding.evidence.length === 0) return [[...start, 0, null, null, null, ...end]];
      return finding.evidence.map(({ url, quote, capture }, index) => [
        ...start,
        ...[index + 1, url, quote, capture],
        ...end,
      ]);
    }),
  };
}

/** One row per statement and group; the first row of a statement is over all scored governments. */
export function adoptionTable(input: ReportInput, messages: Messages): Table {
  return {
    head: [
      ...['statement', 'text', 'base', 'group', 'group_name', 'numerator', 'denominator', 'share'],
      ...['yes', 'no', 'unknown', 'left_out'],
    ],
    rows: input.adoption.flatMap((entry) =>
      [entry.overall, ...entry.groups].map((share): Cell[] => [
        entry.statement,
        statementText(entry, messages),
        entry.base,
        share.group,
        share.group === null ? messages.everyone : wordFor(input.groupNames, share.group),
        share.numerator,
        share.denominator,
        share.share,
        share.yes,
        share.no,
        share.unknown,
        share.leftOut,
      ]),
    ),
  };
}

/** One row per government, site and failure class. */
export function failuresTable(input: ReportInput, messages: Messages): Table {
  const governments = indexGovernments(input);
  const sorted = [...input.failures].sort(
    (a, b) =>
      compareCodes(a.government, b.government) || compareCodes(a.site, b.site) || compareCodes(a.class, b.class),
  );
  return {
    head: ['code', 'name', 'site', 'class', 'class_name', 'captures'],
    rows: sorted.map((failure): Cell[] => [
      failure.government,
      governments.get(failure.government)?.name ?? null,
      failure.site,
      failure.class,
      wordFor(messages.reasons, failure.class),
      failure.count,
    ]),
  };
}

function indexGovernments(input: Pick<ReportInput, 'governments'>): ReadonlyMap<string, Government> {
  return new Map(input.governments.map((government) => [government.code, government]));
}

/** Sorted by government, then probe, so that the storage order does not show. */
function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => compareCodes(a.government, b.government) || compareCodes(a.probe, b.probe));
}

function describe(government: Government | undefined, input: Pick<ReportInput, 'groupNames'>): Cell[] {
  if (government === undefined) return [null, null, null, null];
  const { name, province, region, group } = government;
  return [name, province, region, group === '' ? null : wordFor(input.groupNames, group)];
}
