import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../src/config/pack.ts';
import { defaultAnalysis } from '../../src/config/schema/analysis.ts';
import { TemporaryPack, usageMessage } from './temporary-pack.ts';

let pack: TemporaryPack;
beforeEach(() => {
  pack = new TemporaryPack();
});
afterEach(() => pack.remove());

describe('statements.yaml', () => {
  it.each([
    ['probe: smart-qa }', 'probe: smart-qq }', 'conditions[2].when.probe: expected a probe that feeds a leaf'],
    [
      'condition: smart-qa,',
      'condition: smart-qq,',
      'condition: expected the id of a condition of this file, found "smart-qq"',
    ],
    ['region: 西部', 'region: 西北', 'region: expected a region of the pack, found "西北"'],
    ['province: 广东省', 'province: 广东', 'province: expected a province of the registry, found "广东"'],
    ['tier: A', 'tier: S', 'tier: expected the letter or name of a tier, found "S"'],
    ['than: response', 'than: responses', 'than: expected the path of a node'],
    ['position: 3', 'position: 4', 'position: expected a break from 1 to 3, found 4'],
    ['group: province,', 'group: provinces,', 'group: expected a group of the pack, found "provinces"'],
    ['    group: province\n', '    group: provincial\n', 'conditions[9].group: expected a group of the pack'],
    ['against: data-driven', 'against: data', 'conditions[9].against: expected the path of a node'],
    ['    group: province\n', '', 'conditions[9].against: expected a "group" beside "against"'],
    ['groups: [province]', 'groups: [provinces]', 'groups[0]: expected a group of the pack'],
    ['id: smart-qa-share', 'id: smart-search-share', 'expected an id used once'],
    ['published: { value: 44.08 }', 'published: { decimals: 2 }', 'expected a published figure'],
    ['compare: { below: 10 }', 'compare: { under: 10 }', 'conditions[6].when.compare'],
  ])('%s as %s is one clear error', (from, to, message) => {
    pack.replace('statements.yaml', from, to);
    const found = usageMessage(() => loadPack(pack.directory));
    expect(found).toContain('statements.yaml line ');
    expect(found).toContain(message);
  });

  it('may be left out', () => {
    pack.replace('pack.yaml', '  statements: statements.yaml\n', '');
    expect(loadPack(pack.directory).statements).toBeNull();
  });
});

describe('analysis.yaml', () => {
  it('ships what holds by default, and the share of wrong measures that worlds show', () => {
    const { uncertainty, ...others } = defaultAnalysis;
    expect(loadPack(pack.directory).analysis).toEqual({
      ...others,
      uncertainty: { ...uncertainty, 'wrong-measures': 0.1 },
    });
  });

  it('may be left out, in parts or as a whole', () => {
    pack.write('analysis.yaml', 'uncertainty: { draws: 500, weights: null }\n');
    const { uncertainty, sensitivity } = loadPack(pack.directory).analysis;
    expect(uncertainty).toEqual({ ...defaultAnalysis.uncertainty, draws: 500, weights: null });
    expect(sensitivity).toEqual(defaultAnalysis.sensitivity);
    pack.replace('pack.yaml', '  analysis: analysis.yaml\n', '');
    expect(loadPack(pack.directory).analysis).toEqual(defaultAnalysis);
  });

  it.each([
    ['draws: 10000', 'draws: many', 'uncertainty.draws: expected number, found "many"'],
    ['interval: [0.05, 0.95]', 'interval: [0.95, 0.05]', 'expected a lower and a higher share'],
    ['concentration: 50', 'concentration: 0', 'uncertainty.weights'],
    ['breaks: redrawn', 'breaks: new', 'uncertainty.breaks: expected'],
  ])('%s as %s is one clear error', (from, to, message) => {
    pack.replace('analysis.yaml', from, to);
    const found = usageMessage(() => loadPack(pack.directory));
    expect(found).toContain('analysis.yaml line ');
    expect(found).toContain(message);
  });
});

describe('the reference region', () => {
  it('is one at most', () => {
    pack.replace('pack.yaml', 'name: 中部地区 }', 'name: 中部地区, reference: true }');
    expect(usageMessage(() => loadPack(pack.directory))).toContain(
      'regions[1].reference: expected one reference region, "东部" is one above',
    );
  });
});
