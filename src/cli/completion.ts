import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { probes } from '../probes/list.ts';

/** Arguments that name a probe, by command and by the argument's name in it. */
const probeArguments: readonly (readonly [command: string, argument: string])[] = [
  ['evidence', 'probe'],
  ['review', 'probe'],
];

const commandName = 'completion';

/**
 * Adds `completion SHELL`, which prints a script for the shell, and the hidden command that such a
 * script asks. Commands, options and choices complete by themselves; ids of probes are added here.
 */
export function addCompletion(program: Command): void {
  const completion = tab(program, { completionCommandName: commandName });
  const command = program.commands.find((item) => item.name() === commandName);
  command
    ?.summary('complete commands and options in the shell')
    .description('Prints a script by which a shell completes commands, options, choices and names of probes.')
    .addHelpText('after', '\nExamples:\n  source <(govprobe completion bash)\n  source <(govprobe completion zsh)');
  for (const [command, argument] of probeArguments) {
    const place = completion.commands.get(command)?.arguments.get(argument);
    if (place !== undefined)
      place.handler = (complete) => {
        for (const { id } of probes) complete(id, '');
      };
  }
}
