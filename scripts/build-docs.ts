// Fills the documentation that is generated from the program: the commands in the two READMEs and docs/commands.md.
// With --check nothing is written; status 1 tells that a file is not up to date.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');

/** Replaces what stands between the two comments of a generated part; throws when the document lacks them. */
export function fillPart(document: string, part: string, content: string): string {
  const [start, end] = [`<!-- ${part}:start -->`, `<!-- ${part}:end -->`];
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the document lacks ${start} ... ${end}`);
  return `${document.slice(0, from + start.length)}\n${content}\n${document.slice(to)}`;
}

/** Names of the commands in the order in which the general help lists them. */
export function commandNames(help: string): string[] {
  const [, list = ''] = help.split(/^Commands:\n/m);
  const [block = ''] = list.split(/\n\s*\n/);
  return [...block.matchAll(/^ {2}([a-z][\w-]*)/gm)].flatMap(([, name]) => (name && name !== 'help' ? [name] : []));
}

const fenced = (text: string) => `\`\`\`text\n${text.trim()}\n\`\`\``;

/** What the program prints for `--help`; a pipe is no terminal, so the width does not depend on who runs this. */
async function helpOf(...commandLine: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    path.join(root, 'src/cli/main.ts'),
    ...commandLine,
    '--help',
  ]);
  return stdout;
}

/** All generated documents by path relative to the repository. */
async function generate(): Promise<Map<string, string>> {
  const general = await helpOf();
  const commands = [];
  for (const name of commandNames(general)) commands.push(`## ${name}\n\n${fenced(await helpOf(name))}\n`);
  if (commands.length === 0) throw new Error('the help of the program lists no commands');
  const documents = new Map<string, string>();
  for (const file of ['README.md', 'README.zh-CN.md']) {
    documents.set(file, fillPart(readFileSync(path.join(root, file), 'utf8'), 'commands', fenced(general)));
  }
  const title = '# Commands\n\nGenerated from the help of the program by `npm run docs`; do not edit.\n\n';
  documents.set('docs/commands.md', title + commands.join('\n'));
  return documents;
}

async function main(checkOnly: boolean): Promise<void> {
  for (const [name, content] of await generate()) {
    const file = path.join(root, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
    if (checkOnly) {
      process.stderr.write(`govprobe: ${name} is not up to date; run npm run docs\n`);
      process.exitCode = 1;
      continue;
    }
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    process.stderr.write(`govprobe: ${name} written\n`);
  }
}

if (import.meta.main) await main(process.argv.includes('--check'));
