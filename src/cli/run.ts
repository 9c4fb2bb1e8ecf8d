import { type Command, CommanderError } from 'commander';
import { PackMistake } from '../config/mistake.ts';
import { PhrasedUsageError } from '../model/phrase.ts';
import { UsageError } from '../model/usage-error.ts';
import { Interrupted } from '../pipeline/crawl/run/interrupted.ts';
import { NetworkDead } from '../pipeline/crawl/run/network-dead.ts';
import { DatabaseAway } from '../pipeline/distribution/pulse.ts';
import { RunUnderWay } from '../pipeline/operations/nightly/run-lock.ts';
import { assemble } from './assemble.ts';
import { requireFilled } from './check-arguments.ts';
import { commandLoaders } from './command-loaders.ts';
import { dataFolderOf, usesServer } from './context.ts';
import { speak } from './help.ts';
import { endOnSignals, statusOf } from './interruption.ts';
import { chosenLanguage } from './language.ts';
import { lostDatabase, machineError } from './machine-error.ts';
import { note } from './output.ts';
import { sayClause, sayPhrase, speakIn } from './say.ts';

/** The command line for a first argument: of one command if it names one, else of all. */
async function programFor(name: string | undefined): Promise<Command> {
  const load = commandLoaders.get(name ?? '');
  if (load !== undefined) return assemble([await load()]);
  const { buildProgram } = await import('./program.ts');
  return buildProgram();
}

/** Runs a command line; resolves to the exit status. */
export async function run(argv: readonly string[]): Promise<number> {
  const program = await programFor(argv[2]);
  const language = chosenLanguage(argv, process.env);
  speakIn(language);
  speak(program, language);
  const tree: Command[] = [program, ...program.commands];
  for (const command of tree) command.exitOverride();
  const release = endOnSignals();
  try {
    requireFilled(argv.slice(2));
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return failure(
      error,
      program.commands.find((command) => command.name() === argv[2]),
    );
  } finally {
    release();
  }
}

/** Ends of a run or a worker that say by themselves what happened. */
const ownEnds = [Interrupted, RunUnderWay, NetworkDead, DatabaseAway] as const;

/** A mistake of the user in the language of the terminal, where it can be said in that. */
function spokenMistake(error: UsageError): string {
  if (error instanceof PackMistake) return error.inWords(sayClause);
  return error instanceof PhrasedUsageError ? sayPhrase(error.phrase) : error.message;
}

/** Says what went wrong; the exit status. */
function failure(error: unknown, command: Command | undefined): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    note(`govprobe: ${spokenMistake(error)}`);
    return 2;
  }
  if (ownEnds.some((kind) => error instanceof kind)) {
    note(`govprobe: ${error instanceof Error ? error.message : String(error)}`);
    return error instanceof Interrupted && error.signal !== null ? statusOf(error.signal) : 1;
  }
  const options = command?.opts<{ data?: string | string[] }>() ?? {};
  const data = [options.data].flat()[0];
  const name = command?.name() ?? '';
  const sentence =
    machineError(error, name, dataFolderOf(data === undefined ? {} : { data })) ??
    (usesServer() ? lostDatabase(error, name) : null);
  if (sentence !== null) {
    note(`govprobe: ${sentence}`);
    return 1;
  }
  note(`govprobe: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 1;
}
