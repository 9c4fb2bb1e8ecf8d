import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calibrationYaml } from '../../src/config/calibration.ts';
import { loadPack } from '../../src/config/pack.ts';
import { calibrationSchema } from '../../src/config/schema/calibration.ts';
import { TemporaryPack, usageMessage } from './temporary-pack.ts';

const pack = new TemporaryPack();
afterAll(() => pack.remove());

const point = '{ from: 0, right: 9, n: 10, interval: [0.6, 0.98], confidence: 0.85 }';
const text = `from: [{ world: some, claims: 10 }]
shrinkage: 20
own-curve: 50
present: { right: 9, n: 10, interval: [0.6, 0.98], curve: [${point}] }
absent: null
`;

describe('calibration.yaml', () => {
  it('is part of the pack and of its hash', () => {
    const before = loadPack(pack.directory);
    expect(before.calibration?.present).not.toBeNull();
    pack.write('calibration.yaml', text);
    const after = loadPack(pack.directory);
    expect(after.calibration?.present?.curve[0]?.confidence).toBe(0.85);
    expect(after.hash).not.toBe(before.hash);
  });

  it.each([
    [
      'right: 9, n: 10, interval: [0.6, 0.98], curve',
      'right: 11, n: 10, interval: [0.6, 0.98], curve',
      /line 4, present: expected no more right claims/,
    ],
    ['[0.6, 0.98], conf', '[0.98, 0.6], conf', /present\.curve\[0\]\.interval: expected the lower end/],
    [`[${point}]`, `[${point}, ${point}]`, /present\.curve: expected points with rising "from"/],
    [`[${point}]`, '[]', /present\.curve/],
    ['confidence: 0.85', 'confidence: 1.2', /confidence/],
    ['shrinkage: 20', 'shrinkage: 20\nsomething: 1', /something/],
  ])('names what is wrong: %s', (from, to, expected) => {
    pack.write('calibration.yaml', text.replace(from, to));
    expect(usageMessage(() => loadPack(pack.directory))).toMatch(expected);
  });

  it('may be missing: then findings state the strength that their probe gives', () => {
    pack.replace('pack.yaml', '  calibration: calibration.yaml\n', '');
    expect(loadPack(pack.directory).calibration).toBeNull();
  });

  it('reads back what was written, a point or probe a line', () => {
    const calibration = calibrationSchema.parse(parse(text));
    const more = calibrationSchema.parse({
      ...calibration,
      absent: { ...calibration.present, probes: { p: { right: 1, n: 2, interval: [0, 1] } } },
    });
    const written = calibrationYaml(more);
    expect(calibrationSchema.parse(parse(written))).toEqual(more);
    expect(written).toMatch(/^ {4}p: \{ right: 1, n: 2, interval: \[ 0, 1 \] \}$/m);
    expect(written).toMatch(/^ {4}- \{ from: 0, right: 9/m);
  });
});
