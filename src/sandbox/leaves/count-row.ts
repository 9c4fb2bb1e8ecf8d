import type { Government } from '../../model/government.ts';
import { countValue } from '../../model/values/count.ts';
import { type Row, rowsOf } from './leaf.ts';
import { platformSites } from './open-data-platform.ts';

const { present, absent } = rowsOf(countValue);

/**
 * A count of what a platform offers, null without a platform; if it offers none, it may say
 * "present, 0" or "absent, 0".
 */
export function countRow(count: number | null, government: Government): Row {
  if (count === null) return absent(['portal'], { count: 0 });
  const row = present(platformSites(government), { count });
  return count === 0 ? { ...row, states: ['present', 'absent'] } : row;
}
