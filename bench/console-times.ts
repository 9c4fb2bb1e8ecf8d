import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse, scriptOptions, wholeNumber } from '../scripts/options.ts';
import { mainFile } from '../src/cli/context.ts';
import { addressesOf, archives } from './console/addresses.ts';
import { timesOf, timesTable } from './console/times.ts';

const usage = `How long the console takes to answer, for every page and every route of its interface.

node bench/console-times.ts --data FOLDER [options]
  --data FOLDER  data folder of a crawl; bench/year-of-nights.ts writes that of a whole year
  --url ADDRESS  a console that runs already, instead of --data
  --rounds N     requests of each address (default: 20)
  --each N       addresses of each route (default: 3)
  --settle N     seconds between the first requests and those that are measured (default: 20)
  --crawl        a crawl of a part of the simulated country writes into the folder meanwhile
  --rate N       requests a second during that crawl (default: 5)`;
const { values } = scriptOptions(usage, {
  options: {
    data: { type: 'string', default: '' },
    rounds: { type: 'string', default: '20' },
    each: { type: 'string', default: '3' },
    crawl: { type: 'boolean', default: false },
    rate: { type: 'string', default: '5' },
    settle: { type: 'string', default: '20' },
    url: { type: 'string', default: '' },
  },
});
if (values.data === '' && values.url === '') refuse('expected --data with the folder of a crawl', usage);
const numberOf = (option: 'each' | 'rate' | 'rounds' | 'settle'): number =>
  wholeNumber(usage, option, values[option], option === 'settle' ? 0 : 1);
const [each, settle, rounds] = [numberOf('each'), numberOf('settle'), numberOf('rounds')];
const rate = values.crawl ? numberOf('rate') : null;
const server =
  values.url === ''
    ? spawn(process.execPath, [mainFile, 'serve', '--json', '--port', '0', '--data', values.data], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    : null;
const origin = server === null ? values.url : await originOf(server.stdout);
const crawl = values.crawl
  ? spawn(process.execPath, [mainFile, 'crawl', '--sandbox', '--no-browser', '--sample', '60', '--data', values.data], {
      stdio: 'ignore',
    })
  : null;
try {
  const addresses = await addressesOf(origin, each);
  const first = await timesOf(origin, addresses, 1, null);
  print('first request of each', first);
  // Ranks are simulated and the queue is measured in the first seconds.
  await sleep(settle * 1000);
  const quick = addresses.filter(({ route }) => !archives.test(route));
  await timesOf(origin, quick, 1, null);
  print(
    values.crawl ? `during a crawl, ${rate} requests a second` : 'one after the other',
    await timesOf(origin, quick, rounds, rate),
  );
  if (crawl !== null)
    process.stdout.write(crawl.exitCode === null ? 'the crawl still runs\n' : 'the crawl has ended before\n');
} finally {
  for (const child of [crawl, server]) {
    if (child === null || child.exitCode !== null) continue;
    child.kill('SIGINT');
    await once(child, 'exit');
  }
}

function print(title: string, times: Awaited<ReturnType<typeof timesOf>>): void {
  process.stdout.write(`${title}\n${timesTable(times).join('\n')}\n\n`);
}

/** The address that a console prints when it answers. */
async function originOf(output: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const line of createInterface({ input: output })) {
    text += line;
    const found = /"console":\s*"(http:[^"]+)\/"/u.exec(text);
    if (found?.[1] !== undefined) return found[1];
  }
  throw new Error('the console did not start');
}
