import { Command } from 'commander';
import { exclusionOf } from '../../config/exclusions.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions } from '../context.ts';
import { runChecks } from '../doctor/checks.ts';
import { printJson, printLines, table } from '../output.ts';
import { say, speakIn, titles } from '../say.ts';

const lookLimit = 10_000;

export function doctorCommand(): Command {
  return withCommonOptions(new Command('doctor'))
    .summary('what this machine lacks, and how to get it')
    .description(
      'Looks at the machine: runtime, database driver, browser, fonts, data folder, network. Exit status 1 when something needed is missing.',
    )
    .action(async (options: CommonOptions) => {
      // Programs read JSON, whatever the language of the machine.
      if (options.json) speakIn('en');
      const pack = await packOf(options);
      const hosts = pack.governments.flatMap(({ sites }) => (sites.portal ? [new URL(sites.portal.url).hostname] : []));
      const host = hosts.find((name) => exclusionOf(pack.crawl.exclusions, name) === null) ?? null;
      const checks = await runChecks({
        dataFolder: dataFolderOf(options),
        host,
        language: pack.meta.language,
        env: process.env,
        limit: lookLimit,
      });
      if (options.json) printJson(checks);
      else {
        const rows = checks.map((check) => [
          say(check.status),
          check.name,
          check.cure === null ? check.detail : `${check.detail} → ${check.cure}`,
        ]);
        printLines(table(titles('state', 'check', 'found'), rows));
      }
      if (checks.some((check) => check.status === 'fail')) process.exitCode = 1;
    });
}
