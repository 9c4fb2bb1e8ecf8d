import type { Measure, Normalizer, Term } from '../config/schema/indicators.ts';
import { presenceLevels } from '../model/finding.ts';
import { dayLength } from '../model/time.ts';
import { settle } from './settle.ts';

/** What a point lies between, 0..1; alike where it is settled. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Nothing is known of the point. */
export const openBounds: Bounds = { low: 0, high: 1 };

/**
 * `missing`: the value does not hold the measure. `conflict`: it holds something that the measure
 * cannot be read from.
 */
export type Reading = Bounds | 'missing' | 'conflict';

type Value = Readonly<Record<string, unknown>>;

/**
 * Reads the point of a present finding's value.
 * @param day ISO day or moment that ages are counted from; null: freshness is not known.
 */
export function readNormalizer(normalizer: Normalizer, value: Value | null, day: string | null): Reading {
  if (normalizer.kind === 'boolean') return exactly(1);
  if (normalizer.kind === 'weighted') return readTerms(normalizer.terms, value ?? {}, day);
  return readMeasure(normalizer, value ?? {}, day);
}

/** One measure of a normalizer, what the value holds for it, and what that is worth. */
export interface MeasuredPart {
  readonly measure: Measure;
  /** Share of the leaf; 1 where the normalizer has no terms. */
  readonly weight: number;
  /** Presence levels at which the part is asked for; null: at all. */
  readonly levels: readonly string[] | null;
  /** What the value holds under the key, by name for a key with `*`; undefined: nothing. */
  readonly held: unknown;
  /** What it holds under the key of what is proven in any case; null where there is no such key. */
  readonly proven: { readonly key: string; readonly held: unknown } | null;
  /** Of a checklist: what was found, what nothing can be said of, and the rest; else null. */
  readonly items: ChecklistItems | null;
  readonly reading: Reading;
}

export interface ChecklistItems {
  readonly found: readonly string[];
  readonly unclear: readonly string[];
  readonly missing: readonly string[];
}

/**
 * The parts that a normalizer reads, each by itself: how a point is made up. Empty for `boolean`,
 * which reads nothing.
 * @param day as for `readNormalizer`
 */
export function readParts(normalizer: Normalizer, value: Value | null, day: string | null): MeasuredPart[] {
  if (normalizer.kind === 'boolean') return [];
  const own = value ?? {};
  if (normalizer.kind !== 'weighted') {
    const reading = readMeasure(normalizer, own, day);
    return [{ measure: normalizer, weight: 1, levels: null, ...heldFor(normalizer, own), reading }];
  }
  const whole = normalizer.terms.reduce((sum, { weight }) => sum + weight, 0);
  return normalizer.terms.map((term) => ({
    measure: term.measure,
    weight: term.weight / whole,
    levels: term.levels ?? null,
    ...heldFor(term.measure, own),
    reading: readTerm(term, own, day),
  }));
}

function heldFor(measure: Measure, value: Value): Pick<MeasuredPart, 'held' | 'proven' | 'items'> {
  const provenKey = 'proven' in measure ? measure.proven : undefined;
  const proven = provenKey === undefined ? null : { key: provenKey, held: lookUp(value, provenKey) };
  if (measure.kind === 'checklist') {
    const held = lookUp(value, measure.key);
    return { held, proven, items: itemsOf(measure, held ?? proven?.held, value) };
  }
  const star = measure.key.indexOf('.*');
  if (star < 0) return { held: lookUp(value, measure.key), proven, items: null };
  const entries = lookUp(value, measure.key.slice(0, star));
  if (typeof entries !== 'object' || entries === null) return { held: undefined, proven, items: null };
  const rest = measure.key.slice(star + 3);
  const read = (entry: unknown): unknown => (rest === '' ? entry : lookUp(entry, rest));
  const held = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, read(entry)]));
  return { held, proven, items: null };
}

/** Null where nothing is stated of the items. */
function itemsOf({ items, unclear }: Of<'checklist'>, held: unknown, value: Value): ChecklistItems | null {
  const wanted = new Set(items);
  const found = held === undefined || held === null ? null : wordsIn(held, wanted);
  if (found === null) return null;
  const open = (unclear === undefined ? null : wordsIn(lookUp(value, unclear), wanted)) ?? new Set();
  const isOpen = (item: string): boolean => open.has(item) && !found.has(item);
  return {
    found: items.filter((item) => found.has(item)),
    unclear: items.filter(isOpen),
    missing: items.filter((item) => !found.has(item) && !isOpen(item)),
  };
}

function exactly(point: number): Bounds {
  return { low: point, high: point };
}

function readTerms(terms: readonly Term[], value: Value, day: string | null): Reading {
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  let low = 0;
  let high = 0;
  let isAnyKnown = false;
  for (const term of terms) {
    const reading = readTerm(term, value, day);
    if (reading === 'conflict') return 'conflict';
    if (reading !== 'missing') isAnyKnown = true;
    const bounds = reading === 'missing' ? openBounds : reading;
    low += (term.weight / whole) * bounds.low;
    high += (term.weight / whole) * bounds.high;
  }
  return isAnyKnown ? { low: settle(low), high: settle(high) } : 'missing';
}

function readTerm({ measure, levels, missing }: Term, value: Value, day: string | null): Reading {
  const level = value.level ?? null;
  const isBelow = levels !== undefined && level !== null && !levels.some((one) => one === level);
  if (isBelow) return exactly(0);
  const found = readMeasure(measure, value, day);
  // Without a level it is open whether the term is asked for, and whether its measure was tried.
  if (levels !== undefined && level === null) return typeof found === 'string' ? found : { low: 0, high: found.high };
  return found === 'missing' && missing !== undefined ? exactly(missing) : found;
}

function readMeasure(measure: Measure, value: Value, day: string | null): Reading {
  const star = measure.key.indexOf('.*');
  if (star < 0) return readHeld(measure, lookUp(value, measure.key), value, day);
  const entries = lookUp(value, measure.key.slice(0, star)) ?? {};
  const rest = measure.key.slice(star + 3);
  const readings = Object.values(entries)
    .map((entry) => readHeld(measure, rest === '' ? entry : lookUp(entry, rest), value, day))
    .filter((reading) => reading !== 'missing');
  if (readings.includes('conflict')) return 'conflict';
  const known = readings.filter((reading) => typeof reading !== 'string');
  if (known.length === 0) return 'missing';
  return { low: settle(meanOf(known.map(({ low }) => low))), high: settle(meanOf(known.map(({ high }) => high))) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function lookUp(value: unknown, path: string): unknown {
  let held = value;
  for (const name of path.split('.')) {
    if (typeof held !== 'object' || held === null || !Object.hasOwn(held, name)) return undefined;
    held = Reflect.get(held, name);
  }
  return held;
}

function readHeld(measure: Measure, held: unknown, value: Value, day: string | null): Reading {
  const isMissing = held === undefined || held === null;
  switch (measure.kind) {
    case 'key':
      return isMissing ? 'missing' : exactly(held === false ? 0 : 1);
    case 'ladder':
      return isMissing ? provenStep(measure, value) : pointOr(climb(measure.steps, held));
    case 'ratio':
      if (isMissing) return 'missing';
      return typeof held === 'number' && held >= 0 && held <= 1 ? exactly(held) : 'conflict';
    case 'capped-count':
      return isMissing ? provenCount(measure, value) : pointOr(worthOfCount(held, measure.cap));
    case 'checklist':
      return readChecklist(measure, isMissing ? null : held, value);
    case 'freshness':
      return isMissing || day === null ? 'missing' : pointOr(worthOfAge(measure, held, day));
  }
}

function pointOr(point: number | null): Reading {
  return point === null ? 'conflict' : exactly(point);
}

type Of<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

function provenStep({ steps, proven }: Of<'ladder'>, value: Value): Reading {
  const low = proven === undefined ? null : climb(steps, lookUp(value, proven));
  return low === null ? 'missing' : { low, high: Math.max(low, ...Object.values(steps)) };
}

function provenCount({ cap, proven }: Of<'capped-count'>, value: Value): Reading {
  const low = proven === undefined ? null : worthOfCount(lookUp(value, proven), cap);
  return low === null ? 'missing' : { low, high: 1 };
}

/**
 * The step's own worth, else that of the nearest lower presence level that has one, else 0; null
 * for a word that is no step.
 */
function climb(steps: Readonly<Record<string, number>>, held: unknown): number | null {
  if (typeof held !== 'string' && typeof held !== 'boolean') return null;
  const step = String(held);
  if (Object.hasOwn(steps, step)) return steps[step] ?? null;
  const height = (presenceLevels as readonly string[]).indexOf(step);
  if (height < 0) return null;
  for (let lower = height - 1; lower >= 0; lower -= 1) {
    const worth = steps[presenceLevels[lower] ?? ''];
    if (worth !== undefined) return worth;
  }
  return 0;
}

function worthOfCount(held: unknown, cap: number): number | null {
  if (typeof held !== 'number' || !Number.isFinite(held) || held < 0) return null;
  return Math.log1p(Math.min(held, cap)) / Math.log1p(cap);
}

function readChecklist({ items, proven, unclear }: Of<'checklist'>, held: unknown, value: Value): Reading {
  const wanted = new Set(items);
  const complete = held !== null;
  const source = complete ? held : proven === undefined ? null : (lookUp(value, proven) ?? null);
  if (source === null) return 'missing';
  const found = wordsIn(source, wanted);
  if (found === null) return 'conflict';
  const open = unclear === undefined ? undefined : lookUp(value, unclear);
  const doubted = open === undefined || open === null ? new Set<string>() : wordsIn(open, wanted);
  if (doubted === null) return 'conflict';
  const low = found.size / wanted.size;
  // Without a list of what is unclear, everything that was not seen may be there.
  if (!complete && unclear === undefined) return { low, high: 1 };
  return { low, high: new Set([...found, ...doubted]).size / wanted.size };
}

/** The wanted words in a list, or among the keys of a record; null for anything else. */
function wordsIn(held: unknown, wanted: ReadonlySet<string>): Set<string> | null {
  if (typeof held !== 'object' || held === null) return null;
  const words: readonly unknown[] = Array.isArray(held) ? held : Object.keys(held);
  return new Set(words.filter((word): word is string => typeof word === 'string' && wanted.has(word)));
}

function worthOfAge(measure: Of<'freshness'>, held: unknown, day: string): number | null {
  const [then, now] = [typeof held === 'string' ? Date.parse(held) : Number.NaN, Date.parse(day.slice(0, 10))];
  if (Number.isNaN(then) || Number.isNaN(now)) return null;
  const [fresh, stale] = [measure['fresh-days'], measure['stale-days']];
  const age = (now - then) / dayLength;
  return settle(Math.min(1, Math.max(0, (stale - age) / (stale - fresh))));
}
