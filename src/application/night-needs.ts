import { join } from 'node:path';
import { unreadContact } from '../config/contact.ts';
import type { Pack } from '../config/pack.ts';
import type { FolderKind, Nature } from '../model/nature.ts';
import { findChromium } from '../pipeline/crawl/browser/find-chromium.ts';
import type { NightEstimate } from '../pipeline/operations/nightly/estimate-night.ts';
import { type Step, upcomingNights } from '../pipeline/operations/nightly/next-step.ts';
import { notifySecrets } from '../pipeline/operations/nightly/notify/notify.ts';
import { proxyOf } from './run-settings.ts';
import type { ScheduleRequest } from './schedule.ts';

/** What a night may lack. */
export type NightNeed =
  | 'busy'
  | 'other-folder'
  | 'contact'
  | 'browser'
  | 'proxy'
  | 'notify'
  | 'webhook-secret'
  | 'mail-login'
  | 'cron-outside'
  | 'window'
  | 'disk';

/** Something that a night lacks. `fail`: it would not begin, or not end in time. */
export interface NightRemark {
  readonly level: 'fail' | 'warn';
  readonly kind: NightNeed;
  /** What a sentence about it names. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** What was found out about the next night; times in milliseconds since 1970, sizes in bytes. */
export interface NightFigures {
  /** What answers the requests. */
  readonly nature: Nature;
  /** What the data folder holds; null: nothing yet. */
  readonly kind: FolderKind | null;
  readonly step: Exclude<Step['do'], 'wait'>;
  readonly begins: number;
  readonly until: number | null;
  readonly estimate: NightEstimate | null;
  readonly free: number;
  readonly nightly: number | null;
}

/** Bytes that must stay free beside what a night adds. */
const spareBytes = 1e9;

/**
 * What a night lacks, the gravest of each kind first.
 *
 * @param isBusy whether another process visits governments now
 * @throws UsageError for a proxy or a file of secrets that cannot be used.
 */
export function nightRemarks(
  pack: Pack,
  request: Omit<ScheduleRequest, 'mode'>,
  env: NodeJS.ProcessEnv,
  isBusy: boolean,
  figures: NightFigures,
): NightRemark[] {
  return [
    ...(isBusy ? [remark('warn', 'busy')] : []),
    ...folderRemarks(figures),
    ...visitorRemarks(pack, request, env, figures.nature),
    ...notifyRemarks(pack, env),
    ...timeRemarks(pack, figures),
    ...diskRemarks(figures),
  ];
}

function remark(level: NightRemark['level'], kind: NightNeed, values: NightRemark['values'] = {}): NightRemark {
  return { level, kind, values };
}

function folderRemarks({ kind, nature }: NightFigures): NightRemark[] {
  return kind === null || kind === nature ? [] : [remark('fail', 'other-folder', { kind, nature })];
}

function visitorRemarks(
  pack: Pack,
  request: Omit<ScheduleRequest, 'mode'>,
  env: NodeJS.ProcessEnv,
  nature: Nature,
): NightRemark[] {
  const { crawl, directory, meta } = pack;
  const isReal = nature === 'real';
  const domain = unreadContact(crawl.contact) ?? unreadContact(crawl['user-agent']);
  const proxy = proxyOf(request.proxy, env);
  const file = join(directory, meta.files.crawl);
  const hasBrowser = request.browser === false || findChromium(env) !== null;
  return [
    ...(isReal && domain !== null ? [remark('fail', 'contact', { contact: crawl.contact, domain, file })] : []),
    ...(hasBrowser ? [] : [remark('warn', 'browser')]),
    ...(isReal && proxy !== null ? [remark('warn', 'proxy', { host: proxy.host })] : []),
  ];
}

function notifyRemarks({ schedule }: Pack, env: NodeJS.ProcessEnv): NightRemark[] {
  const { webhook, email } = schedule.notify;
  const secrets = notifySecrets(env);
  return [
    ...(webhook === null && email === null ? [remark('warn', 'notify')] : []),
    ...(webhook !== null && secrets.webhook === null ? [remark('warn', 'webhook-secret')] : []),
    ...(email !== null && secrets.login === null ? [remark('warn', 'mail-login', { host: email.host })] : []),
  ];
}

function timeRemarks({ crawl, schedule }: Pack, { begins, until, estimate, step }: NightFigures): NightRemark[] {
  const isOpen = upcomingNights(begins - 1, 1, { cron: schedule.cron, window: crawl['night-window'] })[0]?.open ?? true;
  const cutOff = until === null ? 0 : (estimate?.cutOff.length ?? 0);
  return [
    ...(step === 'start' && !isOpen ? [remark('warn', 'cron-outside')] : []),
    ...(cutOff === 0 ? [] : [remark('fail', 'window', { count: cutOff })]),
  ];
}

function diskRemarks({ free, nightly }: NightFigures): NightRemark[] {
  return nightly === null || free >= nightly + spareBytes ? [] : [remark('fail', 'disk')];
}
