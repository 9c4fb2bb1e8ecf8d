import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ScheduleRequest } from '../application/schedule.ts';
import { checkSchedule } from '../application/schedule-check.ts';
import { EmptyDatabase } from '../store/database.ts';
import { type CommonOptions, packOf, services, withStore } from './context.ts';
import { printJson, printLines } from './output.ts';
import { remarkTexts, scheduleCheckLines } from './views/schedule-check.ts';

/** Prints what the next night will do. Sets exit status 1 where something keeps it from being done. */
export async function checkAndPrint(request: Omit<ScheduleRequest, 'mode'>, options: CommonOptions): Promise<void> {
  const pack = await packOf(options);
  const surroundings = { env: process.env, now: Date.now() };
  const check = (await isThere(request.dataFolder, options))
    ? await withStore(options, (store) => checkSchedule(store, pack, request, surroundings))
    : await checkSchedule(null, pack, request, surroundings);
  if (options.json) {
    const plan = check.plan.map(({ code, name, province }) => ({ code, name, province }));
    const remarks = check.remarks.map((remark) => ({ ...remark, ...remarkTexts(remark) }));
    printJson({ ...check, plan, remarks });
  } else printLines(scheduleCheckLines(check));
  if (check.remarks.some(({ level }) => level === 'fail')) process.exitCode = 1;
}

/** Whether something was stored yet. */
async function isThere(dataFolder: string, options: CommonOptions): Promise<boolean> {
  if (services().database === null) return existsSync(join(dataFolder, 'govprobe.sqlite'));
  try {
    return await withStore(options, async () => true);
  } catch (error) {
    if (error instanceof EmptyDatabase) return false;
    throw error;
  }
}
