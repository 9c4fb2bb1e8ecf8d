import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The headless shell draws no windows, tabs and menus, which halves what a page costs. */
const shellNames = ['chromium-headless-shell', 'chrome-headless-shell'];
const programNames = [...shellNames, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Where a browser that Playwright downloaded keeps its program, below its own folder. */
const downloadedPrograms = [
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-headless-shell-linux-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
  'chrome-linux64/chrome',
  'chrome-linux-arm64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Absolute path of a Chromium that can be started, or null. In this order: what the variable
 * `GOVPROBE_CHROMIUM` names (the word `none` switches browsers off, a path that cannot be started
 * counts as none), a program on `PATH` (a headless shell before a whole browser), an application of
 * macOS, the newest download of Playwright.
 */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | null {
  const named = env.GOVPROBE_CHROMIUM;
  if (named) return named !== 'none' && isBrowser(named) ? path.resolve(named) : null;
  return [...onSearchPath(env), ...macPaths(env), ...downloads(env)].find(isBrowser) ?? null;
}

function onSearchPath(env: Readonly<Record<string, string | undefined>>): string[] {
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return programNames.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function macPaths(env: Readonly<Record<string, string | undefined>>): string[] {
  if (process.platform !== 'darwin') return [];
  const folders = ['/Applications', path.join(env.HOME ?? homedir(), 'Applications')];
  return macApplications.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function downloads(env: Readonly<Record<string, string | undefined>>): string[] {
  const folder = env.PLAYWRIGHT_BROWSERS_PATH || path.join(cacheFolder(env), 'ms-playwright');
  if (!path.isAbsolute(folder) || !existsSync(folder)) return [];
  const revisions = readdirSync(folder)
    .map((name) => ({ name, found: /^chromium(_headless_shell)?-(\d+)$/.exec(name) }))
    .flatMap(({ name, found }) =>
      found ? [{ name, isShell: found[1] !== undefined, revision: Number(found[2]) }] : [],
    )
    .sort((a, b) => b.revision - a.revision || Number(b.isShell) - Number(a.isShell));
  return revisions.flatMap(({ name }) => downloadedPrograms.map((program) => path.join(folder, name, program)));
}

function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const home = env.HOME || homedir();
  return process.platform === 'darwin'
    ? path.join(home, 'Library', 'Caches')
    : env.XDG_CACHE_HOME || path.join(home, '.cache');
}

/** Whether a program is a headless shell, by its name. */
export function isHeadlessShell(program: string): boolean {
  return shellNames.includes(path.basename(program));
}

/**
 * A file that can be executed, and not the placeholder script of Ubuntu that only tells to install
 * a snap.
 */
function isBrowser(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    const facts = statSync(file);
    if (!facts.isFile()) return false;
    if (facts.size > 65_536) return true;
    return !readFileSync(file, 'utf8').includes('/snap/bin/chromium') || existsSync('/snap/bin/chromium');
  } catch {
    return false;
  }
}
