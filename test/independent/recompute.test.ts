import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DetectorRule, detect } from '../../scripts/scoring-quality/detector.ts';
import { countryOf, idealFindings, shippedPack } from '../../scripts/simulated-country/ideal.ts';
import { reportDocument } from '../../src/report/schema.ts';
import { Generator } from '../../src/scoring/uncertainty/generator.ts';
import { measureUncertainty } from '../../src/scoring/uncertainty/measure.ts';
import { reportOf } from '../report/country.ts';

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) process.stderr.write('python3 is missing: figures are not computed again in another language\n');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-independent-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rule: DetectorRule = {
  browser: true,
  unknownFindings: 0.1,
  unknownGovernments: 0.03,
  unproven: 0.4,
  confidence: [0.8, 0.99],
  sharedErrors: false,
  products: 6,
};

/** The whole simulated country as a made-up detector sees it, as report.json. */
function exported(browser: boolean, seed: number): unknown {
  const world = countryOf(2023, seed);
  const towns = [...world.towns()];
  const governments = towns.map(({ government }) => government);
  const generator = new Generator();
  generator.start(seed, 3, 0);
  const truth = towns.flatMap((town) => idealFindings(world, town));
  const findings = detect(governments, truth, { ...rule, browser }, generator);
  const input = reportOf(governments, findings, {}, shippedPack.tree);
  const settings = { ...shippedPack.analysis.uncertainty, draws: 200 };
  const uncertainty = measureUncertainty(input.assessment, governments, findings, settings);
  return reportDocument({ ...input, uncertainty });
}

const said = z.object({ compared: z.number(), differences: z.number() });

function recompute(document: unknown): { status: number | null; output: string } {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(document));
  const { status, stdout, stderr } = spawnSync('python3', [join(import.meta.dirname, 'recompute.py'), path], {
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

describe.skipIf(!python)('an independent computation from documents and exported data', () => {
  it.each([
    [true, 1],
    [false, 2],
  ])('agrees on points, scores, ranks, tiers, shares and bounds (browser %s, seed %i)', (browser, seed) => {
    const { status, output } = recompute(exported(browser, seed));
    expect(status, output).toBe(0);
    const { compared, differences } = said.parse(JSON.parse(output.split('\n')[0] ?? ''));
    expect(differences).toBe(0);
    expect(compared).toBeGreaterThan(50_000);
  });

  it('sees a single figure that was changed', () => {
    const document = z
      .looseObject({
        scores: z.array(z.looseObject({ points: z.array(z.looseObject({ point: z.number().nullable() })) })),
      })
      .parse(exported(true, 1));
    const [point] = document.scores[0]?.points ?? [];
    if (point !== undefined) point.point = (point.point ?? 0) / 2 + 0.01;
    const { status, output } = recompute(document);
    expect(status).toBe(1);
    expect(output).toContain('"differences": 1');
  });
});
