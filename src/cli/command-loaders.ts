import type { Command } from 'commander';

/**
 * Every command by its name, in the order of the help. Each is loaded without the others, whose
 * modules take three times as long to load as its own.
 */
export const commandLoaders: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['crawl', async () => (await import('./commands/crawl.ts')).crawlCommand()],
  ['probe', async () => (await import('./commands/probe.ts')).probeCommand()],
  ['rejudge', async () => (await import('./commands/rejudge.ts')).rejudgeCommand()],
  ['findings', async () => (await import('./commands/findings.ts')).findingsCommand()],
  ['evidence', async () => (await import('./commands/evidence.ts')).evidenceCommand()],
  ['explain', async () => (await import('./commands/explain.ts')).explainCommand()],
  ['coverage', async () => (await import('./commands/coverage.ts')).coverageCommand()],
  ['logs', async () => (await import('./commands/logs.ts')).logsCommand()],
  ['review', async () => (await import('./commands/review.ts')).reviewCommand()],
  ['reviews', async () => (await import('./commands/reviews.ts')).reviewsCommand()],
  ['score', async () => (await import('./commands/score.ts')).scoreCommand()],
  ['report', async () => (await import('./commands/report.ts')).reportCommand()],
  ['edition', async () => (await import('./commands/edition.ts')).editionCommand()],
  ['diff', async () => (await import('./commands/diff.ts')).diffCommand()],
  ['appeal', async () => (await import('./commands/appeal.ts')).appealCommand()],
  ['import', async () => (await import('./commands/import.ts')).importCommand()],
  ['evaluate', async () => (await import('./commands/evaluate.ts')).evaluateCommand()],
  ['calibrate', async () => (await import('./commands/calibrate.ts')).calibrateCommand()],
  ['check-sheet', async () => (await import('./commands/check-sheet.ts')).checkSheetCommand()],
  ['schedule', async () => (await import('./commands/schedule.ts')).scheduleCommand()],
  ['worker', async () => (await import('./commands/worker.ts')).workerCommand()],
  ['serve', async () => (await import('./commands/serve.ts')).serveCommand()],
  ['runs', async () => (await import('./commands/runs.ts')).runsCommand()],
  ['prune', async () => (await import('./commands/prune.ts')).pruneCommand()],
  ['backup', async () => (await import('./commands/backup.ts')).backupCommand()],
  ['restore', async () => (await import('./commands/backup.ts')).restoreCommand()],
  ['sandbox', async () => (await import('./commands/sandbox.ts')).sandboxCommand()],
  ['config', async () => (await import('./commands/config.ts')).configCommand()],
  ['init', async () => (await import('./commands/init.ts')).initCommand()],
  ['doctor', async () => (await import('./commands/doctor.ts')).doctorCommand()],
]);
