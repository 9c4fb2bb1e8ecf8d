import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  leafHash,
  rootOfInclusion,
  treeRoot,
} from '../../../src/report/package/merkle.ts';

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

/** Inputs and roots that implementations of Certificate Transparency test themselves with. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = inputs.map((input) => leafHash(Buffer.from(input, 'hex')));
const tree = fc
  .array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 40 })
  .map((data) => data.map(leafHash));

describe('Merkle tree', () => {
  it('has the roots that other implementations compute', () => {
    expect(roots.map((_, at) => hex(treeRoot(leaves.slice(0, at + 1))))).toEqual(roots);
    expect(hex(treeRoot([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('proves every leaf, and no other leaf by the same proof', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), (hashes, a, b) => {
        const index = a % hashes.length;
        const proof = inclusionProof(hashes, index);
        const root = hex(treeRoot(hashes));
        const leaf = hashes[index] ?? new Uint8Array();
        expect(hex(rootOfInclusion(leaf, index, hashes.length, proof) ?? new Uint8Array())).toBe(root);
        const other = leafHash(Buffer.from(`other ${b}`));
        expect(hex(rootOfInclusion(other, index, hashes.length, proof) ?? new Uint8Array())).not.toBe(root);
        expect(rootOfInclusion(leaf, index, hashes.length, [...proof, other])).not.toEqual(treeRoot(hashes));
      }),
    );
  });

  it('proves that an earlier tree is the beginning of a later one', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (hashes, a) => {
        const size = (a % hashes.length) + 1;
        const from = { size, root: treeRoot(hashes.slice(0, size)) };
        const to = { size: hashes.length, root: treeRoot(hashes) };
        const proof = consistencyProof(hashes, size);
        expect(isConsistent(from, to, proof)).toBe(true);
        const changed = { size, root: leafHash(Buffer.from('changed')) };
        expect(isConsistent(changed, to, proof)).toBe(false);
        if (size < hashes.length) expect(isConsistent(from, { ...to, root: changed.root }, proof)).toBe(false);
      }),
    );
  });

  it('refuses places outside the tree', () => {
    expect(() => inclusionProof(leaves, 8)).toThrow('expected a leaf of 0 to 7, found 8');
    expect(() => inclusionProof([], 0)).toThrow(RangeError);
    expect(() => consistencyProof(leaves, 9)).toThrow('expected a size of 0 to 8, found 9');
    expect(rootOfInclusion(leafHash(new Uint8Array()), 3, 3, [])).toBeNull();
  });
});
