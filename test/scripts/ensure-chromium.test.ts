import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = path.resolve(import.meta.dirname, '../../scripts/ensure-chromium.ts');
const isDebian = existsSync('/usr/bin/apt-get') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

// A machine of its own: only the programs placed here are found, and nothing is ever really installed.
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ensure-'));
  program('env', 'exec /usr/bin/env "$@"');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, body: string): void {
  writeFileSync(path.join(folder, name), `#!/bin/sh\n${body}\n`);
  chmodSync(path.join(folder, name), 0o755);
}

function ensure(environment: Record<string, string> = {}) {
  const env = { PATH: folder, HOME: folder, LOG: path.join(folder, 'log'), ...environment };
  const result = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  return { status: result.status, output: result.stdout, messages: result.stderr };
}

const aptGet = 'echo "$DEBIAN_FRONTEND" "$@" >> "$LOG"';
const calls = () => readFileSync(path.join(folder, 'log'), 'utf8').trim().split('\n');

it.skipIf(process.platform === 'darwin')('says nothing and does nothing when there is a Chromium', () => {
  program('apt-get', aptGet);
  program('chromium', 'exit 0');
  expect(ensure()).toEqual({ status: 0, output: '', messages: '' });
  expect(existsSync(path.join(folder, 'log'))).toBe(false);
});

it('installs nothing against the word of the variable', () => {
  program('apt-get', aptGet);
  expect(ensure({ GOVPROBE_CHROMIUM: 'none' })).toEqual({ status: 0, output: '', messages: '' });
  const wrong = ensure({ GOVPROBE_CHROMIUM: '/no/such/browser' });
  expect(wrong).toMatchObject({
    status: 0,
    messages: expect.stringContaining('/no/such/browser, which cannot be started'),
  });
  expect(existsSync(path.join(folder, 'log'))).toBe(false);
});

describe.skipIf(!isDebian)('on Debian', () => {
  const asRoot = process.getuid?.() === 0;

  it.skipIf(!asRoot)("updates the lists, then installs Debian's package without asking", () => {
    const browser = `${folder}/chromium-headless-shell`;
    program(
      'apt-get',
      `${aptGet}\ncase "$*" in *install*) echo '#!/bin/sh' > ${browser}; /bin/chmod +x ${browser};; esac`,
    );
    const result = ensure();
    expect(result).toMatchObject({ status: 0, output: '' });
    expect(result.messages).toContain('installing');
    expect(result.messages).not.toContain('going on without');
    expect(calls()).toHaveLength(2);
    expect(calls()[0]).toMatch(/^noninteractive .*update$/);
    expect(calls()[1]).toMatch(
      /^noninteractive .*install -y --no-install-recommends chromium-headless-shell fonts-noto-cjk$/,
    );
  });

  it.skipIf(!asRoot)('takes the whole browser where the headless shell is no package', () => {
    const browser = `${folder}/chromium`;
    const answers = `*headless-shell*) echo "E: Unable to locate package" >&2; exit 100;; *install*) echo '#!/bin/sh' > ${browser}; /bin/chmod +x ${browser};;`;
    program('apt-get', `${aptGet}\ncase "$*" in ${answers} esac`);
    expect(ensure().messages).not.toContain('going on without');
    expect(calls()[2]).toMatch(/install -y --no-install-recommends chromium fonts-noto-cjk$/);
  });

  it('goes on with what to type when nothing can be installed', () => {
    program('apt-get', 'echo "E: no network" >&2; exit 100');
    const result = ensure({ PLAYWRIGHT_DOWNLOAD_HOST: 'http://127.0.0.1:9' });
    expect(result.status).toBe(0);
    if (asRoot) expect(result.messages).toContain('apt-get install chromium did not succeed: E: no network');
    expect(result.messages.trim().split('\n').at(-1)).toContain(
      'type: sudo apt-get install chromium-headless-shell fonts-noto-cjk',
    );
  });
});
