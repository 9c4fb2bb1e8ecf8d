import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { say } from './say.ts';

/** One line from a person or a pipe; what a person types is not shown. */
export async function readPassword(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  const isPerson = stdin.isTTY === true;
  if (isPerson) stderr.write(`${say(prompt)}: `);
  // A terminal echoes through the output of the reader, which here writes nothing.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: isPerson });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (isPerson) stderr.write('\n');
  }
}
