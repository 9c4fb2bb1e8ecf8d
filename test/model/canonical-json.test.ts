import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, textHash } from '../../src/model/canonical-json.ts';

describe('canonical JSON', () => {
  test('is read back as what was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer(), { noNullPrototype: true }), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(record));
      }),
    );
  });

  test('sorts keys by code units, not as numbers, and leaves out what has no value', () => {
    expect(canonicalJson({ b: undefined, '10': 1, '9': [undefined, { z: 1, a: '证据' }] })).toBe(
      '{"10":1,"9":[null,{"a":"证据","z":1}]}',
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol('x')])('refuses %s', (value) => {
    expect(() => canonicalJson([value])).toThrow(TypeError);
  });

  test('is hashed as sha256sum would', () => {
    expect(textHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
