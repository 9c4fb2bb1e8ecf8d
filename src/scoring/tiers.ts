import { z } from 'zod';
import { tierRuleSchema } from '../config/schema/indicators.ts';
import type { Immutable } from '../model/immutable.ts';
import { countSchema, knownNumberSchema } from '../model/number-schemas.ts';
import { breakRemarkSchema, chooseBreaks } from './breaks.ts';
import { compareCodes } from './rank.ts';
import { settle } from './settle.ts';

export type TierRule = Immutable<z.infer<typeof tierRuleSchema>>;

const curvePointSchema = z.object({
  /** 1..n, the place in the sorted list (equal scores in the order of their codes). */
  place: countSchema,
  government: z.string(),
  score: z.number(),
  /** Score minus that of the next place; null for the last one. */
  difference: knownNumberSchema,
});
/** One government on the curve of sorted totals, best first. */
export type CurvePoint = Immutable<z.infer<typeof curvePointSchema>>;

export const breakSchema = z.object({
  /** Number of governments above the break. */
  after: countSchema,
  /** The last government above it. */
  government: z.string(),
  score: z.number(),
  nextScore: z.number(),
  difference: z.number(),
  remark: breakRemarkSchema.nullable(),
});
export type Break = Immutable<z.infer<typeof breakSchema>>;

export const levelSchema = z.object({
  /** Letter and suffix: `A+`. */
  label: z.string(),
  size: countSchema,
  /** The lowest score that belongs to it under an equal-width cut; null for equal counts. */
  from: knownNumberSchema,
});

export const tierSchema = z.object({
  name: z.string(),
  letter: z.string(),
  size: countSchema,
  /** First and last place. */
  from: countSchema,
  to: countSchema,
  highest: z.number(),
  lowest: z.number(),
  /** Best first; one entry without suffix for a tier that is not split. */
  levels: z.array(levelSchema),
});
export type Tier = Immutable<z.infer<typeof tierSchema>>;

export const tierPlaceSchema = z.object({
  letter: z.string(),
  name: z.string(),
  /** Label of the level: `A+`, or the bare letter. */
  level: z.string(),
});
export type TierPlace = Immutable<z.infer<typeof tierPlaceSchema>>;

export const tieringSchema = z.object({
  rule: tierRuleSchema,
  curve: z.array(curvePointSchema),
  /**
   * Empty when the scores do not differ often enough for all the tiers; then nobody is given a
   * tier.
   */
  breaks: z.array(breakSchema),
  tiers: z.array(tierSchema),
  /** By code. */
  places: z.record(z.string(), tierPlaceSchema),
});
export type Tiering = Immutable<z.infer<typeof tieringSchema>>;

/**
 * Sorts the totals, differences them, breaks them into tiers and splits tiers into levels.
 *
 * All tiers or none: with fewer different scores than tiers (few governments, or all equal)
 * differencing says nothing, and a name such as 领先 would be an invention. The curve is returned in
 * any case.
 *
 * Levels, `equal-width`: the span between the tier's highest and lowest score in equal parts, a
 * score on a cut belongs to the better level. This fits the published 2019 figures (A tier 79.91 to
 * 84.80, cuts 83.17 and 81.54, rank 6 still A+), equal counts do not. `equal-count`: places in
 * equal parts, larger parts first, equal scores kept together. A tier without any spread is all
 * middle level.
 */
export function divideIntoTiers(
  totals: readonly { readonly government: string; readonly score: number }[],
  rule: TierRule,
): Tiering {
  const sorted = [...totals].sort((a, b) => b.score - a.score || compareCodes(a.government, b.government));
  const curve = sorted.map(({ government, score }, index): CurvePoint => {
    const next = sorted[index + 1];
    return { place: index + 1, government, score, difference: next ? settle(score - next.score) : null };
  });
  const differences = curve.flatMap(({ difference }) => (difference === null ? [] : [difference]));
  const chosen = chooseBreaks(differences, rule.names.length - 1, rule.breaks);
  if (chosen === null) return { rule, curve, breaks: [], tiers: [], places: {} };
  const breaks = chosen.flatMap(({ after, remark }): Break[] => {
    const above = curve[after - 1];
    const below = curve[after];
    if (above === undefined || below === undefined) return [];
    const { government, score, difference } = above;
    return [{ after, government, score, nextScore: below.score, difference: difference ?? 0, remark }];
  });
  const places: Record<string, TierPlace> = {};
  const ends = [...breaks.map(({ after }) => after), curve.length];
  const tiers = rule.names.flatMap((name, index): Tier[] => {
    const from = index === 0 ? 1 : (ends[index - 1] ?? 0) + 1;
    const members = curve.slice(from - 1, ends[index]);
    const [first] = members;
    const last = members.at(-1);
    if (first === undefined || last === undefined) return [];
    const letter = rule.letters[index] ?? name;
    const isSplit = rule.levels.tiers.includes(letter) || rule.levels.tiers.includes(name);
    const suffixes = isSplit && rule.levels.suffixes.length > 0 ? rule.levels.suffixes : [''];
    const levels = suffixes.map((suffix) => ({ label: letter + suffix, size: 0, from: null as number | null }));
    const height = (first.score - last.score) / levels.length;
    if (rule.levels.cut === 'equal-width' && height > 0) {
      for (const [position, level] of levels.entries()) {
        const isLast = position === levels.length - 1;
        level.from = isLast ? last.score : settle(first.score - height * (position + 1));
      }
    }
    let previous: { score: number; position: number } | null = null;
    for (const [order, member] of members.entries()) {
      let position: number;
      if (height === 0) position = Math.floor((levels.length - 1) / 2);
      else if (rule.levels.cut === 'equal-width')
        position = levels.findIndex(({ from }) => member.score >= (from ?? 0));
      else if (previous?.score === member.score) position = previous.position;
      else position = partOf(order, members.length, levels.length);
      previous = { score: member.score, position };
      const level = levels[position];
      if (level === undefined) throw new Error(`no level for ${member.government}`);
      level.size += 1;
      places[member.government] = { letter, name, level: level.label };
    }
    const to = from + members.length - 1;
    return [{ name, letter, size: members.length, from, to, highest: first.score, lowest: last.score, levels }];
  });
  return { rule, curve, breaks, tiers, places };
}

/**
 * Which of `parts` equal parts the place belongs to; sizes differ by at most one, larger parts
 * first.
 */
function partOf(order: number, size: number, parts: number): number {
  const small = Math.floor(size / parts);
  const large = size % parts;
  const inLarge = large * (small + 1);
  return order < inLarge ? Math.floor(order / (small + 1)) : large + Math.floor((order - inLarge) / small);
}
