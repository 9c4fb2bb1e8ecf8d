import type { Government } from '../../model/government.ts';
import { allocate } from './allocate.ts';
import { drawHash } from './draw-hash.ts';

/**
 * A sample of the scored governments: strata are group and region, each with its share and at least
 * one government where the sample is large enough; within a stratum the provinces take turns, in an
 * order by hash of the codes. The same registry gives the same sample on every night and machine,
 * whatever the order of its rows. A larger sample need not contain a smaller one.
 */
export function sampleGovernments(governments: readonly Government[], size: number): Government[] {
  const scored = governments.filter((government) => government.scored);
  const strata = [...Map.groupBy(scored, ({ group, region }) => JSON.stringify([group, region]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const counts = allocate(
    strata.map(([, members]) => members.length),
    size,
  );
  return strata.flatMap(([, members], index) => inTurns(members).slice(0, counts[index]));
}

/** Members in the order in which they are drawn: one of each province, then another, and so on. */
function inTurns(members: readonly Government[]): Government[] {
  const keyed = members.map((government) => ({ government, key: drawHash('sample', government.code) }));
  const placed = [...Map.groupBy(keyed, ({ government }) => government.province).values()].flatMap((ofProvince) =>
    ofProvince.sort((a, b) => a.key - b.key).map((item, turn) => ({ ...item, turn })),
  );
  return placed.sort((a, b) => a.turn - b.turn || a.key - b.key).map(({ government }) => government);
}
