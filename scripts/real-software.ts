// Runs the tests against third-party software (WordPress, MediaWiki, DokuWiki), after installing
// its Debian packages (about 700 MB on disk). Needs root and apt-get; without them it says so and
// exits with status 0.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { missingPackages } from '../test/real-software/software.ts';

const packages =
  'php-cli php-sqlite3 php-mysql php-xml php-mbstring php-intl php-gd mariadb-server mediawiki dokuwiki wordpress wordpress-l10n wordpress-theme-twentytwentyone';
/** While this file exists and exits with 101, packages start no daemons. */
const policy = '/usr/sbin/policy-rc.d';
const installTime = 600_000;
const testTime = 900_000;

function say(line: string): void {
  process.stderr.write(`govprobe: ${line}\n`);
}

function apt(args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'DPkg::Lock::Timeout=120'];
  return (
    spawnSync('apt-get', [...options, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: installTime })
      .status === 0
  );
}

/** Installs missing packages; returns the reason if that fails, else null. */
function install(): string | null {
  if (process.getuid?.() !== 0) return 'root is needed to install packages and to start MariaDB under its own user';
  if (missingPackages().length === 0) return null;
  if (!existsSync('/usr/bin/apt-get')) return "there is no apt-get: only Debian's packages are known here";
  say(`installing Debian's packages (about 700 MB): ${packages} ...`);
  const own = !existsSync(policy);
  if (own) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    // A failed update may still leave usable lists, so the installation is tried anyway.
    apt(['update']);
    apt(['install', '-y', '--no-install-recommends', ...packages.split(' ')]);
  } finally {
    if (own) rmSync(policy, { force: true });
  }
  const missing = missingPackages();
  return missing.length === 0 ? null : `packages could not be had: ${missing.join(', ')}`;
}

const obstacle = install();
if (obstacle === null) {
  const vitest = path.resolve(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/real-software'], {
    env: { ...process.env, GOVPROBE_LONG_TESTS: '1' },
    stdio: 'inherit',
    timeout: testTime,
  });
  process.exitCode = status ?? 1;
} else say(`tests against real software skipped: ${obstacle}`);
