import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shippedPack } from '../../scripts/simulated-country/ideal.ts';
import { leaves as leavesOf } from '../../src/config/tree.ts';
import { probes } from '../../src/probes/list.ts';
import { type Leaf, rowsOf } from '../../src/sandbox/leaves/leaf.ts';
import { leaves, type TownTruth } from '../../src/sandbox/leaves/list.ts';
import { bareTruth, everything, fullTruth, townOf } from './towns.ts';

const all: readonly Leaf<TownTruth>[] = leaves;
const { government } = townOf();

const valueSchema = z.object({
  level: z.enum(['linked', 'working']),
  count: z.number().nullable(),
  limit: z.object({ days: z.number(), unit: z.string() }).nullable(),
  lists: z.record(z.string(), z.object({ items: z.number(), url: z.string() })),
  names: z.array(z.string()),
});
const { present, absent } = rowsOf(valueSchema);

describe('the leaves of the simulated country', () => {
  it('are those of the shipped tree, one for each finding', () => {
    const findings = new Set(leavesOf(shippedPack.tree).map(({ finding }) => finding));
    expect(all.map(({ probe }) => probe).sort()).toEqual([...findings].sort());
  });

  it('draw a fact each under a name of its own', () => {
    const facts = leaves.flatMap((leaf) => ('fact' in leaf ? [leaf.fact] : []));
    expect(new Set(facts).size).toBe(facts.length);
    expect(facts.sort()).toEqual(Object.keys(bareTruth).sort());
  });

  it('say of a town without facts that everything is absent', () => {
    for (const leaf of all) expect(leaf.row(bareTruth, government).states, leaf.probe).toEqual(['absent']);
  });

  it('say of a town with all facts what the schema of their own probe knows', () => {
    for (const leaf of all) {
      const { states, value } = leaf.row({ ...fullTruth, ...everything }, government);
      expect(states, leaf.probe).toEqual(['present']);
      const schema = probes.find(({ id }) => id === leaf.probe)?.value;
      if (!(schema instanceof z.ZodObject)) throw new Error(`${leaf.probe} has no fields`);
      expect(Object.keys(schema.shape), leaf.probe).toEqual(expect.arrayContaining(Object.keys(value ?? {})));
    }
  });
});

describe('a row of the truth sheet', () => {
  // `tsc` fails when one of the lines below a directive compiles.
  it('is checked where it is written', () => {
    expect(present(['portal'])).toEqual({ states: ['present'], sites: ['portal'] });
    expect(absent(['portal'], { count: 0 })).toEqual({ states: ['absent'], sites: ['portal'], value: { count: 0 } });
    // @ts-expect-error a level that the schema does not know
    expect(() => present(['portal'], { level: 'wroking' })).toThrow(z.ZodError);
    // @ts-expect-error a field that the schema does not know
    expect(() => present(['portal'], { level: 'working', cuont: 1 })).toThrow(z.ZodError);
    // @ts-expect-error nothing may be null that the schema does not let be null
    expect(() => present(['portal'], { level: null })).toThrow(z.ZodError);
    // @ts-expect-error a site that no town has
    present(['shop']);
  });

  it('may leave out fields at any depth', () => {
    const value = { lists: { power: { items: 3 } }, limit: { days: 5 } };
    expect(present(['portal'], value).value).toEqual(value);
    expect(present(['portal'], { limit: null, names: [] }).value).toEqual({ limit: null, names: [] });
  });

  it.each([
    { limit: { days: '5' } },
    { limit: { dyas: 5 } },
    { lists: { power: { items: 3, itmes: 4 } } },
    { names: [1] },
    { count: 'many' },
    [],
    'present',
  ])('refuses %j that came around the compiler', (wrong) => {
    const build: (sites: readonly 'portal'[], value: never) => unknown = present;
    expect(() => build(['portal'], wrong as never)).toThrow(z.ZodError);
  });

  it('keeps the order of its fields', () => {
    expect(Object.keys(present(['portal'], { count: 1, level: 'working' }).value ?? {})).toEqual(['count', 'level']);
  });
});
