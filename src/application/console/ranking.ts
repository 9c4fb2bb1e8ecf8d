import type { Pack } from '../../config/pack.ts';
import type { Government } from '../../model/government.ts';
import { type Cell, type Table, withNature } from '../../report/csv.ts';
import { rankingTable } from '../../report/tables.ts';
import { compareCodes, type Ranked } from '../../scoring/rank.ts';
import type { GovernmentScore, NodeScore } from '../../scoring/score.ts';
import type { TierPlace } from '../../scoring/tiers.ts';
import { type Bands, bandsOf, withoutTiers } from '../../scoring/uncertainty/bands.ts';
import type { UncertainPlace } from '../../scoring/uncertainty/measure.ts';
import type { Snapshot } from './snapshots.ts';

/** What the ranking can be sorted by; the id of a capability too. */
export const rankingOrders = ['rank', 'name', 'province', 'coverage', 'width'] as const;

/** Which governments are wanted; what is left out does not restrict. */
export interface RankingFilter {
  /** A part of a name, a code, or a spelling in Latin letters. */
  readonly text?: string | undefined;
  readonly province?: string | undefined;
  readonly region?: string | undefined;
  readonly group?: string | undefined;
  /** Letter of a tier, or label of a level. */
  readonly tier?: string | undefined;
  /** Least share that is settled, 0..1. */
  readonly coverage?: number | undefined;
  /** `ranked`: those with a rank; `unranked`: those without. */
  readonly place?: 'ranked' | 'unranked' | undefined;
  /** One of `rankingOrders`, or the id of a capability. */
  readonly sort?: string | undefined;
  readonly descending?: boolean | undefined;
}

export interface RankingEntry {
  readonly government: Government;
  readonly ranked: Ranked;
  readonly score: GovernmentScore;
  readonly total: NodeScore;
  readonly place: TierPlace | null;
  /** Null until it is simulated, and without a rank. */
  readonly uncertain: UncertainPlace | null;
}

export interface RankingView {
  readonly entries: readonly RankingEntry[];
  /** Governments in the ranking, and those with a rank. */
  readonly all: number;
  readonly ranked: number;
  /** What is published in place of doubtful tiers; null where tiers stand or nothing is simulated yet. */
  readonly bands: Bands | null;
  readonly isSimulated: boolean;
}

/** The ranking of a state with the entries that fit a filter. */
export function rankingView(snapshot: Snapshot, pack: Pack, filter: RankingFilter): RankingView {
  const { assessed } = snapshot;
  const drawn = snapshot.drawn()?.uncertainty ?? null;
  const bands = bandsOf(assessed.assessment, drawn);
  const assessment = bands === null ? assessed.assessment : withoutTiers(assessed.assessment);
  const governments = new Map(assessed.governments.map((government) => [government.code, government]));
  const scores = new Map(assessment.scores.map((score) => [score.government, score]));
  const uncertain = new Map(drawn?.governments.map((place) => [place.government, place]));
  const entries = assessment.ranking.flatMap((ranked): RankingEntry[] => {
    const { government: code } = ranked;
    const [government, score] = [governments.get(code), scores.get(code)];
    const total = score?.nodes[0];
    if (government === undefined || score === undefined || total === undefined) return [];
    const place = assessment.tiering.places[code] ?? null;
    return [{ government, ranked, score, total, place, uncertain: uncertain.get(code) ?? null }];
  });
  const capabilities = new Map(assessment.tree.nodes.map(({ id, index }) => [id, index]));
  return {
    entries: sorted(
      entries.filter((entry) => fits(entry, bands, filter, pack)),
      filter,
      capabilities,
    ),
    all: entries.length,
    ranked: entries.filter(({ ranked }) => ranked.rank !== null).length,
    bands,
    isSimulated: drawn !== null,
  };
}

function fits(
  { government, ranked, total, place }: RankingEntry,
  bands: Bands | null,
  filter: RankingFilter,
  pack: Pack,
): boolean {
  const { text, province, region, group, tier, coverage } = filter;
  const band = bands?.places[government.code];
  const letters = band === undefined ? [place?.letter, place?.level] : [band.best, band.worst];
  return (
    (text === undefined || isNamed(government, text, pack)) &&
    (province === undefined || government.province === province) &&
    (region === undefined || government.region === region) &&
    (group === undefined || government.group === group) &&
    (tier === undefined || letters.includes(tier)) &&
    (coverage === undefined || total.coverage >= coverage) &&
    (filter.place === undefined || (ranked.rank !== null) === (filter.place === 'ranked'))
  );
}

/** Whether a text is a part of the name, the beginning of the code, or of the spelling in Latin letters. */
function isNamed({ name, code, pinyin, province }: Government, text: string, { meta }: Pack): boolean {
  const wanted = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’]+/gu, '');
  if (wanted === '') return true;
  const bare = meta.naming.suffixes.find((suffix) => wanted.length > suffix.length && wanted.endsWith(suffix));
  const shortened = bare === undefined ? wanted : wanted.slice(0, -bare.length);
  const lower = name.toLowerCase();
  return (
    lower.includes(wanted) ||
    lower.startsWith(shortened) ||
    code.startsWith(wanted) ||
    (pinyin !== '' && pinyin.includes(wanted)) ||
    province.toLowerCase().includes(wanted)
  );
}

function sorted(
  entries: readonly RankingEntry[],
  { sort = 'rank', descending = false }: RankingFilter,
  nodes: ReadonlyMap<string, number>,
): readonly RankingEntry[] {
  if (sort === 'rank') return descending ? [...entries].reverse() : entries;
  const index = nodes.get(sort);
  const keyOf = ({ government, total, uncertain, score }: RankingEntry): string | number | null => {
    if (sort === 'name') return government.pinyin || government.name;
    if (sort === 'province') return government.province;
    if (sort === 'coverage') return total.coverage;
    if (sort === 'width') return uncertain === null ? null : uncertain.rank.high - uncertain.rank.low;
    return index === undefined ? null : (score.nodes[index]?.score ?? null);
  };
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry) }));
  const direction = descending ? -1 : 1;
  // What has no figure comes last in both directions; equal ones keep the order of the ranking.
  return keyed
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      if (typeof a.key === 'number' && typeof b.key === 'number') return direction * (a.key - b.key);
      return direction * compareCodes(String(a.key), String(b.key));
    })
    .map(({ entry }) => entry);
}

/** The entries of a view as the table of the bulletin has them, with the intervals of the ranks where they are simulated. */
export function selectionTable({ assessed }: Snapshot, { entries, bands }: RankingView): Table {
  const { governments, findings, groupNames, assessment, nature } = assessed;
  const published = bands === null ? assessment : withoutTiers(assessment);
  const ranking = entries.map(({ ranked }) => ranked);
  const table = rankingTable({ assessment: { ...published, ranking }, governments, findings, groupNames, bands });
  const intervals = entries.map(({ uncertain }): Cell[] => [uncertain?.rank.low ?? null, uncertain?.rank.high ?? null]);
  return withNature(
    {
      head: [...table.head, 'rank_low', 'rank_high'],
      rows: table.rows.map((row, index) => [...row, ...(intervals[index] ?? [])]),
    },
    nature,
  );
}
