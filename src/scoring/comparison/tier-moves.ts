import type { Tiering, TierPlace } from '../tiers.ts';
import { type Change, changeOf } from './change.ts';

export interface TierSizeChange {
  readonly letter: string;
  /** Name in the later edition, else in the earlier one. */
  readonly name: string;
  readonly size: Change;
}

/** A government that is in another tier, or another level of the same tier, than before. */
export interface TierMove {
  readonly government: string;
  readonly from: TierPlace;
  readonly to: TierPlace;
  readonly direction: 'rose' | 'fell';
  /** Breaks between tiers that were crossed, by their place from the top: 1 lies between the best tier and the next. Empty for a move of level. */
  readonly crossed: readonly number[];
}

/** Who crossed one break. */
export interface BreakCrossing {
  /** 1 lies between the best tier and the next. */
  readonly position: number;
  readonly above: string;
  readonly below: string;
  readonly rose: readonly string[];
  readonly fell: readonly string[];
}

export interface TierComparison {
  readonly sizes: readonly TierSizeChange[];
  /** Governments that changed tier, in the order of the later ranking. */
  readonly tierMoves: readonly TierMove[];
  /** Governments that changed level inside their tier. */
  readonly levelMoves: readonly TierMove[];
  readonly crossings: readonly BreakCrossing[];
  /** Governments with the same tier and level in both. */
  readonly stayed: number;
  /** Governments with a tier in the later edition only, and in the earlier one only. */
  readonly entered: readonly string[];
  readonly gone: readonly string[];
}

/**
 * Tier sizes and moves between two editions. Tiers are matched by letter in the order of the later rule. A tier that the earlier rule
 * does not have has no size there, and a government in it is counted as entered or gone. Sizes are over each whole edition, moves over the
 * governments that have a tier in both.
 */
export function compareTiers(before: Tiering, after: Tiering): TierComparison {
  const letters = after.rule.letters;
  const sizeIn = (tiering: Tiering, letter: string): number | null => {
    if (tiering.tiers.length === 0 || !tiering.rule.letters.includes(letter)) return null;
    return tiering.tiers.find((tier) => tier.letter === letter)?.size ?? 0;
  };
  const tierMoves: TierMove[] = [];
  const levelMoves: TierMove[] = [];
  const entered: string[] = [];
  let stayed = 0;
  for (const { government } of after.curve) {
    const from = before.places[government];
    const to = after.places[government];
    if (to === undefined) continue;
    if (from === undefined || !letters.includes(from.letter)) {
      entered.push(government);
      continue;
    }
    const move = moveOf(government, from, to, letters, [levelsOf(before), levelsOf(after)]);
    if (move === null) stayed += 1;
    else if (move.crossed.length > 0) tierMoves.push(move);
    else levelMoves.push(move);
  }
  return {
    sizes: letters.map((letter, index) => ({
      letter,
      name: after.rule.names[index] ?? letter,
      size: changeOf(sizeIn(before, letter), sizeIn(after, letter)),
    })),
    tierMoves,
    levelMoves,
    crossings: letters.slice(1).map((below, index) => {
      const position = index + 1;
      const over = tierMoves.filter(({ crossed }) => crossed.includes(position));
      const codes = (direction: TierMove['direction']) =>
        over.flatMap((move) => (move.direction === direction ? [move.government] : []));
      return { position, above: letters[index] ?? '', below, rose: codes('rose'), fell: codes('fell') };
    }),
    stayed,
    entered,
    gone: before.curve.flatMap(({ government }) =>
      before.places[government] !== undefined && after.places[government] === undefined ? [government] : [],
    ),
  };
}

/** Place of every level label inside its tier, best first. */
function levelsOf({ tiers }: Tiering): ReadonlyMap<string, number> {
  return new Map(tiers.flatMap(({ levels }) => levels.map(({ label }, position) => [label, position] as const)));
}

function moveOf(
  government: string,
  from: TierPlace,
  to: TierPlace,
  letters: readonly string[],
  [levelsBefore, levelsAfter]: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>],
): TierMove | null {
  const start = letters.indexOf(from.letter);
  const end = letters.indexOf(to.letter);
  if (start !== end) {
    const crossed = Array.from({ length: Math.abs(end - start) }, (_, step) => Math.min(start, end) + step + 1);
    return { government, from, to, direction: end < start ? 'rose' : 'fell', crossed };
  }
  const lower = (levelsAfter.get(to.level) ?? 0) - (levelsBefore.get(from.level) ?? 0);
  if (from.level === to.level || lower === 0) return null;
  return { government, from, to, direction: lower < 0 ? 'rose' : 'fell', crossed: [] };
}
