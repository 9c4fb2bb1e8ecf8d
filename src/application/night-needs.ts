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

/** Something that a night lacks. `fail`: it would not begin, or not end in time. */
export interface NightRemark {
  readonly level: 'fail' | 'warn';
  readonly what: string;
  readonly cure: string;
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
    ...(isBusy ? [busyRemark] : []),
    ...folderRemarks(figures),
    ...visitorRemarks(pack, request, env, figures.nature),
    ...notifyRemarks(pack, env),
    ...timeRemarks(pack, figures),
    ...diskRemarks(figures),
  ];
}

const busyRemark: NightRemark = {
  level: 'warn',
  what: 'another process visits governments into this data folder now',
  cure: 'The night waits for its end; `govprobe runs` shows it.',
};

function folderRemarks({ kind, nature }: NightFigures): NightRemark[] {
  if (kind === null || kind === nature) return [];
  return [
    {
      level: 'fail',
      what: `the data folder is ${kind}, and the night would add something ${nature}`,
      cure: 'Name another folder with --data.',
    },
  ];
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
  return [
    ...(isReal && domain !== null
      ? [
          {
            level: 'fail' as const,
            what: `the contact ${crawl.contact} is a placeholder: nobody reads mail at ${domain}`,
            cure: `Put an address of yours into user-agent and contact of ${join(directory, meta.files.crawl)}.`,
          },
        ]
      : []),
    ...(request.browser !== false && findChromium(env) === null
      ? [
          {
            level: 'warn' as const,
            what: 'no Chromium was found: what only a browser shows stays unknown',
            cure: '`govprobe doctor` tells how to get one.',
          },
        ]
      : []),
    ...(isReal && proxy !== null
      ? [
          {
            level: 'warn' as const,
            what: `requests leave through the proxy ${proxy.host}`,
            cure: 'Nothing to do where that is intended; else unset HTTPS_PROXY and HTTP_PROXY.',
          },
        ]
      : []),
  ];
}

function notifyRemarks({ schedule }: Pack, env: NodeJS.ProcessEnv): NightRemark[] {
  const { webhook, email } = schedule.notify;
  const secrets = notifySecrets(env);
  return [
    ...(webhook === null && email === null
      ? [
          {
            level: 'warn' as const,
            what: 'nobody is told of a night: notify names neither webhook nor email',
            cure: 'Name one in schedule.yaml; what would be sent lies in nights/RUN.json of the data folder.',
          },
        ]
      : []),
    ...(webhook !== null && secrets.webhook === null
      ? [
          {
            level: 'warn' as const,
            what: 'the webhook is sent without a signature: GOVPROBE_WEBHOOK_SECRET is not set',
            cure: 'Set it, or put it into the file that GOVPROBE_SECRETS names.',
          },
        ]
      : []),
    ...(email !== null && secrets.login === null
      ? [
          {
            level: 'warn' as const,
            what: `mail goes to ${email.host} without a login: GOVPROBE_SMTP_USER and GOVPROBE_SMTP_PASSWORD are not set`,
            cure: 'Set both, unless the server takes mail from this machine without one.',
          },
        ]
      : []),
  ];
}

function timeRemarks({ crawl, schedule }: Pack, { begins, until, estimate, step }: NightFigures): NightRemark[] {
  const isOpen = upcomingNights(begins - 1, 1, { cron: schedule.cron, window: crawl['night-window'] })[0]?.open ?? true;
  return [
    ...(step === 'start' && !isOpen
      ? [
          {
            level: 'warn' as const,
            what: 'the cron pattern fires outside the night window, so the night begins only when the window opens',
            cure: 'Let cron of schedule.yaml fire inside night-window of crawl.yaml.',
          },
        ]
      : []),
    ...(estimate !== null && until !== null && estimate.cutOff.length > 0
      ? [
          {
            level: 'fail' as const,
            what: `${estimate.cutOff.length} visits would not begin before the window closes`,
            cure: 'Raise concurrency or widen night-window in crawl.yaml; what is cut off goes on next night.',
          },
        ]
      : []),
  ];
}

function diskRemarks({ free, nightly }: NightFigures): NightRemark[] {
  if (nightly === null || free >= nightly + spareBytes) return [];
  return [
    {
      level: 'fail',
      what: 'the disk of the data folder may not hold another night',
      cure: 'Free some space; `govprobe prune` and `govprobe runs` show what could go.',
    },
  ];
}
