import type { Command } from 'commander';
import { assemble } from './assemble.ts';
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

const makers = [
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

/**
 * The whole command line. Each command sets `process.exitCode` only when it ends other than well.
 */
export function buildProgram(): Command {
  return assemble(
    makers.map((make) => make()),
    addCompletion,
  );
}
