import { refuse, scriptOptions, wholeNumber } from './options.ts';
import { crawledCountry, madeUpCountry } from './queue-quality/country.ts';
import { type Mark, type Order, orders, race } from './queue-quality/race.ts';
import { seedErrors } from './queue-quality/seed-errors.ts';
import { careful } from './scoring-quality/vendor-error.ts';

const usage = `What the review queue is worth on the simulated country beside its hidden truth, with rules that are wrong for
whole products: under a made-up detector, or on a crawl and its truth sheet.

node scripts/queue-quality.ts [options]
  --data FOLDER  data folder of a crawl, with --truth
  --truth FILE   truth sheet of that crawl
  --share N      share of the findings that are made wrong, from 0 to 1 (default: 0.05)
  --seeds N      how many countries or sets of errors (default: 5)
  --first N      seed of the first (default: 1)
  --batches N    batches of reviews (default: 8)
  --orders LIST  orders to compare, of ${orders.join(', ')} (default: all)`;
const { values } = scriptOptions(usage, {
  options: {
    data: { type: 'string', default: '' },
    truth: { type: 'string', default: '' },
    share: { type: 'string', default: '0.05' },
    seeds: { type: 'string', default: '5' },
    first: { type: 'string', default: '1' },
    batches: { type: 'string', default: '8' },
    orders: { type: 'string', default: orders.join(',') },
  },
});
if ((values.data === '') !== (values.truth === '')) refuse('--data and --truth belong together', usage);
const share = Number(values.share);
if (values.share.trim() === '' || !(share >= 0 && share <= 1))
  refuse(`--share must be a number from 0 to 1, not "${values.share}"`, usage);
const seeds = wholeNumber(usage, 'seeds', values.seeds, 1);
const first = wholeNumber(usage, 'first', values.first);
const batches = wholeNumber(usage, 'batches', values.batches, 1);
const wanted = orders.filter((order) => values.orders.split(',').includes(order));
if (wanted.length === 0) refuse(`--orders must name some of ${orders.join(', ')}, not "${values.orders}"`, usage);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const crawled = values.data === '' ? null : await crawledCountry(values.data, values.truth);
const detector = { ...careful, confidence: [0.97, 0.999] as const, unknownFindings: 0.02, unproven: 0.1 };

/** Marks of every seed, by order. */
const found = new Map<Order, Mark[][]>(wanted.map((order) => [order, []]));
for (let seed = first; seed < first + seeds; seed += 1) {
  const country = crawled ?? madeUpCountry(seed, detector);
  print(`${country.governments.length} ranked governments, ${country.findings.length} findings`);
  const seeded = seedErrors(country, share, seed);
  print(`seed ${seed}: ${seeded.wrong.size} findings wrong by ${seeded.causes} rules`);
  for (const order of wanted) {
    const start = performance.now();
    const marks = race(country, seeded, order, batches, seed);
    found.get(order)?.push(marks);
    print(`  ${order.padEnd(10)} ${marks.map(line).join('  ')}  (${Math.round(performance.now() - start)} ms)`);
  }
}

print('tiers settled, mean of the seeds (in brackets: by breaks found anew), and findings looked at');
for (const [order, runs] of found) print(`  ${order.padEnd(10)} ${summaryOf(runs)}`);
const forecasts = (found.get('worth') ?? []).flatMap((marks) => marks.flatMap(({ forecast }) => forecast ?? []));
const said = forecasts.reduce((sum, { settled }) => sum + settled.mean, 0);
const done = forecasts.reduce((sum, one) => sum + one.done, 0);
print(`forecast of all batches ${said.toFixed(1)} tiers, settled ${done}`);
const stops = (found.get('worth') ?? []).map((marks) => marks.findIndex(({ stop }) => stop));
print(`first advice to stop before batch: ${stops.map((at) => (at < 0 ? 'none' : String(at))).join(', ')}`);

const byWorth = found.get('worth') ?? [];
print(`forecast and settled tiers by batch, doubt stated and true before it: ${stepLines(byWorth, forecastLine)}`);
for (const kind of ['shared', 'own'] as const)
  print(
    `${kind} claims judged by batch, expected wrong and wrong: ${stepLines(byWorth, (marks) => claimLine(marks, kind))}`,
  );

/** One text for each batch of all seeds. */
function stepLines(runs: readonly (readonly Mark[])[], of: (marks: readonly Mark[]) => string): string {
  const steps = (runs[0] ?? []).map((_, step) => step).slice(1);
  return steps.map((step) => of(runs.flatMap((marks) => marks[step] ?? []))).join('  ');
}

function forecastLine(marks: readonly Mark[]): string {
  const own = marks.flatMap(({ forecast }) => forecast ?? []);
  const sum = (of: (one: (typeof own)[number]) => number): number => own.reduce((total, one) => total + of(one), 0);
  const doubt = `${sum(({ before }) => before.mean).toFixed(0)}/${sum(({ was }) => was)}`;
  return `${sum(({ settled }) => settled.mean).toFixed(1)}/${sum(({ done }) => done)} (${doubt})`;
}

function claimLine(marks: readonly Mark[], kind: 'shared' | 'own'): string {
  const own = marks.flatMap(({ outcomes }) => outcomes.filter((one) => one.kind === kind));
  const expected = own.reduce((total, one) => total + one.expected, 0);
  return `${own.length}: ${expected.toFixed(1)}/${own.filter(({ wasWrong }) => wasWrong).length}`;
}

function summaryOf(runs: readonly (readonly Mark[])[]): string {
  const mean = (values: readonly number[]): string =>
    (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1);
  const steps = (runs[0] ?? []).map((_, step) => step).slice(1);
  return steps
    .map((step) => {
      const own = runs.map((marks) => ({ first: marks[0], now: marks[step] }));
      const settled = mean(own.map(({ first, now }) => (first?.wrong ?? 0) - (now?.wrong ?? 0)));
      const ruled = mean(own.map(({ first, now }) => (first?.ruled ?? 0) - (now?.ruled ?? 0)));
      return `${own[0]?.now?.decisions}: ${settled} (${ruled}) ${mean(own.map(({ now }) => now?.looks ?? 0))}`;
    })
    .join('   ');
}

function line({ decisions, looks, wrong, ruled, forecast, stop }: Mark): string {
  const said =
    forecast === null
      ? ''
      : ` [${forecast.before.mean.toFixed(0)}/${forecast.was}: ${forecast.settled.mean.toFixed(1)}/${forecast.done}]`;
  return `${decisions}/${looks}:${wrong}(${ruled})${said}${stop ? ' stop' : ''}`;
}
