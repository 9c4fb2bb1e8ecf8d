// undici and htmlparser2 alone: fetches all pages of the farm, and reads title and links.
import { parseArgs } from 'node:util';
import { Parser } from 'htmlparser2';
import PQueue from 'p-queue';
import { Agent, request } from 'undici';
import { hostAddress } from './make-page.ts';

const { values } = parseArgs({ options: { hosts: { type: 'string' }, port: { type: 'string' } } });
const dispatcher = new Agent({ connections: 6, keepAliveTimeout: 20_000 });
const queue = new PQueue({ concurrency: 64 });
const seen = new Set<string>();
let pages = 0;

function linksOf(html: string): string[] {
  const links: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'a' && attributes.href !== undefined) links.push(attributes.href);
    },
  });
  parser.end(html);
  return links;
}

async function visit(url: string): Promise<void> {
  const { body } = await request(url, { dispatcher });
  const html = await body.text();
  pages += 1;
  for (const link of linksOf(html)) {
    if (!URL.canParse(link, url)) continue;
    const target = new URL(link, url);
    if (target.host === new URL(url).host) add(target.href);
  }
}

function add(url: string): void {
  if (seen.has(url)) return;
  seen.add(url);
  void queue.add(() => visit(url));
}

for (let host = 0; host < Number(values.hosts); host += 1) add(`http://${hostAddress(host)}:${values.port}/`);
await queue.onIdle();
process.stdout.write(`${JSON.stringify({ pages })}\n`);
process.exit(0);
