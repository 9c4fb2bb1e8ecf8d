import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { leanCommand } from './lean-command.ts';
import { hostAddress } from './make-page.ts';

/** Where a contender crawls, and what it may write to. */
export interface Farm {
  readonly hosts: number;
  readonly port: number;
  /** An empty folder. */
  readonly scratch: string;
}

/** A crawler that the bench measures. */
export interface Contender {
  readonly name: string;
  /** Program and arguments. */
  readonly command: (farm: Farm) => readonly string[];
  /** Null, or why it cannot run here. */
  readonly missing: () => string | null;
}

function script(name: string, ...options: readonly string[]): Contender['command'] {
  return ({ hosts, port }) => [
    process.execPath,
    join(import.meta.dirname, name),
    ...['--hosts', String(hosts), '--port', String(port)],
    ...options,
  ];
}

/** Govprobe keeps its data in the scratch folder: to remove them is no part of a crawl. */
function govprobe(...options: readonly string[]): Contender['command'] {
  return ({ hosts, port, scratch }) =>
    leanCommand('one-govprobe.ts', ['--hosts', String(hosts), '--port', String(port), ...options, '--data', scratch]);
}

const always = (): null => null;

function program(name: string, argument: string, source: string): () => string | null {
  return () =>
    spawnSync(name, [argument], { stdio: 'ignore' }).status === 0 ? null : `no ${name} was found (${source})`;
}

/** The first Python that has Scrapy: Debian's packages serve Debian's Python only. */
function pythonWithScrapy(): string | undefined {
  return ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import scrapy'], { stdio: 'ignore' }).status === 0,
  );
}

function hasScrapy(): string | null {
  return pythonWithScrapy() === undefined ? 'no Scrapy was found (Debian package python3-scrapy)' : null;
}

/** Folder with packages that only the bench uses, in its `node_modules`. */
export function peersFolder(): string {
  return process.env.BENCH_PEERS ?? import.meta.dirname;
}

function hasSpider(): string | null {
  try {
    createRequire(join(peersFolder(), 'package.json')).resolve('@spider-rs/spider-rs');
    return null;
  } catch {
    return 'no @spider-rs/spider-rs was found (npm install it into a folder and name that in BENCH_PEERS)';
  }
}

function hasCrawlee(): string | null {
  const folder = join(import.meta.dirname, '..', '..', 'node_modules', 'crawlee');
  return existsSync(folder) ? null : 'no crawlee was found (npm ci)';
}

/** The raw floor first: ratios are those to its processor time. */
export const contenders: readonly Contender[] = [
  { name: 'raw', command: script('one-raw.ts'), missing: always },
  { name: 'govprobe-collect', command: govprobe(), missing: always },
  { name: 'govprobe-judge', command: govprobe('--judge'), missing: always },
  { name: 'crawlee', command: script('one-crawlee.ts'), missing: hasCrawlee },
  { name: 'crawlee-tuned', command: script('one-crawlee.ts', '--tuned'), missing: hasCrawlee },
  {
    name: 'scrapy',
    command: ({ hosts, port }) => [
      ...[pythonWithScrapy() ?? 'python3', join(import.meta.dirname, 'one_scrapy.py')],
      ...[String(port), ...addresses(hosts)],
    ],
    missing: hasScrapy,
  },
  {
    name: 'wget2',
    command: ({ hosts, port, scratch }) => [
      ...['wget2', '--quiet', '--recursive', '--level=5', '--robots=off', '--max-threads=32', '--delete-after'],
      ...['--directory-prefix', scratch, ...addresses(hosts).map((address) => `http://${address}:${port}/`)],
    ],
    missing: program('wget2', '--version', 'Debian package wget2'),
  },
  { name: 'spider-rs', command: script('one-spider.ts'), missing: hasSpider },
];

function addresses(hosts: number): string[] {
  return Array.from({ length: hosts }, (_, host) => hostAddress(host));
}
