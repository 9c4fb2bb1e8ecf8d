import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, scriptOptions, wholeNumber } from '../scripts/options.ts';
import { Store } from '../src/store/store.ts';
import { storeYear } from './console/year.ts';

const usage = `Writes a year of nights into a new data folder, from a folder with one finished crawl of the country.

node bench/year-of-nights.ts --from FOLDER --to FOLDER [options]
  --from FOLDER  data folder with a crawl
  --to FOLDER    folder that holds no data yet
  --nights N     nights to write (default: 365)
  --captures N   captures of a visit that change in a night (default: 14)`;
const { values } = scriptOptions(usage, {
  options: {
    from: { type: 'string', default: '' },
    to: { type: 'string', default: '' },
    nights: { type: 'string', default: '365' },
    captures: { type: 'string', default: '14' },
  },
});
const { from, to } = values;
if (from === '' || to === '' || existsSync(join(to, 'govprobe.sqlite')))
  refuse('expected --from a data folder with a crawl, and --to a folder that holds no data yet', usage);
const nights = wholeNumber(usage, 'nights', values.nights, 1);
const captures = wholeNumber(usage, 'captures', values.captures);
mkdirSync(to, { recursive: true });
const source = await Store.open(from, 'read');
await source.copyDatabase(join(to, 'govprobe.sqlite'));
await source.close();
for (const part of ['evidence', 'logs', 'pages']) if (existsSync(join(from, part))) link(part);

const store = await Store.open(to, 'write');
const began = performance.now();
await storeYear(store, {
  ...{ nights, captures },
  stored: (written) => void (written % 20 === 0 && process.stderr.write(`${written} nights\n`)),
});
await store.close();
const bytes = statSync(join(to, 'govprobe.sqlite')).size;
const seconds = Math.round((performance.now() - began) / 1000);
process.stdout.write(`${nights} nights in ${seconds} s, a database of ${Math.round(bytes / 1e6)} MB\n`);

/** Files of evidence never change, so that both folders can hold the same ones; logs grow and are copied. */
function link(part: string): void {
  for (const entry of readdirSync(join(from, part), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const folder = join(to, entry.parentPath.slice(from.length));
    mkdirSync(folder, { recursive: true });
    const [path, copy] = [join(entry.parentPath, entry.name), join(folder, entry.name)];
    if (part === 'evidence') linkSync(path, copy);
    else copyFileSync(path, copy);
  }
}
