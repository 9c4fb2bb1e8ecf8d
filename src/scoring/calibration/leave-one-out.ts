import { type Claim, type Reliability, reliabilityOf } from '../evaluation/reliability.ts';
import { measuredConfidence } from './apply.ts';
import { type Case, fitCalibration } from './fit.ts';

/** How a world's claims are stated by a calibration that was measured on all others. */
export interface LeftOut {
  readonly world: string;
  readonly reliability: Reliability;
}

/**
 * Each world by the others' calibration, in the order of their names; nothing where there are fewer
 * than two.
 */
export function leaveOneOut(cases: readonly Case[]): LeftOut[] {
  const worlds = [...new Set(cases.map(({ world }) => world))].sort();
  if (worlds.length < 2) return [];
  return worlds.map((world) => {
    const calibration = fitCalibration(cases.filter((item) => item.world !== world));
    const claims = cases
      .filter((item) => item.world === world)
      .map(({ government, probe, state, score, right }): Claim => {
        const strength = state === 'absent' ? score % 1 : score;
        return {
          government,
          probe,
          confidence: measuredConfidence(calibration, state, probe, score) ?? strength,
          right,
        };
      });
    return { world, reliability: reliabilityOf(claims) };
  });
}
