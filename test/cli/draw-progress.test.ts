import { Writable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { withDrawProgress } from '../../src/cli/draw-progress.ts';
import { speakIn } from '../../src/cli/say.ts';

afterEach(() => speakIn('en'));

/** A terminal, or a file, that keeps what is written to it. */
function stream(isTTY: boolean): { readonly written: () => string; readonly to: NodeJS.WriteStream } {
  let text = '';
  const to = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  // The bar reads no more of a terminal than this.
  return { written: () => text, to: Object.assign(to, { isTTY, columns: 80 }) as unknown as NodeJS.WriteStream };
}

describe('the progress of a simulation', () => {
  test('is a bar on a terminal, in its language, and the cursor is shown again', async () => {
    speakIn('zh');
    const { written, to } = stream(true);
    const result = await withDrawProgress(to, async (watch) => {
      watch(0, 200);
      watch(100, 200);
      watch(200, 200);
      return 'drawn';
    });
    expect(result).toBe('drawn');
    expect(written()).toContain('模拟名次');
    expect(written()).toMatch(/100%/);
    expect(written().lastIndexOf('\u001b[?25h')).toBeGreaterThan(written().lastIndexOf('\u001b[?25l'));
  });

  test('is shown to the end by an action that fails, and its error is passed on', async () => {
    const { written, to } = stream(true);
    const failing = withDrawProgress(to, async (watch) => {
      watch(10, 200);
      throw new Error('no draws');
    });
    await expect(failing).rejects.toThrow('no draws');
    expect(written().lastIndexOf('\u001b[?25h')).toBeGreaterThan(written().lastIndexOf('\u001b[?25l'));
  });

  test('writes nothing into a file, nor where nothing is simulated', async () => {
    const file = stream(false);
    await withDrawProgress(file.to, async (watch) => watch(100, 200));
    const terminal = stream(true);
    await withDrawProgress(terminal.to, async () => 1);
    expect(file.written() + terminal.written()).toBe('');
  });
});
