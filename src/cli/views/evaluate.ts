import type { Evaluation } from '../../application/evaluate.ts';
import type { Agreement, Mismatch } from '../../scoring/evaluate.ts';
import { type ExamFigures, examColumns, figuresOf, type Ledger, type Ratio } from '../../scoring/evaluation/ledger.ts';
import type { Reliability } from '../../scoring/evaluation/reliability.ts';
import { table } from '../output.ts';
import { say, titles } from '../say.ts';

/**
 * Tables of agreement, of what an examination counts, and of confidence; `mismatches`: every
 * disagreement too.
 */
export function evaluationLines(evaluation: Evaluation, mismatches: boolean): string[] {
  return [
    ...agreementTable(evaluation.agreements),
    '',
    ...examTable(evaluation.byProbe, evaluation.whole),
    '',
    ...reliabilityLines(evaluation.reliability),
    ...(mismatches ? ['', ...evaluation.mismatches.map(mismatchLine)] : []),
  ];
}

function decimal(value: number | null, digits: number): string {
  return value === null ? '-' : value.toFixed(digits);
}

function agreementTable(agreements: readonly Agreement[]): string[] {
  const rows = agreements.map((item) => [
    item.probe,
    decimal(item.precision, 4),
    decimal(item.recall, 4),
    String(item.truths),
    String(item.reachable),
    String(item.claims),
    String(item.falsePresent),
    String(item.falseAbsent),
    String(item.wrongValue),
    String(item.unmeasured),
    String(item.unknown),
  ]);
  const header = titles(
    'probe',
    'precision',
    'recall',
    'truths',
    'reachable',
    'claims',
    'false present',
    'false absent',
    'wrong value',
    'unmeasured',
    'unknown',
  );
  return table(header, rows);
}

function examTable(byProbe: ReadonlyMap<string, Ledger>, whole: Ledger): string[] {
  const cellOf = ({ right, of }: Ratio): string => (of === 0 ? '-' : `${right}/${of}`);
  const row = (name: string, figures: ExamFigures): string[] => [
    name,
    ...examColumns.map((column) => cellOf(figures[column])),
  ];
  const rows = [...byProbe].sort(([a], [b]) => (a < b ? -1 : 1)).map(([probe, item]) => row(probe, figuresOf(item)));
  const figures = figuresOf(whole);
  const shares = [say('share'), ...examColumns.map((column) => decimal(figures[column].share, 3))];
  return table(
    [...titles('right of'), ...examColumns.map((column) => say(column))],
    [...rows, row(say('all'), figures), shares],
  );
}

function reliabilityLines({ claims, bins, error, interval, brier }: Reliability): string[] {
  const filled = bins.filter((bin) => bin.claims > 0);
  const rows = filled.map((bin) => [
    `${bin.from.toFixed(1)}-${bin.to.toFixed(1)}`,
    String(bin.claims),
    decimal(bin.stated, 3),
    decimal(bin.right, 3),
  ]);
  const between =
    interval === null
      ? ''
      : say(' (95%: {low} to {high})', { low: interval.low.toFixed(3), high: interval.high.toFixed(3) });
  const score =
    brier === null
      ? '-'
      : say('{score}, best constant {constant}', {
          score: brier.score.toFixed(4),
          constant: brier.constant.toFixed(4),
        });
  return [
    ...table(titles('confidence', 'claims', 'stated', 'right'), rows),
    say('calibration error over {claims} claims: {error}{between}; Brier score {score}', {
      ...{ claims, error: decimal(error, 3) },
      ...{ between, score },
    }),
  ];
}

function mismatchLine({ kind, government, probe, expected, found, why }: Mismatch): string {
  const place = { kind: say(kind), government, probe };
  const sentence = say('{kind} {government} {probe}: expected {expected}, found {found}', {
    ...{ ...place, expected, found },
  });
  return why === null ? sentence : `${sentence} - ${why}`;
}
