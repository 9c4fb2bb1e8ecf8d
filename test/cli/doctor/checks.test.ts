import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChromium, checkFont } from '../../../src/cli/doctor/browser.ts';
import type { DoctorOptions } from '../../../src/cli/doctor/check.ts';
import { runChecks } from '../../../src/cli/doctor/checks.ts';
import { checkDataFolder } from '../../../src/cli/doctor/data-folder.ts';
import { checkDatabaseDriver, checkNode, checkUser } from '../../../src/cli/doctor/machine.ts';
import { checkNameLookup, checkProxy } from '../../../src/cli/doctor/network.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function options(changes: Partial<DoctorOptions> = {}): DoctorOptions {
  return { dataFolder: folder, host: null, language: 'zh-CN', env: {}, limit: 2000, ...changes };
}

function program(name: string, body: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('doctor: Node and database', () => {
  it('accepts the needed Node and newer, refuses older', () => {
    expect(checkNode('24.0.0').status).toBe('ok');
    expect(checkNode('100.1.0').status).toBe('ok');
    expect(checkNode('20.20.2')).toMatchObject({ status: 'fail', cure: expect.stringContaining('Node.js 24') });
  });

  it('opens the real driver', async () => {
    expect(await checkDatabaseDriver()).toMatchObject({ status: 'ok', detail: expect.stringMatching(/^SQLite 3\./) });
  });

  it('reports a driver that does not load in one line', async () => {
    const check = await checkDatabaseDriver(() => Promise.reject(new Error('wrong ELF class\nstack')));
    expect(check).toMatchObject({ status: 'fail', detail: 'does not load: wrong ELF class' });
  });

  it('remarks on root only', () => {
    expect(checkUser(0).status).toBe('warn');
    expect(checkUser(1000).status).toBe('ok');
    expect(checkUser(null).status).toBe('ok');
  });
});

describe('doctor: browser', () => {
  it('asks the found browser for its version', async () => {
    const shell = program('chromium-headless-shell', 'echo "Chromium 1.2.3 "');
    const check = await checkChromium(options({ env: { GOVPROBE_CHROMIUM: shell } }));
    expect(check).toMatchObject({ status: 'ok', detail: `Chromium 1.2.3 (${shell})` });
  });

  it('tells of a faster one where a whole browser was found', async () => {
    const file = program('chromium', 'echo "Chromium 1.2.3 "');
    const check = await checkChromium(options({ env: { GOVPROBE_CHROMIUM: file } }));
    expect(check.status).toBe('ok');
    expect(check.detail).toContain('headless shell');
  });

  it('warns about one that does not start, and about one that hangs', async () => {
    const broken = program('broken', 'exit 3');
    expect((await checkChromium(options({ env: { GOVPROBE_CHROMIUM: broken } }))).detail).toContain('does not start');
    const hanging = program('hanging', 'exec sleep 30');
    const check = await checkChromium(options({ env: { GOVPROBE_CHROMIUM: hanging }, limit: 200 }));
    expect(check.status).toBe('warn');
  });

  it('fails on a variable that names nothing, respects the word none', async () => {
    expect((await checkChromium(options({ env: { GOVPROBE_CHROMIUM: '/no/such/file' } }))).status).toBe('fail');
    expect((await checkChromium(options({ env: { GOVPROBE_CHROMIUM: 'none' } }))).detail).toContain('switched off');
  });

  it('needs no font package outside Linux', async () => {
    expect((await checkFont(options(), 'darwin')).status).toBe('ok');
  });

  it.each([
    ['zh-CN', 'Chinese font'],
    ['fr-FR', 'French font'],
  ])('looks for a font of the pack of %s', async (language, name) => {
    expect((await checkFont(options({ language }), 'linux')).name).toBe(name);
  });
});

describe('doctor: data folder', () => {
  it('accepts a folder that does not exist yet and creates nothing', async () => {
    const check = await checkDataFolder(options({ dataFolder: path.join(folder, 'a', 'b') }));
    expect(check.status).not.toBe('fail');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a file in place of the folder, or above it', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect((await checkDataFolder(options({ dataFolder: path.join(folder, 'file') }))).status).toBe('fail');
    const below = await checkDataFolder(options({ dataFolder: path.join(folder, 'file', 'data') }));
    expect(below).toMatchObject({ status: 'fail', cure: expect.stringContaining('--data') });
  });

  it.skipIf(process.getuid?.() === 0)('refuses a folder without write permission', async () => {
    mkdirSync(path.join(folder, 'locked'), { mode: 0o500 });
    expect((await checkDataFolder(options({ dataFolder: path.join(folder, 'locked') }))).status).toBe('fail');
  });
});

describe('doctor: network', () => {
  it('names the proxy that a run would take, without its password', () => {
    const check = checkProxy(
      options({ env: { http_proxy: 'http://other:2', HTTPS_PROXY: 'http://user:secret@proxy:1' } }),
    );
    expect(check).toMatchObject({ status: 'ok', detail: 'HTTPS_PROXY names proxy:1' });
    expect(JSON.stringify(check)).not.toContain('secret');
    expect(checkProxy(options())).toMatchObject({ status: 'ok', detail: 'none in the environment' });
  });

  it.each(['socks5://user:secret@proxy:1', 'user:secret@proxy', 'no address'])('refuses %s as a proxy', (value) => {
    const check = checkProxy(options({ env: { HTTP_PROXY: value } }));
    expect(check.status).toBe('fail');
    expect(JSON.stringify(check)).not.toContain('secret');
  });

  it('warns about a variable that is not read', () => {
    expect(checkProxy(options({ env: { ALL_PROXY: 'http://proxy:1' } })).status).toBe('warn');
  });

  it('tells on line from off line, and gives up at the limit', async () => {
    const asked = options({ host: 'a.example', limit: 50 });
    expect((await checkNameLookup(asked, async () => ({ address: '192.0.2.1' }))).status).toBe('ok');
    const refused = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    expect((await checkNameLookup(asked, () => Promise.reject(refused))).detail).toContain('ENOTFOUND');
    expect((await checkNameLookup(asked, () => new Promise(() => {}))).detail).toContain('no answer');
  });
});

it('runs every check and shows each with a name of its own', async () => {
  const checks = await runChecks(options({ env: { GOVPROBE_CHROMIUM: 'none' } }));
  expect(new Set(checks.map(({ name }) => name)).size).toBe(8);
  for (const check of checks) if (check.status === 'fail') expect(check.cure).not.toBeNull();
});
