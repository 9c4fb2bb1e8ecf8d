import type { Calibration, CalibrationPoint } from '../../config/schema/calibration.ts';
import type { Finding } from '../../model/finding.ts';

/** Nothing that was measured a few hundred times is stated as certain. */
const surest = 0.995;

/**
 * Score of an absence that the thing's own place states (`content` is then the only route): above
 * that of all routes together.
 */
const ownPlace = 5;

/**
 * The raw score of a claim, which only says which of two claims is the surer: the strength that the
 * probe gives; for an absent finding that names the routes that were tried and missed, their number
 * goes first.
 */
export function rawScore({ state, confidence, routes = [] }: Finding): number {
  const strength = Math.min(confidence, 0.999);
  if (state !== 'absent') return strength;
  return (routes.length === 1 && routes[0] === 'content' ? ownPlace : routes.length) + strength;
}

/** What a curve says of a raw score; below its first point it says what that one says. */
export function onCurve(curve: readonly CalibrationPoint[], score: number): number {
  let stated = curve[0]?.confidence ?? 0;
  for (const point of curve) if (point.from <= score) stated = point.confidence;
  return stated;
}

/**
 * The confidence that a calibration gives a claim of a probe; null where no such claim was
 * measured.
 */
export function measuredConfidence(
  calibration: Calibration,
  state: 'present' | 'absent',
  probe: string,
  score: number,
): number | null {
  const measured = calibration[state];
  if (measured === null) return null;
  const stated = onCurve(measured.probes[probe]?.curve ?? measured.curve, score);
  return Math.round(Math.max(1 - surest, Math.min(surest, stated)) * 1000) / 1000;
}

/**
 * The finding with the confidence that was measured for claims like it. Findings that claim
 * nothing, and all findings where the pack has no calibration, stay as they are.
 */
export function calibrated(finding: Finding, calibration: Calibration | null): Finding {
  const { state, probe } = finding;
  if (calibration === null || (state !== 'present' && state !== 'absent')) return finding;
  const confidence = measuredConfidence(calibration, state, probe, rawScore(finding));
  return confidence === null ? finding : { ...finding, confidence };
}
