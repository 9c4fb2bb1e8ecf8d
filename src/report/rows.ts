import { isConcluded } from '../scoring/descriptive/conclusion.ts';
import type { Ranked } from '../scoring/rank.ts';
import { byMean } from './divisions.ts';
import { countedOf } from './figures/adoption.ts';
import type { ReportData } from './figures/derive.ts';
import type { ReportInput } from './input.ts';
import { type Messages, wordFor } from './messages.ts';
import { countText, intervalText, statementText } from './narrative/adoption.ts';
import { decimals, percent } from './text.ts';
import { describeRange, isRanked, type RankingRow } from './view.ts';

/** Digits of a difference between neighbours in the ranking; most are smaller than a hundredth. */
export const differenceDigits = 4;

/** A table of texts, not escaped; each bulletin prints it in its own format. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Tables of the tiers with sizes and levels, and of the breaks between them. */
export function tierRows(input: ReportInput, messages: Messages): { tiers: TextTable; breaks: TextTable } {
  const { columns, remarks } = messages;
  const { tiering } = input.assessment;
  const names = new Map(input.governments.map(({ code, name }) => [code, name]));
  return {
    tiers: {
      head: [columns.tier, columns.size, columns.places, columns.scores, columns.levels],
      rows: tiering.tiers.map((tier) => [
        messages.lettered(tier.name, tier.letter),
        String(tier.size),
        `${tier.from}–${tier.to}`,
        `${decimals(tier.lowest, 2)}–${decimals(tier.highest, 2)}`,
        tier.levels.length < 2
          ? messages.noscore
          : tier.levels
              .map(({ label, size, from }) => `${label} ${size}${from === null ? '' : ` (≥${decimals(from, 2)})`}`)
              .join(messages.listMark),
      ]),
    },
    breaks: {
      head: [columns.last, columns.breakAfter, columns.difference, columns.remark],
      rows: tiering.breaks.map((entry) => [
        names.get(entry.government) ?? entry.government,
        String(entry.after),
        decimals(entry.difference, differenceDigits),
        entry.remark === null ? '' : remarks[entry.remark],
      ]),
    },
  };
}

/** Governments with a score or without that have no rank: how much is settled, what the rest leaves open, and why. */
export function withheldRows(input: ReportInput, rows: readonly RankingRow[], messages: Messages): TextTable {
  const { columns } = messages;
  const drawn = new Map((input.uncertainty?.withheld ?? []).map(({ government, score }) => [government, score]));
  return {
    head: [columns.name, columns.province, columns.coverage, columns.range, columns.scoreInterval, columns.reason],
    rows: rows
      .filter((row) => !isRanked(row))
      .map(({ government, ranked, total }) => {
        const interval = drawn.get(government.code);
        return [
          government.name,
          government.province,
          percent(total.coverage, 1),
          describeRange(total, messages),
          interval === undefined ? messages.noscore : `${decimals(interval.low, 2)}–${decimals(interval.high, 2)}`,
          withheldReason(ranked, input, messages),
        ];
      }),
  };
}

/** Why a government has no rank: the node of which too little is settled, or that nothing is known. */
export function withheldReason({ withheld }: Ranked, { assessment }: ReportInput, messages: Messages): string {
  if (withheld === null) return messages.withheldBlind;
  const node = assessment.tree.nodes.find(({ path }) => path === withheld.path);
  const name = node === undefined || node.level === 'total' ? messages.columns.score : node.name;
  return messages.withheldReason(name, percent(withheld.coverage, 1), percent(withheld.minimum, 0));
}

/**
 * One table per statement: all scored governments first, then each group, with the bounds of number
 * and share. Observed groups appear only in tables that they have an answer for.
 */
export function adoptionGroups(
  input: ReportInput,
  messages: Messages,
): (TextTable & { readonly title: string; readonly statement: string })[] {
  const { columns } = messages;
  const scored = new Set(input.governments.filter((government) => government.scored).map(({ group }) => group));
  const limit = input.rule['maximum-unknown-answers'];
  return input.adoption.map((entry) => ({
    statement: entry.statement,
    title: statementText(entry, messages),
    head: [columns.group, columns.share, columns.fraction, columns.unknown, columns.leftOut],
    rows: [entry.overall, ...entry.groups]
      .filter(({ group, yes, no }) => group === null || scored.has(group) || yes + no > 0)
      .map((share) => {
        const counted = countedOf(share);
        const concluded = isConcluded(share.yes + share.no, share.unknown, limit);
        return [
          share.group === null ? messages.everyone : wordFor(input.groupNames, share.group),
          (concluded ? intervalText(counted) : null) ?? messages.noscore,
          `${countText(counted)}/${counted.concerned}`,
          String(share.unknown),
          String(share.leftOut),
        ];
      }),
  }));
}

/**
 * The governments furthest ahead on each indicator, by path of the node: its name, the best rate, and
 * who has it, as codes with their rates.
 */
export function leaderRows({ assessment, figures, governments }: ReportData, messages: Messages): LeaderRow[] {
  const names = new Map(governments.map(({ code, name }) => [code, name]));
  const { narrative, noscore } = messages;
  return assessment.tree.nodes.flatMap(({ index, level, name }): LeaderRow[] => {
    if (level === 'total') return [];
    const leaders = figures.nodes[index]?.leaders ?? null;
    if (leaders === null) return [{ name, level, rate: noscore, leaders: [], remark: narrative.leaders.open }];
    return [
      {
        name,
        level,
        rate: percent(leaders.rate),
        leaders: leaders.governments.map(({ government, rate }) => ({
          code: government,
          text: messages.lettered(names.get(government) ?? government, percent(rate)),
        })),
        remark:
          leaders.governments.length > 0 ? '' : narrative.leaders.tied.replace('{count}', String(leaders.holders)),
      },
    ];
  });
}

export interface LeaderRow {
  readonly name: string;
  readonly level: 'capability' | 'branch' | 'leaf';
  readonly rate: string;
  readonly leaders: readonly { readonly code: string; readonly text: string }[];
  /** What stands in place of names: how many are level, or that nothing is concluded. */
  readonly remark: string;
}

/** Who is in each level, or in each range of tiers where no tiers are published; best first. */
export function memberRows({ figures }: ReportData): MemberRow[] {
  const { sizes, bands } = figures.tiers;
  if (bands.length > 0) return bands.map(({ band, governments }) => ({ label: band, codes: governments }));
  return sizes.flatMap(({ levels }) => levels.map(({ label, governments }) => ({ label, codes: governments })));
}

export interface MemberRow {
  readonly label: string;
  readonly codes: readonly string[];
}

/** Mean totals of the provinces, best first: the figures of the tile map and of the box plots. */
export function provinceRows({ description }: ReportData, { columns, statistics, noscore }: Messages): TextTable {
  return {
    head: [columns.province, columns.size, statistics.mean, statistics.deviation],
    rows: byMean(description.provinces.divisions).map(({ division: { id, nodes }, mean }) => [
      id,
      String(nodes[0]?.score.n ?? 0),
      decimals(mean, 2),
      nodes[0]?.score.population == null ? noscore : decimals(nodes[0].score.population, 2),
    ]),
  };
}

/** Table of the index: every leaf with its branch, capability and weight. */
export function indexRows({ assessment }: ReportInput, { columns }: Messages): TextTable {
  const { nodes } = assessment.tree;
  return {
    head: [columns.capability, columns.branch, columns.leaf, columns.fullMark],
    rows: nodes.flatMap((node) => {
      const branch = nodes[node.parent ?? -1];
      const capability = nodes[branch?.parent ?? -1];
      if (node.leaf === null || branch === undefined || capability === undefined) return [];
      return [[capability.name, branch.name, node.name, decimals(node.full, 2)]];
    }),
  };
}
