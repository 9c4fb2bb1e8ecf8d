import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { examine } from '../../scripts/exam/examine.ts';
import { readFloors, shortfalls } from '../../scripts/exam/floors.ts';
import { copyPack } from '../../scripts/exam/pack.ts';
import type { WorldResult } from '../../scripts/exam/result.ts';
import { examTable } from '../../scripts/exam/table.ts';
import { findWorlds, type World } from '../../scripts/exam/worlds.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'govprobe-exam-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server in the manner of the worlds: answers every request with one page, and writes what it counted when it is told to end. */
const server = `import http from 'node:http';
import fs from 'node:fs';
const stats = process.argv[process.argv.indexOf('--stats') + 1];
let total = 0;
const page = '<!doctype html><html><head><title>试验市人民政府</title></head><body><nav><a href="/news/">新闻</a></nav><p>试验市人民政府</p></body></html>';
const server = http.createServer((request, response) => {
  total++;
  response.writeHead(request.url.endsWith('/robots.txt') ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page);
});
server.listen(0, '127.0.0.1', () => console.log('proxy http://127.0.0.1:' + server.address().port));
process.on('SIGTERM', () => {
  fs.writeFileSync(stats, JSON.stringify({ total_requests: total, mailbox_posts: 0, robots_disallowed_fetched: 0, hosts: {} }));
  process.exit(0);
});
`;
const registry = `code,name,pinyin,province,region,group,portal,service,open_data,portal_confidence,service_confidence,open_data_confidence
990100,试验市,shiyan,试验省,东部,,http://www.shiyan.gov.cn/,,,high,,
`;
const truth = `{"government":"990100","probe":"smart-qa","state":["absent","unknown"],"why":"nowhere"}
{"government":"990100","probe":"smart-search","state":["absent","unknown"]}
`;

function writeWorld(where: string): void {
  mkdirSync(where, { recursive: true });
  for (const [name, text] of Object.entries({ 'serve.mjs': server, 'governments.csv': registry, 'truth.jsonl': truth }))
    writeFileSync(path.join(where, name), text);
}

const result = (change: Partial<WorldResult> = {}): WorldResult => ({
  world: 'some',
  governments: 2,
  seconds: 3,
  states: { right: 9, of: 10, share: 0.9 },
  present: { right: 4, of: 4, share: 1 },
  absent: { right: 3, of: 4, share: 0.75 },
  decided: { right: 8, of: 10, share: 0.8 },
  levels: { right: 2, of: 4, share: 0.5 },
  counts: { right: 0, of: 0, share: null },
  shares: { right: 0, of: 0, share: null },
  calibration: { claims: 8, error: 0.1, interval: { low: 0.05, high: 0.2 }, brier: { score: 0.1, constant: 0.12 } },
  byOthers: null,
  manners: { requests: 50, mailboxPosts: 0, robotsViolations: 0 },
  probes: {},
  ...change,
});

describe('worlds', () => {
  const checkout = path.join(folder, 'checkout');
  beforeAll(() => {
    writeWorld(path.join(checkout, 'test/worlds/own'));
    writeWorld(path.join(folder, 'shared/worlds/own'));
    writeWorld(path.join(folder, 'shared/worlds/other'));
    mkdirSync(path.join(folder, 'shared/worlds/kit'));
  });

  it('are those of the project and those beside it, complete ones only', () => {
    const found = findWorlds(checkout);
    expect(found.map(({ name }) => name)).toEqual(['other', 'own'].reverse());
    expect(found[0]?.source).toBe(path.join(checkout, 'test/worlds/own/serve.mjs'));
  });

  it('are none where there is no folder', () => {
    expect(findWorlds(path.join(folder, 'nowhere', 'at', 'all'))).toEqual([]);
  });
});

describe('the pack of an examination', () => {
  it('has shorter pauses and a contact of its own, and is otherwise the shipped one', () => {
    const to = path.join(folder, 'pack');
    copyPack(path.join(root, 'config'), to);
    const before = parse(readFileSync(path.join(root, 'config/crawl.yaml'), 'utf8'));
    const after = parse(readFileSync(path.join(to, 'crawl.yaml'), 'utf8'));
    expect(after['user-agent']).toContain(after.contact);
    expect(after.contact).not.toBe(before.contact);
    expect(after).toEqual({
      ...before,
      'user-agent': after['user-agent'],
      contact: after.contact,
      politeness: { ...before.politeness, pause: 100 },
    });
  });
});

describe('floors', () => {
  const floors = {
    browser: { default: { states: 0.95, counts: 0.9, 'calibration-error': 0.05 }, some: { states: 0.9, absent: 0.8 } },
    'no-browser': {},
  };

  it('are those of the world, else the default; what was not asked cannot fall short', () => {
    expect(shortfalls(result(), floors, true)).toEqual([
      'some: absent 0.750 (3 of 4) is below 0.8',
      'some: calibration error 0.100 is above 0.05',
    ]);
    expect(shortfalls(result({ world: 'else' }), floors, true)[0]).toBe('else: states 0.900 (9 of 10) is below 0.95');
    expect(shortfalls(result(), floors, false)).toEqual([]);
  });

  it('are none for bad manners', () => {
    const manners = { requests: 9, mailboxPosts: 1, robotsViolations: 2 };
    expect(shortfalls(result({ manners }), floors, false)).toEqual([
      'some: 2 addresses were requested that robots.txt forbids',
      'some: 1 times something was posted to a mailbox',
    ]);
    expect(shortfalls(result({ manners: null }), floors, false)).toEqual([]);
  });

  it('of the project can be read', () => {
    expect(readFloors(path.join(root, 'test/worlds/floors.yaml')).browser.default).toBeDefined();
    expect(() => readFloors(path.join(folder, 'none.yaml'))).toThrow(/there is no file/);
  });
});

describe('the table', () => {
  it('has a row for each world', () => {
    const lines = examTable([result(), result({ world: 'pages', manners: null })]);
    expect(lines).toHaveLength(4);
    expect(lines[2]).toMatch(
      /^some +2 +0\.900 +1\.000 \(n 4\) +0\.750 \(1 false of 4\) +0\.800 +0\.500 \(n 4\) +- +- /,
    );
  });
});

describe('an examination of a world', () => {
  it('crawls it, compares, and reads what its server counted', async () => {
    const where = path.join(folder, 'whole');
    writeWorld(where);
    const world: World = {
      name: 'whole',
      kind: 'world',
      source: path.join(where, 'serve.mjs'),
      truth: path.join(where, 'truth.jsonl'),
      governments: path.join(where, 'governments.csv'),
    };
    const { result: found, mismatches } = await examine(world, {
      root,
      folder: path.join(folder, 'run'),
      browser: false,
    });
    expect(mismatches).toEqual([]);
    expect(found).toMatchObject({
      world: 'whole',
      governments: 1,
      states: { right: 2, of: 2 },
      manners: { mailboxPosts: 0, robotsViolations: 0 },
      probes: { 'smart-qa': { rows: 1, right: 1 } },
    });
    expect(found.manners?.requests).toBeGreaterThan(1);
  }, 60_000);
});
