import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

it('counts passed, failed, skipped and files that do not load', () => {
  const folder = mkdtempSync(path.join(root, 'node_modules', '.closing-line-'));
  try {
    writeFileSync(
      path.join(folder, 'a.test.ts'),
      `import { describe, it } from 'vitest';
       it('passes', () => {}); it('passes too', () => {}); it.skip('is skipped', () => {});
       describe.skip('needs a cat', () => { it('purrs', () => {}); it('sleeps', () => {}); });
       it('fails', () => { throw new Error('on purpose'); });`,
    );
    writeFileSync(path.join(folder, 'b.test.ts'), `throw new Error('does not load');`);
    writeFileSync(
      path.join(folder, 'vitest.config.ts'),
      `import { ClosingLine } from ${JSON.stringify(path.join(root, 'scripts/closing-line.ts'))};
       export default { test: { include: ['**/*.test.ts'], exclude: [], reporters: [new ClosingLine()] } };`,
    );
    const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
    const result = spawnSync(process.execPath, [vitest, 'run', '--root', folder], { encoding: 'utf8' });
    expect(result.stdout.trim().split('\n').slice(-3)).toEqual([
      'skipped: a.test.ts > is skipped',
      'skipped: a.test.ts > needs a cat (2 tests)',
      '2 passed, 2 failed, 3 skipped',
    ]);
    expect(result.status).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
