import { resolve } from 'node:path';
import { Command } from 'commander';
import { type BackupResult, backUp, restore } from '../../pipeline/operations/retention/backup.ts';
import { type CommonOptions, dataFolderOf, services, targetFolder, withCommonOptions, withStore } from '../context.ts';
import { note, printJson, printLines } from '../output.ts';

export function backupCommand(): Command {
  return withCommonOptions(new Command('backup'))
    .summary('copy the data folder while others write')
    .description(
      'Copies database and evidence into a folder, also while a run is under way; a second time only what is new is copied.',
    )
    .argument('<folder>', 'folder of the backup; made when missing')
    .addHelpText(
      'after',
      '\nExamples:\n  govprobe backup /mnt/backup/govprobe\n  govprobe restore /mnt/backup/govprobe --data new',
    )
    .action(async (folder: string, options: CommonOptions) => {
      const target = targetFolder(folder, 'the folder of the backup');
      const result = await withStore(options, (store) => backUp(store, target, Date.now()));
      report(
        result,
        options,
        `backed up to ${result.folder}: database and ${result.evidence} evidence files, ${result.copied} of them new`,
      );
    });
}

export function restoreCommand(): Command {
  return withCommonOptions(new Command('restore'))
    .summary('make a data folder out of a backup')
    .description('Makes a data folder out of a backup, and checks every file by its hash on the way.')
    .argument('<folder>', 'folder that `govprobe backup` wrote')
    .addHelpText('after', '\nExamples:\n  govprobe restore /mnt/backup/govprobe --data /var/lib/govprobe')
    .action(async (folder: string, options: CommonOptions) => {
      const result = await restore(resolve(folder), dataFolderOf(options), services());
      report(
        result,
        options,
        `restored to ${result.folder}: database and ${result.evidence} evidence files, all whole`,
      );
    });
}

function report(result: BackupResult, options: CommonOptions, line: string): void {
  if (options.json) printJson(result);
  else printLines([line]);
  if (result.missing.length > 0) {
    note(
      `govprobe: the bytes of ${result.missing.length} captures are missing in the evidence folder: ${result.missing.slice(0, 3).join(', ')} …`,
    );
    process.exitCode = 1;
  }
}
