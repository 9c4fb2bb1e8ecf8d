// Measures the review queue on the simulated country beside its hidden truth, with rules that are wrong for
// whole products: under a made-up detector, or on a crawl and its truth sheet.
//
//   node scripts/queue-quality.ts
//   node scripts/queue-quality.ts --data DIR --truth FILE [--share 0.05] [--seeds 5] [--first 1] [--batches 8]
//       [--orders worth,random]
import { parseArgs } from 'node:util';
import { crawledCountry, madeUpCountry } from './queue-quality/country.ts';
import { type Mark, type Order, orders, race } from './queue-quality/race.ts';
import { seedErrors } from './queue-quality/seed-errors.ts';
import { careful } from './scoring-quality/vendor-error.ts';

const { values } = parseArgs({
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
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const crawled = values.data === '' ? null : await crawledCountry(values.data, values.truth);
const detector = { ...careful, confidence: [0.97, 0.999] as const, unknownFindings: 0.02, unproven: 0.1 };

const wanted = orders.filter((order) => values.orders.split(',').includes(order));
/** Marks of every seed, by order. */
const found = new Map<Order, Mark[][]>(wanted.map((order) => [order, []]));
const first = Number(values.first);
for (let seed = first; seed < first + Number(values.seeds); seed += 1) {
  const country = crawled ?? madeUpCountry(seed, detector);
  print(`${country.governments.length} ranked governments, ${country.findings.length} findings`);
  const seeded = seedErrors(country, Number(values.share), seed);
  print(`seed ${seed}: ${seeded.wrong.size} findings wrong by ${seeded.causes} rules`);
  for (const order of wanted) {
    const start = performance.now();
    const marks = race(country, seeded, order, Number(values.batches), seed);
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

for (const kind of ['shared', 'own'] as const) {
  const parts = (found.get('worth') ?? []).flatMap((marks) => marks.slice(1).map(({ outcomes }) => outcomes));
  const batches = Number(values.batches);
  const lines = Array.from({ length: batches }, (_, batch) => {
    const own = parts
      .filter((_, at) => at % batches === batch)
      .flat()
      .filter((one) => one.kind === kind);
    const expected = own.reduce((sum, one) => sum + one.expected, 0);
    return `${own.length}: ${expected.toFixed(1)}/${own.filter(({ wasWrong }) => wasWrong).length}`;
  });
  print(`${kind} claims judged: said wrong/were wrong, by batch: ${lines.join('  ')}`);
}
{
  const own = found.get('worth') ?? [];
  const lines = Array.from({ length: Number(values.batches) }, (_, batch) => {
    const f = own.map((marks) => marks[batch + 1]?.forecast);
    const sum = (of: (x: NonNullable<Mark['forecast']>) => number) => f.reduce((s, x) => s + (x ? of(x) : 0), 0);
    return `${sum((x) => x.settled.mean).toFixed(1)}/${sum((x) => x.done)} (${sum((x) => x.before.mean).toFixed(0)}/${sum((x) => x.was)})`;
  });
  print(`by batch: said/settled (doubt said/was): ${lines.join('  ')}`);
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
