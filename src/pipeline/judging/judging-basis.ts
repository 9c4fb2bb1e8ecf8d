import { createHash } from 'node:crypto';
import type { Pack } from '../../config/pack.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import { dayLength } from '../../model/time.ts';
import type { Probe } from '../../probes/contract.ts';
import { agedPage } from '../../reading/page.ts';
import { toolVersion } from '../../version.ts';
import { type JudgeInput, judge } from './judge.ts';

/**
 * Hash over all that the findings of a visit rest on besides its captures: the tool, the
 * configuration, the probes and their versions, the row of the registry, and whether there was a
 * browser.
 */
export function basisKey(options: {
  pack: Pick<Pack, 'hash'>;
  probes: readonly Probe[];
  government: Government;
  hasBrowser: boolean;
}): string {
  const { pack, probes, government, hasBrowser } = options;
  const parts = [toolVersion, pack.hash, probes.map(({ id, version }) => [id, version]), government, hasBrowser];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Until when the captures of a visit give the same findings, in milliseconds since the epoch; null
 * when they would not even on the next night. Some judges measure age against the time of a
 * capture, so the same bytes may mean something else a week later: what they find is judged once
 * more as if it were then. A finding that ages does so at one date and does not come back; it is
 * therefore the same all the time between when it is the same at the end.
 */
export function stableUntil(input: JudgeInput, findings: readonly Finding[], now: number, days: number): number | null {
  const probes = input.probes.filter(({ ages }) => ages === true);
  const aging = new Set(probes.map(({ id }) => id));
  const found = JSON.stringify(findings.filter(({ probe }) => aging.has(probe)));
  for (const span of [days, Math.min(days, 1.5)]) {
    if (span <= 0) return null;
    const entries = input.entries.map((entry) => olderBy(entry, span * dayLength));
    const later = judge({ ...input, probes, entries }).findings.filter(({ probe }) => aging.has(probe));
    if (JSON.stringify(later) === found) return now + span * dayLength;
  }
  return null;
}

function olderBy(
  { capture, page }: JudgeInput['entries'][number],
  milliseconds: number,
): JudgeInput['entries'][number] {
  const later = { ...capture, time: new Date(Date.parse(capture.time) + milliseconds).toISOString() };
  return { capture: later, page: page === null ? null : agedPage(page, later) };
}
