import type { LeftOut } from '../../scoring/calibration/leave-one-out.ts';
import { table } from '../output.ts';
import { say, titles } from '../say.ts';

/** How well each world's confidence fits when the others measured it. */
export function leftOutTable(worlds: readonly LeftOut[]): string[] {
  const decimal = (value: number | undefined | null, digits = 3): string => value?.toFixed(digits) ?? '-';
  const rows = worlds.map(({ world, reliability: { claims, error, interval, brier } }) => [
    world,
    String(claims),
    decimal(error),
    interval === null ? '-' : say('{low} to {high}', { low: decimal(interval.low), high: decimal(interval.high) }),
    decimal(brier?.score, 4),
    decimal(brier?.constant, 4),
  ]);
  return table(titles('world', 'claims', 'calibration error', '95%', 'Brier score', 'best constant'), rows);
}
