import { EventEmitter } from 'node:events';
import { type AddHelpTextContext, type Argument, type Command, Help, type Option } from 'commander';
import wrapAnsi from 'wrap-ansi';
import type { CommandHelp, HelpTexts } from './messages/help.ts';
import { chineseHelp } from './messages/help-zh.ts';
import { width } from './output.ts';

const helpTexts = { zh: chineseHelp } as const;

/** Columns of the help where the terminal tells none, and the most that a line of text takes. */
const usualColumns = 80;
const mostColumns = 120;

/**
 * Gives all commands their help in a language, in lines that fit the terminal. The texts of the
 * source are English, so only other languages have a catalogue.
 */
export function speak(program: Command, language: 'en' | keyof typeof helpTexts): void {
  const texts = language === 'en' ? null : helpTexts[language];
  for (const command of [program, ...program.commands]) {
    const own = texts?.commands[command.name()] ?? null;
    if (texts !== null && own !== null) translate(command, own, texts);
    command.configureHelp(helpOf(texts));
    fillBelow(command, own);
  }
}

/** Text below the options, with paragraphs filled to the columns and examples as they stand. */
export function fill(text: string, columns: number): string {
  const filled: string[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) filled.push(wrap(paragraph.join(' '), columns));
    paragraph = [];
  };
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith(' ')) {
      flush();
      filled.push(...exampleLines(line, columns));
    } else paragraph.push(line);
  }
  flush();
  return filled.join('\n');
}

/** An example that does not fit gets its remark on a line of its own. */
function exampleLines(line: string, columns: number): string[] {
  const parts = /^(?<command> +\S.*?) {2,}(?<remark>\S.*)$/u.exec(line)?.groups;
  if (width(line) <= columns || parts === undefined) return [line];
  return [parts.command ?? line, `      ${parts.remark ?? ''}`];
}

/** Has the text below a command's options, in its language, filled to the columns of the terminal. */
function fillBelow(command: Command, own: CommandHelp | null): void {
  if (!(command instanceof EventEmitter)) return;
  const listeners = command.listeners('afterHelp');
  command.removeAllListeners('afterHelp');
  command.on('afterHelp', (context: AddHelpTextContext & { write: (text: string) => void }) => {
    const written: string[] = [];
    if (own?.after !== undefined) written.push(`${own.after}\n`);
    else for (const listener of listeners) listener({ ...context, write: (text: string) => written.push(text) });
    const columns = Math.min((context.error ? process.stderr : process.stdout).columns || usualColumns, mostColumns);
    context.write(fill(written.join(''), columns));
  });
}

function wrap(text: string, columns: number): string {
  return wrapAnsi(text, columns, { hard: true });
}

function translate(command: Command, own: CommandHelp, { shared, commands }: HelpTexts): void {
  command.description(own.description);
  command.helpOption('-h, --help', shared['-h, --help']);
  const help = commands.help?.summary;
  if (command.parent === null && help !== undefined) command.helpCommand('help [command]', help);
  if (own.summary !== undefined) command.summary(own.summary);
  for (const argument of command.registeredArguments)
    argument.description = own.arguments?.[argument.name()] ?? argument.description;
  for (const option of command.options)
    option.description = own.options?.[option.flags] ?? shared[option.flags] ?? option.description;
}

/** How commander lays the help out: titles, defaults and choices in the language, wide letters counted as such. */
function helpOf(texts: HelpTexts | null): Partial<Help> {
  const base = new Help();
  return {
    displayWidth: width,
    boxWrap: wrap,
    // Every command has options; saying so would leave no room for what it does.
    subcommandTerm: (command: Command) => base.subcommandTerm(command).replace(' [options]', ''),
    styleTitle: (title) => texts?.titles[title] ?? title,
    optionDescription: (option: Option) => (texts === null ? base.optionDescription(option) : described(option, texts)),
    argumentDescription: (argument: Argument) =>
      texts === null ? base.argumentDescription(argument) : described(argument, texts),
  };
}

/** A description with its choices and its default in the language. */
function described(
  { description, argChoices, defaultValue, defaultValueDescription }: Argument | Option,
  { choices, defaultIs, withRemarks }: HelpTexts,
): string {
  const further: string[] = [];
  if (argChoices !== undefined) further.push(choices(argChoices));
  if (defaultValue !== undefined && typeof defaultValue !== 'boolean')
    further.push(defaultIs(defaultValueDescription ?? String(defaultValue)));
  return further.length === 0 ? description : withRemarks(description, further);
}
