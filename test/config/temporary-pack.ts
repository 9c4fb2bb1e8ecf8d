import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '../../src/model/usage-error.ts';

/** The pack that the project ships. */
export const shippedPack = resolve(import.meta.dirname, '..', '..', 'config');

const vocabulary = `intents:
  search: { labels: [搜索], vendors: [search], priority: 90 }
counts: {}
lists: {}
reading: { layout-scripts: [], header: [], footer: [], article-urls: [], article-meta: [] }
`;
const vendors = `vendors:
  - { id: some-engine, name: Some engine, kind: search, confidence: 0.9, urls: ['/search'] }
`;

/**
 * A copy of the shipped registry, tree and limits with small knowledge files, in a folder that
 * tests may damage.
 */
export class TemporaryPack {
  readonly directory = mkdtempSync(join(tmpdir(), 'govprobe-pack-'));

  constructor() {
    for (const name of [
      'governments.csv',
      'observed.csv',
      'indicators.yaml',
      'crawl.yaml',
      'failures.yaml',
      'schedule.yaml',
      'holidays.yaml',
      'questions.yaml',
      'tiles.yaml',
      'statements.yaml',
      'analysis.yaml',
      'calibration.yaml',
      'names.yaml',
      'publishing.yaml',
      'pack.yaml',
      'exclusions.csv',
    ]) {
      cpSync(join(shippedPack, name), join(this.directory, name));
    }
    this.write('vocabulary.yaml', vocabulary);
    this.write('kinds.yaml', 'kinds: { login: { serves: [search], names: [登录] } }\n');
    this.write('vendors.yaml', vendors);
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.path(name), content);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Replaces text; fails if it is not there. */
  replace(name: string, from: string, to: string): void {
    const text = readFileSync(this.path(name), 'utf8');
    if (!text.includes(from)) {
      throw new Error(`${name} does not hold ${from}`);
    }
    this.write(
      name,
      text.replace(from, () => to),
    );
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** The message of the `UsageError` thrown by an action; fails on anything else. */
export function usageMessage(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof UsageError) {
      return error.message;
    }
    throw error;
  }
  throw new Error('expected a UsageError, nothing was thrown');
}
