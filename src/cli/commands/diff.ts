import { resolve } from 'node:path';
import { Command } from 'commander';
import { findVisited, type Pack } from '../../config/pack.ts';
import { loadTreeMapping, sharedLeaves } from '../../config/tree-mapping.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import { UsageError } from '../../model/usage-error.ts';
import { compareStates, type ExplainedChange, type Side, sideOf } from '../../pipeline/assessment/compare-states.ts';
import type { EditionState } from '../../pipeline/assessment/editions/read.ts';
import { probes } from '../../probes/list.ts';
import {
  type ComparableEditions,
  comparableEditions,
  type EditionPoints,
} from '../../scoring/comparison/comparable-editions.ts';
import { compareEditions } from '../../scoring/comparison/compare-editions.ts';
import { claimText, reviewRemark } from '../claim.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { cell, printJson, printLines, table } from '../output.ts';

interface DiffOptions extends CommonOptions {
  readonly only?: string;
  readonly probe?: string;
  readonly mapping?: string;
  readonly evidence?: boolean;
  readonly all?: boolean;
}

/** Rows of a table without --all. */
const shownRows = 60;

export function diffCommand(): Command {
  return withCommonOptions(new Command('diff'))
    .summary('what changed between two runs or two editions, and why')
    .description(
      'Compares two runs, or two editions: what appeared, disappeared, changed level or count or state, and why; for editions also scores, ranks and tiers.',
    )
    .argument('<before>', 'id of a run, or name of an edition')
    .argument('<after>', 'id of a run, or name of an edition')
    .option('--only <names>', 'only these governments: codes, names or pinyin, separated by commas')
    .option('--probe <id>', 'only this probe')
    .option('--mapping <file>', 'for editions: YAML of old leaf → new leaf, where the tree has changed')
    .option('--evidence', 'quote both sides under each change')
    .option('--all', `list everything (default: the first ${shownRows} rows of each table)`)
    .addHelpText(
      'after',
      `
Why a finding changed: review (a person’s verdict), failure (one side could not see, so nothing is said about the site), probe (another
version), configuration (another pack), tool (another version of govprobe), site (other bytes). Judging depends on nothing else, so a
cause that stands alone is certain. Of several, judging the older captures by today's rules tells which it was:

  govprobe rejudge --run 20251101-220000-000 --into november-by-today
  govprobe diff november-by-today 20261101-220000-000

Where the trees differ, totals are also compared on the leaves that both measure, by the weights of the later tree. A mapping file says
which those are, such as leaves: { old-leaf: new-leaf, another: [new-a, new-b] }; without one, leaves of the same id.

Examples:
  govprobe diff 20261101-220000-000 20261102-220000-000
  govprobe diff 2022 2023 --only 成都,杭州 --evidence
  govprobe diff 2022 2023 --mapping mapping.yaml --json`,
    )
    .action(diff);
}

async function diff(first: string, second: string, options: DiffOptions): Promise<void> {
  const pack = await packOf(options);
  await withStore(options, async (store) => {
    const [before, after] = [await sideOf(store, first), await sideOf(store, second)];
    if (before.kind !== after.kind) {
      throw new UsageError(
        `${before.name} is ${article(before)} and ${after.name} ${article(after)}; expected two runs or two editions`,
      );
    }
    const governments = new Map([...before.governments, ...after.governments].map((item) => [item.code, item]));
    const only = options.only === undefined ? null : chosen(options.only, [...governments.values()], pack);
    const comparison = await compareStates(before, after, probes, only);
    checkProbe(options.probe, before, after);
    const changes = comparison.changes.filter(({ probe }) => options.probe === undefined || probe === options.probe);
    const editions = compareScores(before, after, only, options);
    if (options.json) {
      return printJson({
        before: { name: before.name, kind: before.kind },
        after: { name: after.name, kind: after.kind },
        ...comparison,
        changes,
        ...editions,
      });
    }
    const nameOf = (code: string): string => governments.get(code)?.name ?? '';
    printLines([
      `${before.name} → ${after.name}: ${changes.length} findings changed, ${comparison.same} are the same`,
      ...(changes.length === 0 ? [] : [countKinds(changes)]),
      ...onlyLines(comparison.onlyBefore, before.name, nameOf),
      ...onlyLines(comparison.onlyAfter, after.name, nameOf),
      ...changeLines(changes, nameOf, options),
      ...(editions === null ? [] : scoreLines(editions, nameOf, options)),
    ]);
  });
}

function article({ kind }: Side): string {
  return kind === 'run' ? 'a run' : 'an edition';
}

function chosen(names: string, governments: readonly Government[], pack: Pack): ReadonlySet<string> {
  const wanted = names.split(',').map((name) => name.trim());
  return new Set(wanted.filter((name) => name !== '').map((name) => findVisited(governments, name, pack).code));
}

function checkProbe(probe: string | undefined, before: Side, after: Side): void {
  if (probe === undefined) return;
  const known = new Set([...before.findings, ...after.findings].map(({ finding }) => finding.probe));
  if (!known.has(probe)) {
    throw new UsageError(`no finding is of a probe ${probe}; expected one of ${[...known].sort().join(', ')}`);
  }
}

/** Scores, ranks and tiers of two editions; null for runs, which are not scored for good. */
function compareScores(before: Side, after: Side, only: ReadonlySet<string> | null, options: DiffOptions) {
  if (before.edition === null || after.edition === null) {
    if (options.mapping !== undefined) throw new UsageError('--mapping needs two editions: only they keep their trees');
    return null;
  }
  const comparable = compareCommonLeaves(before.edition, after.edition, options);
  const { governments, tiers, leftOut, n } = compareEditions(before.edition, after.edition);
  const isChosen = (item: { readonly government: string }): boolean => only === null || only.has(item.government);
  return {
    compared: n,
    leftOut: leftOut.filter(isChosen),
    scores: governments.filter(isChosen),
    tiers: { ...tiers, tierMoves: tiers.tierMoves.filter(isChosen), levelMoves: tiers.levelMoves.filter(isChosen) },
    comparable: comparable && { totals: comparable.totals.filter(isChosen), leftOut: comparable.leftOut },
  };
}
type ScoreComparison = NonNullable<ReturnType<typeof compareScores>>;

/** The editions on the leaves that both measure; null where the trees are the same and everything compares, or where nothing does. */
function compareCommonLeaves(
  before: EditionState,
  after: EditionState,
  options: DiffOptions,
): ComparableEditions | null {
  const trees = { before: before.assessment.tree.source, after: after.assessment.tree.source };
  if (options.mapping === undefined && canonicalJson(trees.before) === canonicalJson(trees.after)) return null;
  const mapping =
    options.mapping === undefined ? sharedLeaves(trees) : loadTreeMapping(resolve(options.mapping), trees);
  return comparableEditions(pointsOf(before), pointsOf(after), mapping);
}

function pointsOf({ assessment, governments }: EditionState): EditionPoints {
  const points = new Map(assessment.scores.map((score) => [score.government, score.points]));
  return { tree: assessment.tree.source, governments, points };
}

function countKinds(changes: readonly ExplainedChange[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
}

function onlyLines(codes: readonly string[], side: string, nameOf: (code: string) => string): string[] {
  if (codes.length === 0) return [];
  const names = codes.slice(0, 10).map((code) => `${nameOf(code)} (${code})`);
  const rest = codes.length > names.length ? ` and ${codes.length - names.length} more` : '';
  return [`only in ${side}: ${names.join(', ')}${rest}`];
}

function changeLines(
  changes: readonly ExplainedChange[],
  nameOf: (code: string) => string,
  options: DiffOptions,
): string[] {
  if (changes.length === 0) return [];
  const shown = options.all ? changes : changes.slice(0, shownRows);
  const row = (change: ExplainedChange): string[] => [
    change.government,
    nameOf(change.government),
    change.probe,
    change.kind,
    describe(change.before?.finding),
    describe(change.after?.finding),
    change.causes.join(', ') || 'unexplained',
  ];
  const header = ['code', 'name', 'probe', 'change', 'before', 'after', 'why'];
  const more =
    shown.length < changes.length ? [`… and ${changes.length - shown.length} more (--all, or --json, lists them)`] : [];
  if (!options.evidence) return ['', ...table(header, shown.map(row)), ...more];
  return [
    '',
    ...shown.flatMap((change) => [
      row(change)
        .filter((text) => text !== '')
        .join('  '),
      ...quotes('before', change.before?.finding),
      ...quotes('after', change.after?.finding),
      ...change.pages.map(({ url, before, after }) => `   ${url}: ${contentName(before)} → ${contentName(after)}`),
    ]),
    ...more,
  ];
}

function quotes(side: string, finding: Finding | undefined): string[] {
  if (finding === undefined) return [];
  const review = reviewRemark(finding.review);
  return [
    ...(review === '' ? [] : [`   ${side}: ${review}`]),
    ...finding.evidence
      .slice(0, 3)
      .map(({ url, quote, capture }) => `   ${side}: “${cell(quote, 120)}” ${url} (capture ${capture})`),
  ];
}

/** A hash in short, a failure class as it is. */
function contentName(content: string | null): string {
  if (content === null) return 'not fetched';
  return /^[0-9a-f]{64}$/.test(content) ? content.slice(0, 12) : content;
}

function describe(finding: Finding | undefined): string {
  if (finding === undefined) return '-';
  return `${claimText(finding)}${finding.review?.status === 'applied' ? ' (reviewed)' : ''}`;
}

function scoreLines(comparison: ScoreComparison, nameOf: (code: string) => string, options: DiffOptions): string[] {
  const { scores, tiers, comparable, leftOut } = comparison;
  const common = new Map(comparable?.totals.map((item) => [item.government, item.laterWeights]));
  const moved = scores
    .filter(({ government, score, rank }) =>
      [score, rank, common.get(government)].some((change) => (change?.difference ?? 0) !== 0),
    )
    .sort((a, b) => Math.abs(b.score.difference ?? 0) - Math.abs(a.score.difference ?? 0));
  const moves = new Map([...tiers.tierMoves, ...tiers.levelMoves].map((move) => [move.government, move]));
  const shown = options.all ? moved : moved.slice(0, shownRows);
  const rows = shown.map(({ government, score, rank }) => {
    const move = moves.get(government);
    return [
      government,
      nameOf(government),
      `${fixed(score.before)} → ${fixed(score.after)}`,
      signed(score.difference, 2),
      `${rank.before ?? '-'} → ${rank.after ?? '-'}`,
      move === undefined ? '' : `${move.from.level} → ${move.to.level}`,
      ...(comparable === null ? [] : [signed(common.get(government)?.difference ?? null, 2)]),
    ];
  });
  const header = ['code', 'name', 'score', 'change', 'rank', 'level'];
  const names = (codes: readonly string[]): string => (codes.length === 0 ? 'none' : codes.join(', '));
  return [
    '',
    `scores: ${moved.length} of ${scores.length} moved, ${tiers.tierMoves.length} changed tier, ${tiers.levelMoves.length} changed level inside their tier`,
    `tiers: ${tiers.sizes.map(({ letter, size }) => `${letter} ${size.before ?? '-'} → ${size.after ?? '-'}`).join(', ')}`,
    ...(leftOut.length > 0 ? [`not compared, for want of a score on both sides: ${leftOut.length}`] : []),
    ...(comparable === null
      ? []
      : [
          `the trees differ; leaves that are in neither common total: ${names(comparable.leftOut.before)} (before), ${names(comparable.leftOut.after)} (after)`,
        ]),
    ...(rows.length === 0 ? [] : table([...header, ...(comparable === null ? [] : ['on common leaves'])], rows)),
    ...(shown.length < moved.length
      ? [`… and ${moved.length - shown.length} more (--all, or --json, lists them)`]
      : []),
  ];
}

function fixed(value: number | null): string {
  return value === null ? '-' : value.toFixed(2);
}

function signed(value: number | null, digits: number): string {
  return value === null ? '-' : `${value > 0 ? '+' : ''}${value.toFixed(digits)}`;
}
