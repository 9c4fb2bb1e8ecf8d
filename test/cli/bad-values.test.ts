import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { requireFilled } from '../../src/cli/check-arguments.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { temporaryFolder } from '../smoke/cli.ts';
import { inProcess } from '../smoke/in-process.ts';
import { describeInFile, openStore } from '../store/place.ts';
import { capture, finding, run, town, visit } from '../store/samples.ts';

const folder = temporaryFolder();
const at = (name: string): string => join(folder.path, name);
const data = at('data');
let socket: Server;
/** What the data folder holds before a command ran. */
let files: readonly string[];

beforeAll(async () => {
  vi.stubEnv('GOVPROBE_CHROMIUM', 'none');
  for (const name of Object.keys(process.env)) if (/proxy/i.test(name)) vi.stubEnv(name, undefined);
  execFileSync('mkfifo', [at('pipe')]);
  socket = createServer();
  await new Promise<void>((done) => socket.listen(at('socket'), done));
  mkdirSync(at('folder'));
  writeFileSync(at('file'), 'no such thing\n');
  symlinkSync(at('circle'), at('circle'));
  const store = await openStore(data, 'write');
  const made = run('r1', 'crawl', '2026-01-01T00:00:00.000Z');
  await store.runs.start(made, [town('1')]);
  await store.visits.commit(made, visit('1'), [capture('1', 'c1')], [finding('1', 'absent')]);
  await store.runs.finish('r1', '2026-01-01T01:00:00.000Z');
  await store.close();
  files = readdirSync(data);
});
afterAll(() => {
  socket.close();
  vi.unstubAllEnvs();
  folder.remove();
});

/** One line on standard error, nothing on standard output, and no trace of a stack. */
async function refused(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await inProcess(args);
  expect(`${status} ${stdout}`, `${args.join(' ')}: ${stderr}`).toBe('2 ');
  expect(stderr).not.toMatch(/\n\s+at .*:\d+/u);
  expect(stderr).toMatch(/^(?:govprobe|error): .+\n/u);
  return stderr;
}

const commands: readonly Command[] = (await buildProgram()).commands.filter(({ name }) => name !== undefined);
const named = (command: Command): string[] =>
  command.registeredArguments.filter(({ required }) => required).map(() => '1');

describe('every option that takes a value', () => {
  const options = commands.flatMap((command) =>
    command.options.filter(({ required }) => required).map((option) => [command, option.long ?? ''] as const),
  );

  test('there are many', () => expect(options.length).toBeGreaterThan(60));

  test.each(options.map(([command, option]) => [command.name(), option, command] as const))(
    '%s %s refuses an empty one',
    async (name, option, command) => {
      for (const args of [[option, ''], [`${option}=`], [option, '  ']]) {
        expect(await refused([name, ...named(command), ...args])).toContain(`${option} is empty`);
      }
    },
  );
});

test('an argument that is empty is named by its place; what follows -- and dashes are no options', () => {
  expect(() => requireFilled(['findings', ''])).toThrow(/argument 1 is empty/);
  expect(() => requireFilled(['review', '--why', ''])).toThrow(/--why is empty/);
  expect(() => requireFilled(['edition', '-', ''])).toThrow(/argument 2 is empty/);
  expect(() => requireFilled(['findings', '成都', '--json'])).not.toThrow();
});

/** What stands at a path and is not what was asked for; none of them may be waited for. */
const odd = ['pipe', 'socket', 'circle', 'missing/below', 'file/below', 'x'.repeat(300)] as const;

describe('odd paths are one sentence, at once', () => {
  test.each(odd)('as a pack: %s', async (name) => {
    expect(await refused(['config', 'check', '--config', at(name)])).toContain(at(name));
    await refused(['findings', '--data', data, '--config', at(name)]);
  });

  test.each([...odd, 'folder'])('as a registry: %s', async (name) => {
    expect(await refused(['sandbox', '--governments', at(name)])).toContain(at(name));
  });

  test.each([...odd, 'folder', 'file'])('as a truth sheet: %s', async (name) => {
    expect(await refused(['evaluate', '--data', data, '--truth', at(name)])).toContain(at(name));
    await refused(['calibrate', '--data', data, '--truth', at(name)]);
  });

  test.each([...odd, 'folder', 'file'])('as a file of objections: %s', async (name) => {
    expect(await refused(['reviews', 'import', at(name), '--data', data])).toContain(name);
  });

  test.each([...odd, 'folder', 'file'])('as recorded pages: %s', async (name) => {
    expect(await refused(['sandbox', '--recorded', at(name)])).toContain(at(name));
  });

  test.each(['pipe', 'socket', 'file'])('as a folder to write: %s', async (name) => {
    expect(await refused(['report', '--data', data, '--out', at(name)])).toContain('no folder');
    expect(await refused(['backup', at(name), '--data', data])).toContain('no folder');
    await refused(['restore', at(name), '--data', at('new')]);
  });

  test.each(['pipe', 'socket', 'folder'])('as a file to write: %s', async (name) => {
    expect(await refused(['appeal', '1', '--data', data, '--out', at(name)])).toContain('cannot be written');
    expect(readdirSync(folder.path)).toContain(name);
  });

  describeInFile('the database in a data folder', () => {
    test.each(['pipe', 'socket', 'circle', 'file', 'file/below', 'missing', 'folder', 'x'.repeat(300)])(
      'as a data folder to read: %s',
      async (name) => {
        expect(await refused(['findings', '--data', at(name)])).toContain(at(name));
      },
    );

    test('what is no database, or a damaged one, is named', async () => {
      mkdirSync(at('damaged'));
      writeFileSync(
        at('damaged/govprobe.sqlite'),
        'no database at all, but long enough to be read as the header of one',
      );
      expect(await refused(['findings', '--data', at('damaged')])).toContain(at('damaged/govprobe.sqlite'));
      mkdirSync(at('torn'));
      const whole = readFileSync(join(data, 'govprobe.sqlite'));
      writeFileSync(
        at('torn/govprobe.sqlite'),
        Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096, 7)]),
      );
      const { status, stderr } = await inProcess(['findings', '--data', at('torn')]);
      expect(status).not.toBe(0);
      expect(stderr).toContain(at('torn'));
      expect(stderr).not.toMatch(/\n\s+at .*:\d+/u);
    });
  });
});

const bad = ['-1', '0', '1.5', 'NaN', 'Infinity', '1e999', '99999999999999999999', '0x10', 'many', '1;2', '١'];

describe('numbers', () => {
  test.each([
    ['crawl', '--concurrency'],
    ['schedule', '--concurrency'],
    ['prune', '--days'],
    ['prune', '--runs'],
    ['findings', '--limit'],
    ['review', '--withdraw'],
    ['sandbox', '--scale'],
  ])('%s %s', async (command, option) => {
    for (const value of bad) expect(await refused([command, `${option}=${value}`]), value).toContain(option);
  });

  test.each([
    ['crawl', '--metrics'],
    ['schedule', '--metrics'],
    ['sandbox', '--port'],
    ['sandbox', '--seed'],
    ['sandbox', '--latency'],
    ['sandbox', '--revision'],
  ])('%s %s, which may be 0', async (command, option) => {
    for (const value of bad.filter((text) => text !== '0'))
      expect(await refused([command, `${option}=${value}`]), value).toContain(option);
  });

  test('a year, a share', async () => {
    for (const value of [...bad, '1066', '20233']) await refused(['edition', 'freeze', 'x', `--year=${value}`]);
    for (const value of ['-0.1', '1.1', 'NaN', 'half', 'Infinity']) await refused(['findings', `--below=${value}`]);
  });
});

describe('names', () => {
  test.each([
    ['a run', ['findings', '--run', 'nope'], /there is no run nope/],
    ['an edition', ['score', '--edition', 'nope'], /there is no edition/],
    ['a probe of findings', ['findings', '--probe', 'nope'], /nope; expected one of/],
    ['a probe of the log', ['logs', '1', '--probe', 'nope'], /there is no probe nope; expected one of/],
    ['a state', ['findings', '--state', 'nope'], /Allowed choices are present/],
    ['a format', ['report', '--format', 'docx'], /--format: expected some of/],
    ['a language', ['report', '--lang', 'tlh'], /Allowed choices are/],
    ['a level of the log', ['logs', '1', '--level', 'loud'], /Allowed choices are/],
    ['a proxy', ['crawl', '--proxy', 'ftp://x'], /--proxy names a ftp: proxy/],
    ['an action', ['edition', 'thaw', 'x'], /expected one of freeze/],
    ['a government', ['evidence', 'nowhere', 'smart-search'], /nowhere/],
    ['a sort key', ['findings', '--sort', 'colour'], /colour|--sort/],
  ])('%s that there is none of', async (_, args, sentence) => {
    expect(await refused([...args, ...(args[0] === 'crawl' ? [] : ['--data', data])])).toMatch(sentence);
  });
});

test('nothing was written by any of it', () => {
  expect(existsSync(at('new'))).toBe(false);
  expect(readdirSync(data)).toEqual(files);
});
