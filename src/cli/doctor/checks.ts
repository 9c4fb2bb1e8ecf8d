import { checkChromium, checkFont } from './browser.ts';
import type { Check, DoctorOptions } from './check.ts';
import { checkDataFolder } from './data-folder.ts';
import { checkDatabaseDriver, checkNode, checkUser } from './machine.ts';
import { checkNameLookup, checkProxy } from './network.ts';
import { checkServices } from './services.ts';

/**
 * Looks at everything a run needs, in the order to be shown. Changes nothing and never rejects:
 * what cannot be told is a `warn`. Takes at most about the limit, since the checks run side by
 * side.
 */
export async function runChecks(options: DoctorOptions): Promise<Check[]> {
  const checks = await Promise.all([
    checkNode(process.versions.node),
    checkDatabaseDriver(),
    checkChromium(options),
    checkFont(options),
    checkDataFolder(options),
    checkServices(options),
    checkUser(process.geteuid?.() ?? null),
    checkProxy(options),
    checkNameLookup(options),
  ]);
  return checks.flat();
}
