// The examination: crawls worlds and recorded pages written by others, compares the findings with
// their truth, and prints one row each. Exits with status 1 if a figure is below its floor
// (test/worlds/floors.yaml) or the crawl broke the rules of a guest.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from '../src/pipeline/crawl/browser/find-chromium.ts';
import { calibratePack, withOthers } from './exam/calibration.ts';
import { examine } from './exam/examine.ts';
import { readFloors, shortfalls } from './exam/floors.ts';
import type { WorldResult } from './exam/result.ts';
import { saveToday } from './exam/save.ts';
import { examTable } from './exam/table.ts';
import { findWorlds, type World } from './exam/worlds.ts';
import { refuse, scriptOptions } from './options.ts';

const root = path.resolve(import.meta.dirname, '..');

const usage = `npm run exam -- [options]
  --world NAME    this world only; may be given several times
  --no-browser    without a browser
  --list          every disagreement with the truth
  --json FILE     writes all figures to a file as well
  --keep DIR      keeps data folder and server statistics of each world under DIR/NAME
  --calibrate     measures config/calibration.yaml anew on these worlds
  --save          writes docs/accuracy-today.json, from which \`npm run docs\` makes docs/accuracy.md`;

function readOptions() {
  const { values } = scriptOptions(usage, {
    options: {
      world: { type: 'string', multiple: true },
      'no-browser': { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      json: { type: 'string' },
      keep: { type: 'string' },
      calibrate: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
    },
  });
  return values;
}

function chosen(names: readonly string[] | undefined): World[] {
  const all = findWorlds(root);
  if (names === undefined) return all;
  return names.map((name) => {
    const world = all.find((item) => item.name === name);
    if (world === undefined)
      refuse(`there is no world ${name}; there are ${all.map((item) => item.name).join(', ') || 'none'}`, usage);
    return world;
  });
}

async function main(): Promise<number> {
  const options = readOptions();
  const worlds = chosen(options.world);
  const browser = !options['no-browser'] && findChromium(process.env) !== null;
  if (!browser && !options['no-browser']) process.stderr.write('exam: no browser was found; going on without\n');
  const floors = readFloors(path.join(root, 'test/worlds/floors.yaml'));
  const home = options.keep === undefined ? mkdtempSync(path.join(tmpdir(), 'govprobe-exam-')) : options.keep;
  mkdirSync(home, { recursive: true });
  let results: WorldResult[] = [];
  try {
    for (const world of worlds) {
      process.stderr.write(`exam: ${world.name} ...\n`);
      const { result, mismatches } = await examine(world, { root, folder: path.resolve(home, world.name), browser });
      results.push(result);
      if (!options.list) continue;
      for (const { kind, government, probe, expected, found, why } of mismatches)
        process.stdout.write(
          `${world.name} ${kind} ${government} ${probe}: expected ${expected}, found ${found}${why ? ` - ${why}` : ''}\n`,
        );
    }
    results = await withOthers(root, worlds, home, results);
    if (options.calibrate) await calibratePack(root, worlds, home);
  } finally {
    if (options.keep === undefined) rmSync(home, { recursive: true, force: true });
  }
  process.stdout.write(`${examTable(results).join('\n')}\n`);
  if (options.json !== undefined)
    writeFileSync(options.json, `${JSON.stringify({ browser, worlds: results }, null, 2)}\n`);
  if (options.save) saveToday(root, results, browser);
  const short = results.flatMap((result) => shortfalls(result, floors, browser));
  for (const sentence of short) process.stdout.write(`short: ${sentence}\n`);
  return short.length === 0 ? 0 : 1;
}

process.exitCode = await main();
