import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');

/** Scripts that a person starts; `one-….ts` and the farm are started by others. */
function startedByPeople(folder: string): string[] {
  const names = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.ts') && !name.startsWith('one-'));
  return names.map((name) => `${folder}/${name}`);
}

function run(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
}

describe('options of scripts', () => {
  it.each([...startedByPeople('scripts'), ...startedByPeople('bench')])('%s reads none by itself', (file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    if (file !== 'scripts/options.ts') expect(text).not.toContain('parseArgs');
  });

  it('are taught by --help, and a mistake is one sentence before them', () => {
    const help = run('bench/recall.ts', '--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    const mistake = run('bench/recall.ts', '--every', '0', '--data', 'data');
    expect(mistake.status).toBe(2);
    expect(mistake.stderr).toBe(`--every must be a whole number of at least 1, not "0"\n\n${help.stdout}`);
  });

  it('are refused with a sentence too where the mistake is found later', () => {
    const { status, stderr } = run('bench/recall.ts', '--data', path.join(root, 'test', 'no-such-folder'));
    expect(status).toBe(2);
    expect(stderr).toContain('no-such-folder');
    expect(stderr).not.toContain(' at ');
  });
});
