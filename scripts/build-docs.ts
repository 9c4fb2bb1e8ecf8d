// Writes the generated documentation: the table of commands in the READMEs, docs/commands.md,
// docs/indicators.md, the failure table of docs/runbook.md, docs/report.schema.json, docs/objection.schema.json, the schemas of
// the pack's files (config/schemas), and the comparison of the simulated country with the published report. With --check it writes nothing and
// exits with status 1 if a file is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { wordSections } from '../src/application/word-sections.ts';
import { packSchemas, schemaFolder } from '../src/config/json-schemas.ts';
import { loadPack } from '../src/config/pack.ts';
import type { FailurePolicies } from '../src/config/schema/failures.ts';
import { indicatorReference } from './indicator-reference.ts';

const root = path.resolve(import.meta.dirname, '..');

/**
 * Replaces the text between the two marks of a generated part; throws if the document lacks them.
 */
export function fillPart(document: string, part: string, content: string): string {
  const [start, end] = [`<!-- ${part}:start -->`, `<!-- ${part}:end -->`];
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the document lacks ${start} ... ${end}`);
  return `${document.slice(0, from + start.length)}\n${content}\n${document.slice(to)}`;
}

/** The commands that the program's help lists, without the help itself. */
const shown = (program: Command): Command[] =>
  program
    .createHelp()
    .visibleCommands(program)
    .filter((command) => command.name() !== 'help');

/** A Markdown table of the commands: usage and description. */
export function commandTable(program: Command, head = '| command | what it does |'): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const rows = shown(program).map((command) => {
    const parameters = command.registeredArguments.map((argument) => {
      const name = argument.name() + (argument.variadic ? '...' : '');
      return argument.required ? ` <${name}>` : ` [${name}]`;
    });
    return `| \`${program.name()} ${command.name()}${cell(parameters.join(''))}\` | ${cell(command.description())} |`;
  });
  return [head, '|---|---|', ...rows].join('\n');
}

const englishHead = "# Commands\n\nGenerated from the program's own help by `npm run docs`; do not edit.";
const chineseHead = '# 命令\n\n由 `npm run docs` 根据程序自身的帮助生成，请勿手工修改。';

/** The help of all commands, with what stands below the options. */
export function commandReference(program: Command, head = englishHead): string {
  const parts = shown(program).map((command) => {
    const written: string[] = [];
    command.configureOutput({
      writeOut: (text) => void written.push(text),
      getOutHelpWidth: () => 110,
      getOutHasColors: () => false,
    });
    command.outputHelp();
    return `## ${command.name()}\n\n\`\`\`text\n${written.join('').trim()}\n\`\`\`\n`;
  });
  return `${head}\n\n${parts.join('\n')}`;
}

const failureWords = {
  en: {
    head: '| class | retried in the visit | second pass | carried forward | permanent |',
    yes: 'yes',
    cure: ' *Cure:* ',
    after: ': ',
    further: 'A finding may be unknown although nothing failed:',
  },
  zh: {
    head: '| 类别 | 访问内重试 | 第二轮 | 沿用此前结论 | 持久 |',
    yes: '是',
    cure: '*处理：*',
    after: '：',
    further: '没有失败时，结论也可能是未知：',
  },
} as const;

/** The table of failure policies, then the signature and cure of each class and reason. */
export function failureReference({ classes, reasons }: FailurePolicies, language: 'en' | 'zh' = 'en'): string {
  const own = failureWords[language];
  const mark = (is: boolean): string => (is ? own.yes : '');
  const rows = Object.entries(classes).map(
    ([name, policy]) =>
      `| \`${name}\` | ${mark(policy.retry)} | ${mark(policy['second-pass'])} | ${mark(policy['carry-forward'])} | ${mark(policy.permanent)} |`,
  );
  const cures = (entries: FailurePolicies['classes'] | FailurePolicies['reasons']): string[] =>
    Object.entries(entries).map(([name, texts]) => {
      const { signature, cure } = texts.translations?.[language] ?? texts;
      return `* **\`${name}\`**${own.after}${signature}${own.cure}${cure}`;
    });
  return [
    own.head,
    '|---|---|---|---|---|',
    ...rows,
    '',
    ...cures(classes),
    '',
    own.further,
    '',
    ...cures(reasons),
  ].join('\n');
}

async function main(checkOnly: boolean): Promise<void> {
  const { buildProgram } = await import('../src/cli/program.ts');
  const { probes } = await import('../src/probes/list.ts');
  const { speak } = await import('../src/cli/help.ts');
  const program = await buildProgram();
  const chinese = await buildProgram();
  speak(program, 'en');
  speak(chinese, 'zh');
  const { readHistory, readToday } = await import('./accuracy/files.ts');
  const { accuracyPage } = await import('./accuracy/page.ts');
  const { countryDocument } = await import('./simulated-country/document.ts');
  const pack = loadPack(path.join(root, 'config'));
  const documents = new Map([
    ['docs/commands.md', commandReference(program)],
    ['docs/commands.zh-CN.md', commandReference(chinese, chineseHead)],
    ['docs/indicators.md', indicatorReference(pack, probes)],
    ['docs/simulated-country.md', countryDocument()],
    ['docs/accuracy.md', accuracyPage(readHistory(root), readToday(root))],
  ]);
  for (const [name, language] of [
    ['docs/runbook.md', 'en'],
    ['docs/runbook.zh-CN.md', 'zh'],
  ] as const) {
    const runbook = readFileSync(path.join(root, name), 'utf8');
    documents.set(name, fillPart(runbook, 'failures', failureReference(pack.failures, language)));
  }
  const tables = { 'README.md': commandTable(program), 'README.zh-CN.md': commandTable(chinese, '| 命令 | 用途 |') };
  for (const [name, table] of Object.entries(tables))
    documents.set(name, fillPart(readFileSync(path.join(root, name), 'utf8'), 'commands', table));
  const { reportJsonSchema } = await import('../src/report/schema.ts');
  documents.set('docs/report.schema.json', `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
  const { objectionJsonSchema } = await import('../src/config/objection-file.ts');
  documents.set('docs/objection.schema.json', `${JSON.stringify(objectionJsonSchema(), null, 2)}\n`);
  for (const [name, content] of packSchemas(wordSections)) documents.set(`config/${schemaFolder}/${name}`, content);
  for (const [name, content] of documents) {
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
