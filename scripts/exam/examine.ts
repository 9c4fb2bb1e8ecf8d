import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { copyPack } from './pack.ts';
import { type Evaluation, evaluationSchema, type WorldResult } from './result.ts';
import { startWorld } from './server.ts';
import type { World } from './worlds.ts';

export interface ExamOptions {
  /** Root of the project. */
  readonly root: string;
  /** Folder for this world: data, a copy of the pack, counts of its server. */
  readonly folder: string;
  readonly browser: boolean;
}

/** The environment without proxies and data folders of the caller. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/proxy/i.test(name) && (name === 'GOVPROBE_CHROMIUM' || !name.startsWith('GOVPROBE_')),
    ),
  );
}

/**
 * Runs a govprobe command and resolves to its standard output. Throws with the end of its output on
 * failure.
 */
export function govprobe(root: string, commandLine: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [path.join(root, 'src/cli/main.ts'), ...commandLine], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000);
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (status) => {
      if (status === 0) done(output);
      else fail(new Error(`govprobe ${commandLine[0]} ended with ${status}: ${errors.trim()}`));
    });
  });
}

/** Data folder of a world's crawl. */
export const dataOf = (folder: string): string => path.join(folder, 'data');

async function crawl(world: World, options: ExamOptions): Promise<WorldResult['manners']> {
  const { root, folder } = options;
  const pack = path.join(folder, 'config');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyPack(path.join(root, 'config'), pack);
  const common = ['--config', pack, '--governments', world.governments, '--data', dataOf(folder), '--json'];
  if (world.kind === 'recorded') {
    // Scripts of recorded pages were not recorded, so a browser would wait for each in vain.
    await govprobe(root, ['crawl', ...common, '--recorded', world.source, '--no-browser']);
    return null;
  }
  const more = options.browser ? [] : ['--no-browser'];
  const server = await startWorld(world.source, path.join(folder, 'stats.json'));
  let counted: Awaited<ReturnType<typeof server.close>>;
  try {
    await govprobe(root, ['crawl', ...common, '--proxy', server.proxy, '--simulated', ...more]);
  } finally {
    counted = await server.close();
  }
  return {
    requests: counted.total_requests,
    mailboxPosts: counted.mailbox_posts,
    robotsViolations: counted.robots_disallowed_fetched,
  };
}

async function evaluated(world: World, { root, folder }: ExamOptions): Promise<Evaluation> {
  const data = dataOf(folder);
  return evaluationSchema.parse(
    JSON.parse(await govprobe(root, ['evaluate', '--truth', world.truth, '--data', data, '--json'])),
  );
}

/** Crawls a world and compares the findings with its truth. */
export async function examine(
  world: World,
  options: ExamOptions,
): Promise<{ result: WorldResult; mismatches: z.infer<typeof evaluationSchema>['mismatches'] }> {
  const started = performance.now();
  const manners = await crawl(world, options);
  const { exam, reliability, probes, mismatches } = await evaluated(world, options);
  const { ledger: _, ...figures } = exam;
  const rows = readFileSync(world.truth, 'utf8').split('\n');
  const governments = new Set(rows.flatMap((row) => /"government"\s*:\s*"([^"]+)"/.exec(row)?.[1] ?? [])).size;
  const result: WorldResult = {
    world: world.name,
    governments,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    ...figures,
    calibration: reliability,
    byOthers: null,
    manners,
    probes: Object.fromEntries(probes.flatMap(({ probe, exam: counted }) => (counted ? [[probe, counted]] : []))),
  };
  return { result, mismatches };
}
