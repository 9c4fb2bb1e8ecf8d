import type { IndicatorTree, Leaf } from './schema/indicators.ts';

/** A node of the indicator tree with its position. */
export interface TreePlace {
  readonly id: string;
  readonly name: string;
  /** 1 capability, 2 branch, 3 leaf. */
  readonly level: 1 | 2 | 3;
  readonly weight: number;
  readonly role: 'evaluated' | 'observed';
  /** Ids from the capability down to the node itself. */
  readonly ids: readonly string[];
  /** Path in `indicators.yaml`. */
  readonly path: readonly (string | number)[];
  readonly leaf: Leaf | null;
}

/** All nodes in document order, parents before their children. */
export function treeNodes(tree: IndicatorTree): TreePlace[] {
  return tree.capabilities.flatMap(({ id, name, weight, role, indicators }, place) => {
    const path = ['capabilities', place];
    const top: TreePlace = { id, name, level: 1, weight, role, ids: [id], path, leaf: null };
    return [top, ...indicators.flatMap((branch, index) => placeBranch(top, branch, index))];
  });
}

function placeBranch(
  top: TreePlace,
  branch: IndicatorTree['capabilities'][number]['indicators'][number],
  index: number,
): TreePlace[] {
  const { id, name, weight, indicators } = branch;
  const shared = { role: top.role };
  const middle: TreePlace = {
    ...shared,
    id,
    name,
    level: 2,
    weight,
    ids: [...top.ids, id],
    path: [...top.path, 'indicators', index],
    leaf: null,
  };
  return [
    middle,
    ...indicators.map(
      (leaf, place): TreePlace => ({
        ...shared,
        id: leaf.id,
        name: leaf.name,
        level: 3,
        weight: leaf.weight,
        ids: [...middle.ids, leaf.id],
        path: [...middle.path, 'indicators', place],
        leaf,
      }),
    ),
  ];
}

/** All leaves in document order. */
export function leaves(tree: IndicatorTree): Leaf[] {
  return treeNodes(tree).flatMap(({ leaf }) => (leaf ? [leaf] : []));
}
