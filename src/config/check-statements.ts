import type { Government } from '../model/government.ts';
import { checkOnce } from './check-once.ts';
import { clause } from './clause.ts';
import { quoteValue } from './read-text.ts';
import type { Complain } from './read-yaml.ts';
import type { IndicatorTree } from './schema/indicators.ts';
import type { PackMeta } from './schema/pack.ts';
import type { Statements } from './schema/statements.ts';
import { leaves, treeNodes } from './tree.ts';

/**
 * Checks that everything a statement refers to exists: conditions, probes, nodes, groups, regions,
 * provinces, tiers.
 */
export function checkStatements(
  value: Statements,
  complain: Complain,
  pack: { readonly meta: PackMeta; readonly tree: IndicatorTree; readonly governments: readonly Government[] },
): void {
  const known = {
    probe: new Set(leaves(pack.tree).map(({ finding }) => finding)),
    node: new Set(treeNodes(pack.tree).map(({ ids }) => ids.join('/'))),
    group: new Set(pack.meta.groups.map(({ id }) => id)),
    region: new Set(pack.meta.regions.map(({ id }) => id)),
    province: new Set(pack.governments.map(({ province }) => province)),
    tier: new Set([...pack.tree.tiers.letters, ...pack.tree.tiers.names]),
    condition: new Set(value.conditions.map(({ id }) => id)),
  };
  for (const list of ['conditions', 'statements'] as const) checkOnce(value[list], [list], complain);
  const need = (kind: keyof typeof known, name: string, path: readonly (string | number)[]) => {
    if (!known[kind].has(name)) complain(path, clause`expected ${kinds[kind]}, found ${quoteValue(name)}`);
  };
  for (const [index, { when, group, against }] of value.conditions.entries()) {
    if (group !== null) need('group', group, ['conditions', index, 'group']);
    if (against !== null) {
      need('node', against, ['conditions', index, 'against']);
      if (group === null)
        complain(
          ['conditions', index, 'against'],
          clause`expected a "group" beside "against", whose members are compared`,
        );
    }
    const at = ['conditions', index, 'when'];
    need('probe', when.probe, [...at, 'probe']);
    if (when.is === 'value' && when.without !== null) need('probe', when.without, [...at, 'without']);
  }
  for (const [index, statement] of value.statements.entries()) {
    const at = ['statements', index];
    for (const key of ['condition', 'region', 'province', 'tier', 'node'] as const) {
      const name = key in statement ? Reflect.get(statement, key) : null;
      if (typeof name === 'string') need(key, name, [...at, key]);
    }
    if (statement.kind === 'rate-gap') need('node', statement.than, [...at, 'than']);
    if ('group' in statement && statement.group !== null) need('group', statement.group, [...at, 'group']);
    if (statement.kind === 'governments')
      for (const [place, group] of statement.groups.entries()) need('group', group, [...at, 'groups', place]);
    const breaks = pack.tree.tiers.names.length - 1;
    if (statement.kind === 'break' && statement.position > breaks)
      complain([...at, 'position'], clause`expected a break from 1 to ${breaks}, found ${statement.position}`);
  }
}

const kinds = {
  probe: clause`a probe that feeds a leaf of the indicator tree`,
  node: clause`the path of a node of the indicator tree, such as capability/branch/leaf`,
  group: clause`a group of the pack`,
  region: clause`a region of the pack`,
  province: clause`a province of the registry`,
  tier: clause`the letter or name of a tier`,
  condition: clause`the id of a condition of this file`,
} as const;
