import { expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { singleCommands } from '../../src/cli/run.ts';

/** What a person sees of a command. */
const shown = (command: { readonly options: readonly { readonly flags: string }[]; description(): string }) => ({
  description: command.description(),
  options: command.options.map(({ flags }) => flags).filter((flags) => !flags.startsWith('--lang ')),
});

test('a command that is loaded alone is the one of the whole command line', async () => {
  const whole = buildProgram().commands.filter((command) => !['completion', 'complete'].includes(command.name()));
  expect(Object.keys(singleCommands)).toEqual(whole.map((command) => command.name()));
  for (const command of whole) {
    const alone = await singleCommands[command.name()]?.();
    expect(alone?.name()).toBe(command.name());
    expect(alone && shown(alone)).toEqual(shown(command));
  }
});
