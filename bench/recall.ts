import { refuse, scriptOptions, wholeNumber } from '../scripts/options.ts';
import { packProbes } from '../src/application/pack-probes.ts';
import { wordSections } from '../src/application/word-sections.ts';
import { loadPack } from '../src/config/pack.ts';
import { judge } from '../src/pipeline/judging/judge.ts';
import { readStored } from '../src/pipeline/judging/judge-stored.ts';
import { Store } from '../src/store/store.ts';
import { packFolder } from './pages/bench-pack.ts';

const usage = `How many of the present findings of a stored crawl the first requests of each visit would have given.

node bench/recall.ts --data FOLDER [options]
  --data FOLDER  data folder of a crawl
  --run ID       that run of it instead of the newest
  --every N      every Nth government only (default: 1)`;
const { values } = scriptOptions(usage, {
  options: { data: { type: 'string' }, run: { type: 'string' }, every: { type: 'string', default: '1' } },
});
if (values.data === undefined) refuse('expected --data with the folder of a crawl', usage);
const every = wholeNumber(usage, 'every', values.every, 1);
const budgets = [5, 10, 20, 40, 80, Number.POSITIVE_INFINITY];
const pack = loadPack(packFolder, wordSections);
const probes = packProbes(pack);
const { tree, knowledge, calibration } = pack;
const store = await Store.open(values.data, 'read');
const [newest] = await store.runs.list();
const run = values.run ?? newest?.id;
if (run === undefined) refuse(`no run is in ${values.data}`, usage);
const governments = (await store.runs.plan(run)).filter((_, index) => index % every === 0);
/** Per budget: present findings, those of them that the whole visit has too, and requests. */
const sums = budgets.map(() => ({ present: 0, kept: 0, working: 0, requests: 0 }));
let visits = 0;
let all = 0;
let allWorking = 0;
for (const government of governments) {
  const captures = await store.captures.list(run, government.code);
  if (captures.length === 0) continue;
  visits += 1;
  const { entries } = await readStored(store.evidence, { captures }, pack);
  const presentIn = (limit: number): Map<string, boolean> => {
    const seen = entries.slice(0, limit);
    const { findings } = judge({ government, entries: seen, unread: {}, probes, tree, knowledge, calibration });
    const present = findings.filter(({ state }) => state === 'present');
    return new Map(present.map(({ probe, value }) => [probe, JSON.stringify(value).includes('"level":"working"')]));
  };
  const whole = presentIn(entries.length);
  all += whole.size;
  allWorking += [...whole.values()].filter(Boolean).length;
  for (const [at, budget] of budgets.entries()) {
    const sum = sums[at];
    if (sum === undefined) continue;
    const limit = Math.min(budget, entries.length);
    const found = presentIn(limit);
    sum.present += found.size;
    sum.kept += [...found.keys()].filter((probe) => whole.has(probe)).length;
    sum.working += [...found].filter(([probe, working]) => working && whole.get(probe) === true).length;
    sum.requests += limit;
  }
}
await store.close();
process.stdout.write(`run ${run}, ${visits} visits, ${all} present findings, ${allWorking} of them working\n`);
process.stdout.write('first requests  mean used  recall of present  recall of working  present only early\n');
for (const [at, budget] of budgets.entries()) {
  const { present, kept, working, requests } = sums[at] ?? { present: 0, kept: 0, working: 0, requests: 0 };
  const cells = [
    (Number.isFinite(budget) ? String(budget) : 'all').padStart(14),
    (requests / visits).toFixed(1).padStart(10),
    (kept / all).toFixed(3).padStart(18),
    (working / allWorking).toFixed(3).padStart(18),
    String(present - kept).padStart(19),
  ];
  process.stdout.write(`${cells.join(' ')}\n`);
}
