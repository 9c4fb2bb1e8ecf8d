import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Finding, findingSchema } from '../../src/model/finding.ts';
import { placeEnvironment } from '../store/place.ts';

const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The environment without proxies and data folders of the caller, and without a browser by default.
 */
export function cleanEnvironment(extra: Record<string, string> = {}): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/proxy|^GOVPROBE_/i.test(name)) env[name] = value;
  }
  return { ...env, GOVPROBE_CHROMIUM: 'none', ...extra };
}

export function startCli(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const place = placeEnvironment(args);
  return spawn(process.execPath, [program, ...args], {
    env: cleanEnvironment({ ...place, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs govprobe to its end. */
export function govprobe(args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  const child = startCli(args, env);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((done) => child.once('close', (status) => done({ status, stdout, stderr })));
}

/** A data folder that `remove` deletes. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'govprobe-smoke-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * The shipped pack in a folder of its own, without the pauses that real sites are owed, and with a
 * contact that somebody might read: real sites are not visited with the placeholder.
 */
export function packWithoutPauses(folder: string): string {
  const pack = join(folder, 'pack-without-pauses');
  cpSync(fileURLToPath(new URL('../../config', import.meta.url)), pack, { recursive: true });
  const file = join(pack, 'crawl.yaml');
  let text = readFileSync(file, 'utf8').replaceAll('govprobe@example.org', 'probe@institute.cn');
  const hurried = {
    'pause: 1000': 'pause: 0',
    'max-crawl-delay: 10000': 'max-crawl-delay: 20',
    'pause: 2000': 'pause: 50',
  };
  for (const [from, to] of Object.entries(hurried)) {
    if (!text.includes(from)) throw new Error(`crawl.yaml does not hold ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(file, text);
  return pack;
}

/** Lets a command use the file of its data folder, wherever the tests have their stores. */
export const inFile = { GOVPROBE_DATABASE: '' };

export async function findingsOf(data: string, env: Record<string, string> = {}): Promise<Finding[]> {
  const { status, stdout, stderr } = await govprobe(['findings', '--data', data, '--json'], env);
  if (status !== 0) throw new Error(`findings ended with ${status}: ${stderr}`);
  return z.array(findingSchema).parse(JSON.parse(stdout));
}
