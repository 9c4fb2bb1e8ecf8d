import { Command, CommanderError, Option } from 'commander';
import { PackMistake } from '../config/mistake.ts';
import { UsageError } from '../model/usage-error.ts';
import { Interrupted } from '../pipeline/crawl/run/interrupted.ts';
import { NetworkDead } from '../pipeline/crawl/run/network-dead.ts';
import { RunUnderWay } from '../pipeline/operations/nightly/run-lock.ts';
import { languages } from '../report/messages.ts';
import { toolVersion } from '../version.ts';
import { requireFilled } from './check-arguments.ts';
import { appealCommand } from './commands/appeal.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { calibrateCommand } from './commands/calibrate.ts';
import { checkSheetCommand } from './commands/check-sheet.ts';
import { configCommand } from './commands/config.ts';
import { coverageCommand } from './commands/coverage.ts';
import { crawlCommand } from './commands/crawl.ts';
import { diffCommand } from './commands/diff.ts';
import { doctorCommand } from './commands/doctor.ts';
import { editionCommand } from './commands/edition.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { explainCommand } from './commands/explain.ts';
import { findingsCommand } from './commands/findings.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { logsCommand } from './commands/logs.ts';
import { probeCommand } from './commands/probe.ts';
import { pruneCommand } from './commands/prune.ts';
import { rejudgeCommand } from './commands/rejudge.ts';
import { reportCommand } from './commands/report.ts';
import { reviewCommand } from './commands/review.ts';
import { reviewsCommand } from './commands/reviews.ts';
import { runsCommand } from './commands/runs.ts';
import { sandboxCommand } from './commands/sandbox.ts';
import { scheduleCommand } from './commands/schedule.ts';
import { scoreCommand } from './commands/score.ts';
import { serveCommand } from './commands/serve.ts';
import { workerCommand } from './commands/worker.ts';
import { addCompletion } from './completion.ts';
import { dataFolderOf } from './context.ts';
import { speak } from './help.ts';
import { endOnSignals, statusOf } from './interruption.ts';
import { chosenLanguage } from './language.ts';
import { machineError } from './machine-error.ts';
import { note } from './output.ts';
import { sayClause, speakIn } from './say.ts';

/**
 * The whole command line. Each command sets `process.exitCode` only when it ends other than well.
 */
export function buildProgram(): Command {
  const program = new Command('govprobe')
    .description('Probes the websites of local governments, keeps the evidence, scores and ranks them.')
    .version(toolVersion, '-V, --version')
    // Otherwise the program would take `--lang` away from commands that write in that language.
    .enablePositionalOptions()
    .showHelpAfterError('(govprobe COMMAND --help shows the options)')
    .addHelpText(
      'after',
      `
GOVERNMENT is a code (510100), a name with or without the suffixes that the pack lists (成都, 成都市), or its spelling in Latin letters (chengdu).

Examples:
  govprobe crawl --sandbox            the whole simulated country, without the internet
  govprobe crawl                      all governments of the registry, for real
  govprobe probe 成都                  one city now; prints what changed
  govprobe evidence 成都 smart-search  the pages and quotes behind a finding
  govprobe report --out bulletin      bulletin and tables

Exit status: 0 done; 1 failed; 2 wrong usage or configuration; 3 done, but the publish gate refused; 130 interrupted.`,
    );
  const commands = [
    crawlCommand,
    probeCommand,
    rejudgeCommand,
    findingsCommand,
    evidenceCommand,
    explainCommand,
    coverageCommand,
    logsCommand,
    reviewCommand,
    reviewsCommand,
    scoreCommand,
    reportCommand,
    editionCommand,
    diffCommand,
    appealCommand,
    importCommand,
    evaluateCommand,
    calibrateCommand,
    checkSheetCommand,
    scheduleCommand,
    workerCommand,
    serveCommand,
    runsCommand,
    pruneCommand,
    backupCommand,
    restoreCommand,
    sandboxCommand,
    configCommand,
    initCommand,
    doctorCommand,
  ];
  for (const make of commands) program.addCommand(make());
  addCompletion(program);
  for (const command of [program, ...program.commands]) addLanguage(command);
  return program;
}

/** Adds `--lang` to a command that has no option of this name for what it writes. */
function addLanguage(command: Command): void {
  if (command.options.some(({ long }) => long === '--lang')) return;
  command.addOption(
    new Option('--lang <language>', 'language of help and messages (default: that of the system)').choices(languages),
  );
}

/** Runs a command line; resolves to the exit status. */
export async function run(argv: readonly string[]): Promise<number> {
  const program = buildProgram();
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
