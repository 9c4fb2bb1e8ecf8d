import { z } from 'zod';
import { clause } from './clause.ts';
import type { Path } from './describe-issue.ts';
import { quoteValue } from './read-text.ts';
import type { Complain } from './read-yaml.ts';
import type { IndicatorTree, Leaf, Measure } from './schema/indicators.ts';
import { treeNodes } from './tree.ts';

/** Schema of the value that each probe measures, by probe id. */
export type ProbeValues = ReadonlyMap<string, z.ZodType>;

/**
 * Checks that every leaf names a probe, and that its normalizer reads keys and words that the
 * probe's value has: a mistyped key would leave the leaf unknown for everybody without a word.
 */
export function checkMeasures(tree: IndicatorTree, values: ProbeValues, complain: Complain): void {
  for (const { leaf, path } of treeNodes(tree)) {
    if (leaf === null) continue;
    const value = values.get(leaf.finding);
    if (value === undefined) {
      const expected = [...values.keys()].sort().join(', ');
      complain([...path, 'finding'], clause`expected one of ${expected}, found ${quoteValue(leaf.finding)}`);
      continue;
    }
    const shape = shapeSchema.parse(z.toJSONSchema(value, { io: 'output', unrepresentable: 'any' }));
    for (const [measure, place] of measuresOf(leaf)) {
      checkMeasure(measure, leaf.finding, shape, (keys, what) => complain([...path, ...place, ...keys], what));
    }
  }
}

/** The part of a JSON schema that keys and words are looked up in. */
interface Shape {
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly additionalProperties?: Shape | boolean | undefined;
  readonly propertyNames?: Shape | undefined;
  readonly items?: Shape | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
}

const shapeSchema: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    properties: z.record(z.string(), shapeSchema).optional(),
    additionalProperties: z.union([z.boolean(), shapeSchema]).optional(),
    propertyNames: shapeSchema.optional(),
    items: shapeSchema.optional(),
    anyOf: z.array(shapeSchema).optional(),
    enum: z.array(z.unknown()).optional(),
  }),
);

function measuresOf({ normalizer }: Leaf): (readonly [Measure, Path])[] {
  if (normalizer.kind === 'boolean') return [];
  if (normalizer.kind !== 'weighted') return [[normalizer, ['normalizer']]];
  return normalizer.terms.map(({ measure }, index) => [measure, ['normalizer', 'terms', index, 'measure']]);
}

function checkMeasure(measure: Measure, probe: string, value: Shape, complain: Complain): void {
  const held = checkKey('key', measure.key, probe, value, complain);
  for (const name of ['proven', 'unclear'] as const) {
    const key = name in measure ? Reflect.get(measure, name) : undefined;
    if (typeof key === 'string') checkKey(name, key, probe, value, complain);
  }
  const known = held === null ? null : wordsOf(held);
  if (known === null) return;
  const words =
    measure.kind === 'ladder' ? Object.keys(measure.steps) : measure.kind === 'checklist' ? measure.items : [];
  for (const [index, word] of words.entries()) {
    if (known.has(word)) continue;
    const place = measure.kind === 'ladder' ? ['steps', word] : ['items', index];
    complain(place, clause`expected one of ${[...known].join(', ')}, found ${quoteValue(word)}`);
  }
}

/** The part of a value that a key names; null after a complaint. */
function checkKey(name: string, key: string, probe: string, value: Shape, complain: Complain): Shape | null {
  const held = key
    .split('.')
    .reduce<Shape | null>((shape, part) => (shape === null ? null : below(shape, part)), value);
  if (held !== null) return held;
  const expected = Object.keys(value.properties ?? {}).join(', ');
  complain([name], clause`expected a key of what ${probe} measures (${expected}), found ${quoteValue(key)}`);
  return null;
}

function variantsOf(shape: Shape): readonly Shape[] {
  return shape.anyOf === undefined ? [shape] : shape.anyOf.flatMap(variantsOf);
}

function below(shape: Shape, part: string): Shape | null {
  for (const { properties, additionalProperties: entries } of variantsOf(shape)) {
    const named = properties !== undefined && Object.hasOwn(properties, part) ? properties[part] : undefined;
    if (named !== undefined) return named;
    if (part === '*' && typeof entries === 'object') return entries;
  }
  return null;
}

/** The words that a value may be, hold in a list, or have as its keys; null where they are free. */
function wordsOf(shape: Shape): ReadonlySet<string> | null {
  const words = variantsOf(shape).flatMap(({ enum: own, items, propertyNames }) => [
    ...(own ?? []),
    ...(items === undefined ? [] : (wordsOf(items) ?? [])),
    ...(propertyNames === undefined ? [] : (wordsOf(propertyNames) ?? [])),
  ]);
  return words.length === 0 ? null : new Set(words.map(String));
}
