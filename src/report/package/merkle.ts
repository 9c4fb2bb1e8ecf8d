import { createHash } from 'node:crypto';

/** SHA-256 values, 32 bytes each. */
export type Hash = Uint8Array;

/** Hash of a leaf (RFC 6962, section 2.1): a leading zero keeps leaves and nodes apart. */
export function leafHash(data: Uint8Array): Hash {
  return createHash('sha256').update(Uint8Array.of(0)).update(data).digest();
}

/** Hash of a node over its two children (RFC 6962, section 2.1). */
export function nodeHash(left: Hash, right: Hash): Hash {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** Root of the Merkle tree over hashes of leaves (RFC 6962, section 2.1); of none: the hash of no bytes. */
export function treeRoot(leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (first === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return first;
  const split = splitOf(leaves.length);
  return nodeHash(treeRoot(leaves.slice(0, split)), treeRoot(leaves.slice(split)));
}

/**
 * Inclusion proof of a leaf, lowest level first (RFC 6962, section 2.1.1).
 *
 * @throws RangeError for an index outside the tree.
 */
export function inclusionProof(leaves: readonly Hash[], index: number): Hash[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) {
    throw new RangeError(`expected a leaf of 0 to ${leaves.length - 1}, found ${index}`);
  }
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  return index < split
    ? [...inclusionProof(leaves.slice(0, split), index), treeRoot(leaves.slice(split))]
    : [...inclusionProof(leaves.slice(split), index - split), treeRoot(leaves.slice(0, split))];
}

/**
 * Proof that the tree over the first `size` leaves is the beginning of the tree over all
 * (RFC 6962, section 2.1.2). Empty for the whole tree and for no leaves.
 *
 * @throws RangeError for a size outside the tree.
 */
export function consistencyProof(leaves: readonly Hash[], size: number): Hash[] {
  if (!Number.isInteger(size) || size < 0 || size > leaves.length) {
    throw new RangeError(`expected a size of 0 to ${leaves.length}, found ${size}`);
  }
  return size === 0 || size === leaves.length ? [] : subproof(leaves, size, true);
}

function subproof(leaves: readonly Hash[], size: number, isWhole: boolean): Hash[] {
  if (size === leaves.length) return isWhole ? [] : [treeRoot(leaves)];
  const split = splitOf(leaves.length);
  return size <= split
    ? [...subproof(leaves.slice(0, split), size, isWhole), treeRoot(leaves.slice(split))]
    : [...subproof(leaves.slice(split), size - split, false), treeRoot(leaves.slice(0, split))];
}

/** Root that an inclusion proof leads to (RFC 9162, section 2.1.3.2); null for a proof of the wrong length. */
export function rootOfInclusion(leaf: Hash, index: number, size: number, proof: readonly Hash[]): Hash | null {
  if (index < 0 || index >= size) return null;
  let [position, last, root] = [index, size - 1, leaf];
  for (const node of proof) {
    if (last === 0) return null;
    if (position % 2 === 1 || position === last) {
      root = nodeHash(node, root);
      // A node without a sibling rises to the level where it is a right child.
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    } else root = nodeHash(root, node);
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : null;
}

/** Whether a consistency proof leads from one root to the other (RFC 9162, section 2.1.4.2). */
export function isConsistent(
  from: { readonly size: number; readonly root: Hash },
  to: { readonly size: number; readonly root: Hash },
  proof: readonly Hash[],
): boolean {
  if (from.size > to.size) return false;
  if (from.size === to.size) return proof.length === 0 && isSame(from.root, to.root);
  if (from.size === 0) return proof.length === 0;
  let [position, last] = [from.size - 1, to.size - 1];
  while (position % 2 === 1) [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  const rest = [...proof];
  const start = position === 0 ? from.root : rest.shift();
  if (start === undefined) return false;
  let [first, second] = [start, start];
  for (const node of rest) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      [first, second] = [nodeHash(node, first), nodeHash(node, second)];
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    } else second = nodeHash(second, node);
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 && isSame(first, from.root) && isSame(second, to.root);
}

function isSame(one: Hash, other: Hash): boolean {
  return Buffer.compare(one, other) === 0;
}

/** The largest power of two below a count of at least two. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}
