import type { Diff } from '../../application/diff.ts';
import type { Finding } from '../../model/finding.ts';
import type { ExplainedChange } from '../../pipeline/assessment/compare-states.ts';
import type { ChangeKind } from '../../pipeline/assessment/comparison/compare-findings.ts';
import type { Cause } from '../../pipeline/assessment/comparison/explain-change.ts';
import { type Cell, toCsv, withNature } from '../../report/csv.ts';
import { claimText, reviewRemark } from '../claim.ts';
import { cell, table } from '../output.ts';
import { say, titles } from '../say.ts';
import { type DiffDisplay, moreLines, scoreLines, shownRows } from './diff-scores.ts';

/** A comparison as text: what changed, and how scores and ranks moved. */
export function diffLines(
  { before, after, governments, comparison, editions }: Diff,
  display: DiffDisplay,
  zone: string,
): string[] {
  const { changes, same, onlyBefore, onlyAfter } = comparison;
  const nameOf = (code: string): string => governments.get(code)?.name ?? '';
  return [
    say('{before} → {after}: {changed} findings changed, {same} are the same', {
      ...{ before: before.name, after: after.name },
      ...{ changed: changes.length, same },
    }),
    ...(changes.length === 0 ? [] : [countKinds(changes)]),
    ...onlyLines(onlyBefore, before.name, nameOf),
    ...onlyLines(onlyAfter, after.name, nameOf),
    ...changeLines(changes, nameOf, display, zone),
    ...(editions === null ? [] : scoreLines(editions, nameOf, display)),
  ];
}

/** A comparison for other programs. */
export function diffJson({ before, after, comparison, editions }: Diff) {
  const side = ({ name, kind, nature }: Diff['before']) => ({ name, kind, simulated: nature !== 'real' });
  return { before: side(before), after: side(after), ...comparison, ...editions };
}

/** The changed findings for a spreadsheet, one row for each. */
export function diffCsv({ before, after, governments, comparison }: Diff, bom: boolean): string {
  const nature = before.nature === after.nature ? after.nature : 'mixed';
  const side = (finding: Finding | undefined): Cell[] => [
    finding?.state ?? null,
    finding?.value == null ? null : JSON.stringify(finding.value),
    finding?.confidence ?? null,
    finding?.reason ?? null,
    finding?.review?.status ?? null,
    finding?.evidence[0]?.url ?? null,
  ];
  const columns = ['state', 'value', 'confidence', 'reason', 'review', 'url'];
  const head = [
    ...['code', 'name', 'province', 'probe', 'change', 'causes'],
    ...columns.map((column) => `before_${column}`),
    ...columns.map((column) => `after_${column}`),
  ];
  const rows = comparison.changes.map((change): Cell[] => [
    ...[change.government, governments.get(change.government)?.name ?? null],
    ...[
      governments.get(change.government)?.province ?? null,
      change.probe,
      change.kind,
      change.causes.join(', ') || 'unexplained',
    ],
    ...side(change.before?.finding),
    ...side(change.after?.finding),
  ]);
  return toCsv(withNature({ head, rows }, nature), bom);
}

/** A measurement that was lost or gained is no change of the site, so it has no word of one. */
const kindNames: Readonly<Record<ChangeKind, string>> = {
  appeared: 'appeared',
  disappeared: 'disappeared',
  level: 'another level',
  count: 'another count',
  value: 'another measure',
  applicability: 'another applicability',
  seen: 'measured now',
  unseen: 'not measured any more',
  reason: 'another reason',
  review: 'another review',
  added: 'probe added',
  dropped: 'probe dropped',
};

function kindName(kind: ChangeKind): string {
  return say(kindNames[kind]);
}

function causeName(cause: Cause): string {
  return cause === 'no-browser' ? say('no browser in that run') : say(cause);
}

function countKinds(changes: readonly ExplainedChange[]): string {
  const counts = new Map<ChangeKind, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kindName(kind)} ${count}`).join(say(', '));
}

function onlyLines(codes: readonly string[], side: string, nameOf: (code: string) => string): string[] {
  if (codes.length === 0) return [];
  const names = codes.slice(0, 10).map((code) => `${nameOf(code)} (${code})`);
  const rest = codes.length > names.length ? say(' and {count} more', { count: codes.length - names.length }) : '';
  return [say('only in {side}: {names}', { side, names: `${names.join(say(', '))}${rest}` })];
}

function changeLines(
  changes: readonly ExplainedChange[],
  nameOf: (code: string) => string,
  options: DiffDisplay,
  zone: string,
): string[] {
  if (changes.length === 0) return [];
  const shown = options.all ? changes : changes.slice(0, shownRows);
  const row = (change: ExplainedChange): string[] => [
    change.government,
    nameOf(change.government),
    change.probe,
    kindName(change.kind),
    describe(change.before?.finding),
    describe(change.after?.finding),
    change.causes.map(causeName).join(say(', ')) || say('unexplained'),
  ];
  const header = titles('code', 'name', 'probe', 'change', 'before', 'after', 'why');
  const more = moreLines(changes.length - shown.length);
  if (!options.evidence) return ['', ...table(header, shown.map(row)), ...more];
  return [
    '',
    ...shown.flatMap((change) => [
      row(change)
        .filter((text) => text !== '')
        .join('  '),
      ...quotes(say('before'), change.before?.finding, zone),
      ...quotes(say('after'), change.after?.finding, zone),
      ...change.pages.map(({ url, before, after }) => `   ${url}: ${contentName(before)} → ${contentName(after)}`),
    ]),
    ...more,
  ];
}

function quotes(side: string, finding: Finding | undefined, zone: string): string[] {
  if (finding === undefined) return [];
  const review = reviewRemark(finding.review, zone);
  return [
    ...(review === '' ? [] : [`   ${side}: ${review}`]),
    ...finding.evidence
      .slice(0, 3)
      .map(({ url, quote, capture }) =>
        say('   {side}: “{quote}” {url} (capture {capture})', { side, quote: cell(quote, 120), url, capture }),
      ),
  ];
}

/** A hash in short, a failure class as it is. */
function contentName(content: string | null): string {
  if (content === null) return say('not fetched');
  if (content === 'needs-browser') return causeName('no-browser');
  return /^[0-9a-f]{64}$/.test(content) ? content.slice(0, 12) : content;
}

function describe(finding: Finding | undefined): string {
  if (finding === undefined) return '-';
  return `${claimText(finding)}${finding.review?.status === 'applied' ? say(' (reviewed)') : ''}`;
}
