import type { Correlation } from '../scoring/items/correlation.ts';
import type { Discrimination } from '../scoring/items/discrimination.ts';
import { distributionShares } from '../scoring/items/distribution.ts';
import type { Reliability } from '../scoring/items/reliability.ts';
import type { Cell, Table } from './csv.ts';
import type { ReportInput } from './input.ts';
import type { Messages } from './messages.ts';
import type { TextTable } from './rows.ts';
import { decimals, percent } from './text.ts';

/** Item analysis of the leaves as text tables, not escaped. */
export interface ItemTables {
  /** One row per leaf, numbered in the order of the tree. */
  readonly leaves: TextTable;
  /** Internal consistency of the leaves below each node. */
  readonly reliability: TextTable;
  /** Correlations of the capabilities: the lower triangle. */
  readonly capabilities: TextTable;
}

function nameOf({ assessment }: ReportInput, path: string, { columns }: Messages): string {
  if (path === 'total') return columns.total;
  return assessment.tree.nodes.find((node) => node.path === path)?.name ?? path;
}

export function itemTables(input: ReportInput, messages: Messages): ItemTables {
  const { items: words, noscore, columns } = messages;
  const { leaves, discrimination, reliability, capabilities, capabilityCorrelations } = input.items;
  const verdicts = new Map(discrimination.map((entry) => [entry.path, entry]));
  // The mean of a leaf is the one that text and charts print.
  const rates = new Map(input.description.whole.nodes.map(({ path, rate }) => [path, rate]));
  const share = (value: number | null) => (value === null ? noscore : percent(value));
  const number = (value: number | null) => (value === null ? noscore : decimals(value, 2));
  return {
    leaves: {
      head: [
        ...[words.columns.number, columns.leaf, words.columns.known, words.columns.mean, words.columns.deviation],
        ...[words.columns.none, words.columns.full, words.columns.itemRest, words.columns.verdict],
      ],
      rows: leaves.map((leaf, index) => [
        String(index + 1),
        nameOf(input, leaf.path, messages),
        `${leaf.n}/${leaf.n + leaf.unknown}`,
        share(rates.get(leaf.path) ?? null),
        share(leaf.population),
        share(leaf.zeroShare),
        share(leaf.fullShare),
        number(verdicts.get(leaf.path)?.itemRest ?? null),
        verdictOf(verdicts.get(leaf.path), messages),
      ]),
    },
    reliability: {
      head: [words.columns.scope, words.columns.items, words.columns.complete, words.columns.alpha, words.columns.odd],
      rows: reliability.map((entry) => [
        nameOf(input, entry.path, messages),
        String(entry.items),
        `${entry.n}/${entry.n + entry.leftOut}`,
        number(entry.alpha),
        oddItem(entry, input, messages),
      ]),
    },
    capabilities: {
      head: [columns.capability, ...capabilities.slice(0, -1).map(({ path }) => nameOf(input, path, messages))],
      rows: capabilities
        .slice(1)
        .map(({ path }, index) => [
          nameOf(input, path, messages),
          ...capabilities
            .slice(0, -1)
            .map((other, column) =>
              column > index ? '' : number(pearsonOf(capabilityCorrelations, other.path, path)),
            ),
        ]),
    },
  };
}

/** Pearson correlation of two nodes in either order; null where undefined. */
export function pearsonOf(correlations: readonly Correlation[], one: string, other: string): number | null {
  const found = correlations.find(({ a, b }) => (a === one && b === other) || (a === other && b === one));
  return found?.pearson ?? null;
}

function verdictOf(entry: Discrimination | undefined, { items: words, listMark, noscore }: Messages): string {
  if (entry === undefined || entry.discriminates === null) return noscore;
  return entry.discriminates ? words.good : entry.flags.map((flag) => words.flags[flag]).join(listMark);
}

/** The item whose removal raises alpha most; empty if none does. */
function oddItem({ alpha, withoutItem }: Reliability, input: ReportInput, messages: Messages): string {
  const best = Object.entries(withoutItem)
    .filter((entry): entry is [string, number] => entry[1] !== null && alpha !== null && entry[1] > alpha)
    .reduce<[string, number] | null>((odd, entry) => (odd === null || entry[1] > odd[1] ? entry : odd), null);
  return best === null ? '' : messages.items.without(nameOf(input, best[0], messages), decimals(best[1], 2));
}

/**
 * One row per leaf and capability: distribution of its points, and how well it discriminates.
 * Shares are 0..1.
 */
export function itemsTable(input: ReportInput): Table {
  const { tree } = input.assessment;
  const { leaves, capabilities, discrimination, reliability } = input.items;
  const nodes = new Map(tree.nodes.map((node) => [node.path, node]));
  const verdicts = new Map(discrimination.map((entry) => [entry.path, entry]));
  const [whole] = reliability;
  return {
    head: [
      ...['path', 'name', 'level', 'full_mark', 'known', 'unknown', 'not_applicable', 'mean', 'deviation'],
      ...distributionShares.map((part) => `q${String(Math.round(part * 100)).padStart(2, '0')}`),
      ...['skewness', 'zero_share', 'full_share', 'item_rest', 'alpha_without', 'discriminates', 'flags'],
    ],
    rows: [...leaves, ...capabilities].map((entry): Cell[] => {
      const node = nodes.get(entry.path);
      const verdict = verdicts.get(entry.path);
      const { discriminates = null, flags = [] } = verdict ?? {};
      return [
        ...[entry.path, node?.name ?? null, node?.level ?? null, node?.full ?? null],
        ...[entry.n, entry.unknown, entry.notApplicable, entry.mean, entry.population],
        ...entry.quantiles,
        ...[entry.skewness, entry.zeroShare, entry.fullShare, verdict?.itemRest ?? null],
        whole?.withoutItem[entry.path] ?? null,
        discriminates === null ? null : discriminates ? 'yes' : 'no',
        flags.join(' '),
      ];
    }),
  };
}

/** One row per pair of leaves and of capabilities. */
export function correlationsTable(input: ReportInput): Table {
  const names = new Map(input.assessment.tree.nodes.map(({ path, name }) => [path, name]));
  const { leafCorrelations, capabilityCorrelations } = input.items;
  const rowsOf = (level: string, correlations: readonly Correlation[]) =>
    correlations.map(({ a, b, n, pearson, spearman }): Cell[] => [
      ...[level, a, names.get(a) ?? null, b, names.get(b) ?? null],
      ...[n, pearson, spearman],
    ]);
  return {
    head: ['level', 'a', 'a_name', 'b', 'b_name', 'known_both', 'pearson', 'spearman'],
    rows: [...rowsOf('capability', capabilityCorrelations), ...rowsOf('leaf', leafCorrelations)],
  };
}
