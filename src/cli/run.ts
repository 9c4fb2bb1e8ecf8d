import { type Command, CommanderError } from 'commander';
import { PackMistake } from '../config/mistake.ts';
import { UsageError } from '../model/usage-error.ts';
import { Interrupted } from '../pipeline/crawl/run/interrupted.ts';
import { NetworkDead } from '../pipeline/crawl/run/network-dead.ts';
import { RunUnderWay } from '../pipeline/operations/nightly/run-lock.ts';
import { assemble } from './assemble.ts';
import { requireFilled } from './check-arguments.ts';
import { dataFolderOf } from './context.ts';
import { speak } from './help.ts';
import { endOnSignals, statusOf } from './interruption.ts';
import { chosenLanguage } from './language.ts';
import { machineError } from './machine-error.ts';
import { note } from './output.ts';
import { sayClause, speakIn } from './say.ts';

/** One command without the others, whose modules take three times as long to load as its own. */
export const singleCommands: Readonly<Record<string, () => Promise<Command>>> = {
  crawl: async () => (await import('./commands/crawl.ts')).crawlCommand(),
  probe: async () => (await import('./commands/probe.ts')).probeCommand(),
  rejudge: async () => (await import('./commands/rejudge.ts')).rejudgeCommand(),
  findings: async () => (await import('./commands/findings.ts')).findingsCommand(),
  evidence: async () => (await import('./commands/evidence.ts')).evidenceCommand(),
  explain: async () => (await import('./commands/explain.ts')).explainCommand(),
  coverage: async () => (await import('./commands/coverage.ts')).coverageCommand(),
  logs: async () => (await import('./commands/logs.ts')).logsCommand(),
  review: async () => (await import('./commands/review.ts')).reviewCommand(),
  reviews: async () => (await import('./commands/reviews.ts')).reviewsCommand(),
  score: async () => (await import('./commands/score.ts')).scoreCommand(),
  report: async () => (await import('./commands/report.ts')).reportCommand(),
  edition: async () => (await import('./commands/edition.ts')).editionCommand(),
  diff: async () => (await import('./commands/diff.ts')).diffCommand(),
  appeal: async () => (await import('./commands/appeal.ts')).appealCommand(),
  import: async () => (await import('./commands/import.ts')).importCommand(),
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluateCommand(),
  calibrate: async () => (await import('./commands/calibrate.ts')).calibrateCommand(),
  'check-sheet': async () => (await import('./commands/check-sheet.ts')).checkSheetCommand(),
  schedule: async () => (await import('./commands/schedule.ts')).scheduleCommand(),
  worker: async () => (await import('./commands/worker.ts')).workerCommand(),
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  runs: async () => (await import('./commands/runs.ts')).runsCommand(),
  prune: async () => (await import('./commands/prune.ts')).pruneCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/backup.ts')).restoreCommand(),
  sandbox: async () => (await import('./commands/sandbox.ts')).sandboxCommand(),
  config: async () => (await import('./commands/config.ts')).configCommand(),
  init: async () => (await import('./commands/init.ts')).initCommand(),
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand(),
};

/** The command line for a first argument: of one command if it names one, else of all. */
async function programFor(name: string | undefined): Promise<Command> {
  const make = name !== undefined && Object.hasOwn(singleCommands, name) ? singleCommands[name] : undefined;
  if (make !== undefined) return assemble([await make()]);
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

/** Says what went wrong; the exit status. */
function failure(error: unknown, command: Command | undefined): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    note(`govprobe: ${error instanceof PackMistake ? error.inWords(sayClause) : error.message}`);
    return 2;
  }
  if (error instanceof Interrupted || error instanceof RunUnderWay || error instanceof NetworkDead) {
    note(`govprobe: ${error.message}`);
    return error instanceof Interrupted && error.signal !== null ? statusOf(error.signal) : 1;
  }
  const options = command?.opts<{ data?: string | string[] }>() ?? {};
  const data = [options.data].flat()[0];
  const sentence = machineError(error, command?.name() ?? '', dataFolderOf(data === undefined ? {} : { data }));
  if (sentence !== null) {
    note(`govprobe: ${sentence}`);
    return 1;
  }
  note(`govprobe: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 1;
}
