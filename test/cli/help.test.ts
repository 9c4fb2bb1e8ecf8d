import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { fill, speak } from '../../src/cli/help.ts';
import { chosenLanguage, terminalLanguage } from '../../src/cli/language.ts';
import { chineseHelp } from '../../src/cli/messages/help-zh.ts';
import { width } from '../../src/cli/output.ts';
import { buildProgram } from '../../src/cli/program.ts';

const visible = (program: Command): Command[] => [
  program,
  ...program
    .createHelp()
    .visibleCommands(program)
    .filter((command) => command.name() !== 'help'),
];
const own = ({ flags }: { readonly flags: string }): boolean => !(flags in chineseHelp.shared);

/** The whole help of a command as it is printed, 80 columns wide. */
function helpOf(command: Command): string {
  const written: string[] = [];
  command.configureOutput({ writeOut: (text) => void written.push(text), getOutHelpWidth: () => 80 });
  command.outputHelp();
  return written.join('');
}

const programs = { plain: await buildProgram(), en: await buildProgram(), zh: await buildProgram() };
speak(programs.en, 'en');
speak(programs.zh, 'zh');

describe('the Chinese help', () => {
  const commands = visible(programs.plain);

  test.each(commands.map((command) => [command.name(), command] as const))('says all of %s', (name, command) => {
    const texts = chineseHelp.commands[name];
    expect(texts?.description, 'description').toMatch(/\p{Script=Han}/u);
    if (command.parent !== null) expect(texts?.summary, 'summary').toMatch(/\p{Script=Han}/u);
    expect(Object.keys(texts?.arguments ?? {})).toEqual(command.registeredArguments.map((item) => item.name()));
    const wanted = command.options.filter(own).map(({ flags }) => flags);
    const said = Object.keys(texts?.options ?? {});
    const overriding = said.filter(
      (flags) => flags in chineseHelp.shared && command.options.some((o) => o.flags === flags),
    );
    expect(said.filter((flags) => !overriding.includes(flags)).sort()).toEqual(wanted.sort());
    const below =
      helpOf(command)
        .split(/display help for command\n/u)
        .at(-1) ?? '';
    expect(texts?.after !== undefined, 'text below the options').toBe(below.trim() !== '');
  });

  test('says nothing of commands that do not exist', () => {
    const names = commands.map((command) => command.name());
    expect(Object.keys(chineseHelp.commands).filter((name) => name !== 'help' && !names.includes(name))).toEqual([]);
  });
});

describe.each(['en', 'zh'] as const)('help in %s', (language) => {
  const program = programs[language];

  test.each(visible(program).map((command) => [command.name(), command] as const))(
    'of %s fits 80 columns, examples excepted',
    (_, command) => {
      const text = helpOf(command);
      const long = text.split('\n').filter((line) => width(line) > 80 && !/^ {2}(?:govprobe|\S+,)/u.test(line));
      expect(long).toEqual([]);
      if (language === 'zh')
        expect(text).not.toMatch(/Usage:|Options:|Arguments:|Examples:|default: |choices: |display help/u);
    },
  );
});

describe('text below the options', () => {
  test('is filled, while examples and indented lines stay as they are', () => {
    const text = '\none two three\nfour five\n\n  govprobe x   a remark\n  another line\n';
    expect(fill(text, 10)).toBe('\none two\nthree four\nfive\n\n  govprobe x\n      a remark\n  another line\n');
  });

  test('breaks Chinese between letters', () => {
    for (const line of fill('一二三四五六七八九十', 10).split('\n')) expect(width(line)).toBeLessThanOrEqual(10);
  });
});

describe('the language of the terminal', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'C', LC_MESSAGES: 'zh_TW' }, 'zh'],
    [{}, 'en'],
  ] as const)('%j is %s', (env, language) => {
    expect(terminalLanguage(env)).toBe(language);
  });

  test('gives way to --lang wherever it stands, but not behind --', () => {
    const env = { LANG: 'zh_CN.UTF-8' };
    expect(chosenLanguage(['node', 'govprobe', 'score', '--lang', 'en'], env)).toBe('en');
    expect(chosenLanguage(['node', 'govprobe', '--lang=en', 'score'], env)).toBe('en');
    expect(chosenLanguage(['node', 'govprobe', 'score', '--', '--lang', 'en'], env)).toBe('zh');
    expect(chosenLanguage(['node', 'govprobe', 'score', '--lang', 'xx'], env)).toBe('zh');
  });
});
