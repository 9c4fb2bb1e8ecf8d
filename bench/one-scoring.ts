import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadPack, type Pack } from '../src/config/pack.ts';
import type { Finding } from '../src/model/finding.ts';
import type { Government } from '../src/model/government.ts';
import { assess } from '../src/scoring/assess.ts';
import type { Point } from '../src/scoring/point.ts';
import { leavesOf } from '../src/scoring/tree.ts';
import { Generator } from '../src/scoring/uncertainty/generator.ts';
import { measureUncertainty } from '../src/scoring/uncertainty/measure.ts';
import { measureSensitivity } from '../src/scoring/uncertainty/sensitivity.ts';

/**
 * Measures one part of scoring in this process and prints the cost as one line of JSON: `assess`
 * scores, ranks and tiers synthetic governments; `uncertainty` and `sensitivity` use the
 * governments of the registry.
 */
const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'assess' },
    governments: { type: 'string', default: '100000' },
    draws: { type: 'string', default: '10000' },
  },
});

const unknownShare = 0.05;
const random = new Generator();
random.start(1, 0, 0);

/**
 * Points of a government of random quality, every twentieth unknown, and findings with usual
 * confidence.
 */
function synthesize(pack: Pack, { code }: Government): { points: Point[]; findings: Finding[] } {
  const quality = random.uniform();
  const findings: Finding[] = [];
  const points = leavesOf(pack.tree).map(({ id, finding }): Point => {
    const worth = Math.round(Math.min(1, 0.6 * quality + 0.5 * random.uniform()) * 20) / 20;
    const isKnown = random.uniform() >= unknownShare;
    const confidence = isKnown ? 0.8 + 0.19 * random.uniform() : 0;
    const state = isKnown ? 'present' : 'unknown';
    findings.push({
      government: code,
      probe: finding,
      version: 1,
      state,
      value: null,
      confidence,
      reason: null,
      evidence: [],
    });
    const rule = isKnown ? 'ratio' : 'estimated';
    return {
      leaf: id,
      finding,
      point: isKnown ? worth : null,
      low: isKnown ? worth : 0,
      high: isKnown ? worth : 1,
      state,
      reason: isKnown ? null : 'blocked',
      rule,
      carriedDays: null,
    };
  });
  return { points, findings };
}

const pack = loadPack(join(import.meta.dirname, '..', 'config'));
const registry = pack.governments;
const governments =
  values.part === 'assess'
    ? Array.from({ length: Number(values.governments) }, (_, index): Government => {
        const like = registry[index % registry.length];
        if (like === undefined) throw new Error('the registry is empty');
        return { ...like, code: String(1_000_000 + index) };
      })
    : registry;
const made = governments.map((government) => synthesize(pack, government));
const points = new Map(governments.map(({ code }, index) => [code, made[index]?.points ?? []]));
const findings = made.flatMap((one) => one.findings);
const settings = { ...pack.analysis.uncertainty, draws: Number(values.draws) };

/** Seconds of wall clock and CPU time, and memory of heap and process. */
function measure(name: string, work: () => unknown): Record<string, number> {
  const before = process.resourceUsage();
  const began = performance.now();
  const result = work();
  const seconds = (performance.now() - began) / 1000;
  const after = process.resourceUsage();
  if (result === undefined) throw new Error('nothing was computed');
  return {
    [`${name}Seconds`]: seconds,
    [`${name}CpuSeconds`]: (after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime) / 1e6,
    [`${name}PeakMiB`]: after.maxRSS / 1024,
    [`${name}MoreMiB`]: (after.maxRSS - before.maxRSS) / 1024,
  };
}

const { uncertainty, sensitivity } = pack.analysis;
const parts: Readonly<Record<string, () => Record<string, number>>> = {
  assess: () => measure(`assess${governments.length}`, () => assess(pack.tree, governments, points)),
  uncertainty: () => {
    const assessment = assess(pack.tree, governments, points);
    return measure(`uncertainty${settings.draws}`, () =>
      measureUncertainty(assessment, governments, findings, settings),
    );
  },
  sensitivity: () => {
    const assessment = assess(pack.tree, governments, points);
    return measure('sensitivity', () =>
      measureSensitivity(assessment, governments, findings, uncertainty, sensitivity),
    );
  },
};
const part = parts[values.part];
if (part === undefined) throw new Error(`--part: expected ${Object.keys(parts).join(', ')}, found ${values.part}`);
process.stdout.write(`${JSON.stringify(part())}\n`);
