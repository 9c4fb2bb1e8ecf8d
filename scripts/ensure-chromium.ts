// Finds a Chromium for demo and tests: an installed one, else Debian's headless shell, else
// Playwright's download. Never fails: without a browser everything else runs, and pages that need
// one are reported as unknown.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findChromium } from '../src/pipeline/crawl/browser/find-chromium.ts';

const installMinutes = 10;

function say(line: string): void {
  process.stderr.write(`govprobe: ${line}\n`);
}

function run(step: string, command: readonly string[], extra: Record<string, string> = {}): boolean {
  const [program, ...rest] = command;
  if (program === undefined) return false;
  const result = spawnSync(program, rest, {
    env: { ...process.env, ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: installMinutes * 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status === 0) return true;
  const output = `${result.stdout ?? ''}\n${result.stderr ?? ''}`.trim().split('\n');
  const telling = output.findLast((line) => /^E:|error|fail|unable/i.test(line)) ?? output.at(-1) ?? '';
  const reason = result.error?.message ?? (telling || 'no message');
  say(`${step} did not succeed: ${reason.trim().slice(0, 200)}`);
  return false;
}

/** Ubuntu's package is only a placeholder for snap, so it cannot be used. */
function hasDebianPackage(): boolean {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  return !/^ID="?ubuntu"?$/m.test(existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '');
}

/**
 * Prefix of commands that need root: empty for root, sudo if it needs no password; null if neither
 * is available.
 */
function rootPrefix(): readonly string[] | null {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

function installDebianPackages(prefix: readonly string[]): void {
  say("no Chromium found; installing Debian's packages chromium-headless-shell and fonts-noto-cjk (about 130 MB) ...");
  const aptGet = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=120'];
  // A failed update (one broken source) may still leave usable lists, so the installation is tried
  // anyway.
  run('apt-get update', [...aptGet, 'update']);
  // Debian 11 only has the full browser.
  for (const browser of ['chromium-headless-shell', 'chromium']) {
    const packages = ['--no-install-recommends', browser, 'fonts-noto-cjk'];
    if (run(`apt-get install ${browser}`, [...aptGet, 'install', '-y', ...packages])) return;
  }
}

function downloadWithPlaywright(prefix: readonly string[] | null): boolean {
  say("no Chromium found; fetching Playwright's own headless shell (about 120 MB) ...");
  const playwright = path.join(
    path.dirname(createRequire(import.meta.url).resolve('playwright/package.json')),
    'cli.js',
  );
  const withLibraries = process.platform === 'linux' && prefix !== null ? ['--with-deps'] : [];
  return run('the download', [process.execPath, playwright, 'install', ...withLibraries, '--only-shell', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
  });
}

function ensureChromium(): void {
  const named = process.env.GOVPROBE_CHROMIUM;
  if (findChromium(process.env) !== null) return;
  if (named) {
    if (named !== 'none') say(`GOVPROBE_CHROMIUM names ${named}, which cannot be started; going on without a browser.`);
    return;
  }
  const prefix = rootPrefix();
  const debian = hasDebianPackage();
  if (debian && prefix !== null) installDebianPackages(prefix);
  if (findChromium(process.env) === null) downloadWithPlaywright(prefix);
  if (findChromium(process.env) !== null) return;
  const cure = debian
    ? 'sudo apt-get install chromium-headless-shell fonts-noto-cjk'
    : 'npx playwright install --with-deps --only-shell chromium';
  say(`no Chromium; going on without (pages that need one stay unknown). To get one, type: ${cure}`);
}

ensureChromium();
