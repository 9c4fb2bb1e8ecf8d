import { expect, test } from 'vitest';
import { startCli } from '../smoke/cli.ts';

test('a reader that has seen enough (head) ends a command without a word', async () => {
  const child = startCli(['--help']);
  child.stdout?.destroy();
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const status = await new Promise((done) => child.once('close', done));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
