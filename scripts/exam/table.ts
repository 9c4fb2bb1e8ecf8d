import { table } from '../../src/cli/output.ts';
import type { Ratio, WorldResult } from './result.ts';

const header = [
  'world',
  'governments',
  'states right',
  'present right',
  'absent right',
  'decided',
  'levels',
  'counts',
  'shares',
  'calibration error',
  'Brier (constant)',
  'error by others',
  'Brier by others',
  'forbidden',
  'posted',
  'requests',
  'seconds',
];

const decimal = (value: number | null, digits = 3): string => (value === null ? '-' : value.toFixed(digits));
const withCount = ({ share, of }: Ratio): string => (of === 0 ? '-' : `${decimal(share)} (n ${of})`);

function row(result: WorldResult): string[] {
  const { absent, calibration, manners } = result;
  const { interval, brier } = calibration;
  const between = interval === null ? '' : ` (${decimal(interval.low, 2)}-${decimal(interval.high, 2)})`;
  return [
    result.world,
    String(result.governments),
    decimal(result.states.share),
    withCount(result.present),
    absent.of === 0 ? '-' : `${decimal(absent.share)} (${absent.of - absent.right} false of ${absent.of})`,
    decimal(result.decided.share),
    withCount(result.levels),
    withCount(result.counts),
    withCount(result.shares),
    `${decimal(calibration.error)}${between}`,
    brier === null ? '-' : `${decimal(brier.score)} (${decimal(brier.constant)})`,
    decimal(result.byOthers?.error ?? null),
    decimal(result.byOthers?.brier?.score ?? null),
    manners === null ? '-' : String(manners.robotsViolations),
    manners === null ? '-' : String(manners.mailboxPosts),
    manners === null ? '-' : String(manners.requests),
    result.seconds.toFixed(0),
  ];
}

/** One row per world. */
export function examTable(results: readonly WorldResult[]): string[] {
  return table(header, results.map(row));
}
