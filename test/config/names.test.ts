import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../src/config/pack.ts';
import { TemporaryPack } from './temporary-pack.ts';

let pack: TemporaryPack;
beforeEach(() => {
  pack = new TemporaryPack();
});
afterEach(() => pack.remove());

describe('names.yaml', () => {
  it('may be left out, and is no part of the hash of the pack', () => {
    const { hash } = loadPack(pack.directory);
    pack.replace('names.yaml', 'Hohhot', 'Huhehaote');
    const changed = loadPack(pack.directory);
    expect(changed.names.en?.governments.呼和浩特市).toBe('Huhehaote');
    expect(changed.hash).toBe(hash);
    pack.replace('pack.yaml', '  names: names.yaml\n', '');
    expect(loadPack(pack.directory).names).toEqual({});
  });

  it.each([
    [
      '呼和浩特市: Hohhot',
      '呼和浩特: Hohhot',
      /names\.yaml line \d+, en\.governments\.呼和浩特: expected the name of a government/u,
    ],
    ['municipality: Muni', 'city: Muni', /en\.groups\.city: expected the id of a group of the pack, found "city"/u],
    [
      '北京市: { name: Beijing, label: BJ }',
      '北京: { name: Beijing, label: BJ }',
      /en\.provinces\.北京: expected the name of a province/u,
    ],
    ['supply: Service supply', 'suply: Service supply', /en\.indicators\.suply: expected the id of an indicator/u],
    ['领先发展: Leading', '领先: Leading', /en\.tiers\.领先: expected the name of a tier/u],
    ['en:\n', 'English:\n', /names\.yaml.*expected a language tag such as en/u],
    ['label: BJ', 'label: ""', /names\.yaml line \d+/u],
  ])('with %s as %s is refused with a sentence', (from, to, message) => {
    pack.replace('names.yaml', from, to);
    expect(() => loadPack(pack.directory)).toThrow(message);
  });
});
