import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { commandReference, commandTable, fillPart } from '../../scripts/build-docs.ts';
import { filesUnder } from '../architecture/imports.ts';

const root = path.resolve(import.meta.dirname, '../..');
const documents = ['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');

describe('generated documentation', () => {
  it('replaces only what stands between the comments, and again with the same result', () => {
    const once = fillPart('a\n<!-- x:start -->\nold\n<!-- x:end -->\nb', 'x', 'new');
    expect(once).toBe('a\n<!-- x:start -->\nnew\n<!-- x:end -->\nb');
    expect(fillPart(once, 'x', 'new')).toBe(once);
    expect(() => fillPart('<!-- x:end --><!-- x:start -->', 'x', 'new')).toThrow('lacks');
  });

  it('describes commands by their own words', () => {
    const program = new Command('tool');
    program
      .command('find')
      .argument('<what>')
      .argument('[more...]')
      .description('finds a|b')
      .option('--deep', 'look deeper');
    expect(commandTable(program).split('\n').at(-1)).toBe('| `tool find <what> [more...]` | finds a\\|b |');
    expect(commandReference(program)).toMatch(
      /## find\n\n```text\nUsage: tool find[\s\S]*--deep +look deeper[\s\S]*```/,
    );
  });

  it('is up to date with the program', () => {
    const script = path.join(root, 'scripts/build-docs.ts');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }, 60_000);
});

describe('documents', () => {
  it.each(documents)('%s links only to files that exist', (name) => {
    const links = [...read(name).matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map(([, target]) => target ?? '');
    const missing = links.filter((target) => !existsSync(path.resolve(root, path.dirname(name), target)));
    expect(missing).toEqual([]);
  });

  it.each(documents)('%s names only npm scripts that exist', (name) => {
    const used = [...read(name).matchAll(/npm (?:run (?:-s |--silent )?([\w:][\w:-]*)|(test)\b)/g)].map(
      ([, run, test]) => run ?? test ?? '',
    );
    expect(used.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  it('the changelog speaks of this version', () => {
    expect(read('CHANGELOG.md')).toContain(`## ${manifest.version}`);
  });

  it('ARCHITECTURE.md names every folder of src, and no other', () => {
    const named = [...read('ARCHITECTURE.md').matchAll(/^\| `src\/([\w-]+)` \|/gm)].map(([, folder]) => folder ?? '');
    const real = [...new Set(filesUnder('src').flatMap((file) => /^src\/([\w-]+)\//.exec(file)?.[1] ?? []))];
    expect(named.sort()).toEqual(real.sort());
  });
});
