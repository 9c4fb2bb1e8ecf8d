import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { indicatorReference, pointInWords, valueFields } from '../../scripts/indicator-reference.ts';
import { leaves, loadPack } from '../../src/config/pack.ts';
import { presenceLevelSchema } from '../../src/model/finding.ts';
import { probes } from '../../src/probes/list.ts';

const pack = loadPack(path.resolve(import.meta.dirname, '../../config'));
const document = indicatorReference(pack, probes);

describe('the reference of indicators', () => {
  it.each(leaves(pack.tree).map((leaf) => [leaf.id, leaf] as const))('has a row and a section for %s', (id, leaf) => {
    expect(document).toContain(`| [${leaf.name}](#${id}) | ${leaf.weight} |`);
    const [, section = ''] = document.split(`\n## ${id}\n`);
    const own = section.split('\n## ')[0] ?? '';
    const probe = probes.find((one) => one.id === leaf.finding);
    expect(own).toContain(`\`${leaf.finding}\`, version ${probe?.version}`);
    expect(own).toContain(`| point | ${pointInWords(leaf.normalizer)} |`);
    for (const spot of probe?.about.blindSpots ?? ['no probe']) expect(own).toContain(`* ${spot}`);
  });

  it('says that a leaf without probe stays unknown', () => {
    const without = indicatorReference(
      pack,
      probes.filter(({ id }) => id !== 'one-thing'),
    );
    expect(without).toContain('no probe gives `one-thing`, so it is always unknown');
    expect(document).not.toContain('no probe gives');
  });

  it('lists the words of every intent that a probe seeks', () => {
    for (const intent of probes.flatMap(({ seeks }) => seeks)) expect(document).toContain(`\n| \`${intent}\` | `);
  });

  it('keeps cells in their table whatever they hold', () => {
    const [first, ...others] = probes;
    if (!first) throw new Error('no probe');
    const odd = { ...first, about: { ...first.about, measures: 'one | two\nthree' } };
    expect(indicatorReference(pack, [odd, ...others])).toContain('| one \\| two three |');
  });
});

describe('what a probe says of itself', () => {
  it.each(probes.map((probe) => [probe.id, probe] as const))('%s is complete', (_, { about, value }) => {
    for (const sentence of [about.measures, about.evidence, ...about.blindSpots])
      expect(sentence).toMatch(/^\S.{14,}\.$/u);
    expect(new Set(about.blindSpots).size).toBe(about.blindSpots.length);
    const fields = valueFields(value);
    expect(fields.filter(({ meaning }) => meaning === '')).toEqual([]);
    const graded = fields.some(({ path: field }) => field === 'level' || field === 'levels');
    expect(Object.keys(about.levels ?? {}).length > 0).toBe(graded);
  });

  it.each(
    leaves(pack.tree).flatMap((leaf) =>
      'key' in leaf.normalizer ? [[leaf.id, leaf.normalizer.key, leaf.finding]] : [],
    ),
  )('the normalizer of %s reads a field that is documented: %s', (_, key, finding) => {
    const probe = probes.find(({ id }) => id === finding);
    expect(valueFields(probe?.value ?? z.object({})).map(({ path: field }) => field)).toContain(key);
  });
});

describe('fields of a value', () => {
  it('are read from nested objects, lists and records, with their kinds', () => {
    const schema = z.object({
      level: presenceLevelSchema.nullable(),
      share: z.number().min(0).max(1).nullable().describe('A share.'),
      limit: z.object({ days: z.number().int().min(1) }).describe('A limit.'),
      lists: z.record(z.string(), z.object({ url: z.string().describe('Where.') })),
      lacking: z.array(z.object({ open: z.boolean() })),
    });
    expect(valueFields(schema)).toEqual([
      { path: 'level', kind: '`linked`, `reachable`, `working` or null', meaning: 'How far presence goes.' },
      { path: 'share', kind: 'number 0..1 or null', meaning: 'A share.' },
      { path: 'limit', kind: 'object', meaning: 'A limit.' },
      { path: 'limit.days', kind: 'whole number', meaning: '' },
      { path: 'lists', kind: 'object by name', meaning: '' },
      { path: 'lists.*.url', kind: 'text', meaning: 'Where.' },
      { path: 'lacking', kind: 'list of object', meaning: '' },
      { path: 'lacking[].open', kind: 'yes or no', meaning: '' },
    ]);
    expect(valueFields(z.string())).toEqual([]);
  });
});
