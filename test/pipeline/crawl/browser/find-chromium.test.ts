import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findChromium } from '../../../../src/pipeline/crawl/browser/find-chromium.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'chromium-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function place(name: string, content = '#!/bin/sh\n', mode = 0o755): string {
  const file = path.join(home, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

it('prefers what the variable names, and looks nowhere else then', () => {
  const named = place('my-browser');
  place('bin/chromium');
  const PATH = path.join(home, 'bin');
  expect(findChromium({ GOVPROBE_CHROMIUM: named, PATH })).toBe(named);
  expect(findChromium({ GOVPROBE_CHROMIUM: 'none', PATH })).toBeNull();
  expect(findChromium({ GOVPROBE_CHROMIUM: path.join(home, 'missing'), PATH })).toBeNull();
});

it.skipIf(process.platform === 'darwin')('finds a program on the search path by any of its names', () => {
  const chrome = place('b/google-chrome');
  mkdirSync(path.join(home, 'a', 'chromium'), { recursive: true });
  place('a/chromium-browser', '', 0o644);
  const env = { PATH: [path.join(home, 'a'), path.join(home, 'b')].join(path.delimiter), HOME: home };
  expect(findChromium(env)).toBe(chrome);
});

it.skipIf(process.platform === 'darwin')('prefers a headless shell to a whole browser', () => {
  place('a/chromium');
  const shell = place('b/chromium-headless-shell');
  expect(findChromium({ PATH: [path.join(home, 'a'), path.join(home, 'b')].join(path.delimiter), HOME: home })).toBe(
    shell,
  );
  place('cache/chromium-1200/chrome-linux64/chrome');
  const downloaded = place('cache/chromium_headless_shell-1200/chrome-headless-shell-linux64/chrome-headless-shell');
  expect(findChromium({ PATH: '', HOME: home, PLAYWRIGHT_BROWSERS_PATH: path.join(home, 'cache') })).toBe(downloaded);
});

it.skipIf(process.platform === 'darwin' || existsSync('/snap/bin/chromium'))(
  'passes over the placeholder that only wants a snap',
  () => {
    place('bin/chromium-browser', '#!/bin/sh\nexec /usr/bin/snap install chromium # or /snap/bin/chromium\n');
    const env = { PATH: path.join(home, 'bin'), HOME: home };
    expect(findChromium(env)).toBeNull();
  },
);

it.skipIf(process.platform === 'darwin')('takes the newest of the downloaded browsers', () => {
  place('cache/chromium-999/chrome-linux64/chrome');
  const newest = place('cache/chromium-1200/chrome-linux64/chrome');
  place('cache/firefox-9000/chrome-linux64/chrome');
  expect(findChromium({ PATH: '', HOME: home, PLAYWRIGHT_BROWSERS_PATH: path.join(home, 'cache') })).toBe(newest);
});

it.skipIf(process.platform === 'darwin')('finds nothing on an empty machine', () => {
  expect(findChromium({ PATH: '', HOME: home })).toBeNull();
});
