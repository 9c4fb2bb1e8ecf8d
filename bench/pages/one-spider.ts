// spider-rs, whose package is no dependency of the project: crawls every host and counts pages.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { peersFolder } from './contenders.ts';
import { hostAddress } from './make-page.ts';

interface Website {
  crawl(): Promise<void>;
  getLinks(): readonly string[];
}
const moduleSchema = z.object({
  Website: z.custom<new (url: string) => Website>((value) => typeof value === 'function'),
});

const { values } = parseArgs({ options: { hosts: { type: 'string' }, port: { type: 'string' } } });
const load = createRequire(join(peersFolder(), 'package.json'));
const { Website } = moduleSchema.parse(load('@spider-rs/spider-rs'));
const sites = Array.from(
  { length: Number(values.hosts) },
  (_, host) => new Website(`http://${hostAddress(host)}:${values.port}/`),
);
await Promise.all(sites.map((site) => site.crawl()));
const pages = sites.reduce((sum, site) => sum + site.getLinks().length, 0);
process.stdout.write(`${JSON.stringify({ pages })}\n`);
process.exit(0);
