import type { NightNeed, NightRemark } from '../../application/night-needs.ts';
import type { ScheduleCheck } from '../../application/schedule-check.ts';
import { inZone } from '../../model/time.ts';
import { table, width } from '../output.ts';
import { say, titles } from '../say.ts';

/** Visits of the plan that are listed; JSON has all. */
const visitsListed = 12;
/** Columns of a label before its text. */
const labelWidth = 11;

/** What a night may lack, and what to do about it, as phrases. */
const needs: Readonly<Record<NightNeed, readonly [what: string, cure: string]>> = {
  busy: [
    'another process visits governments into this data folder now',
    'The night waits for its end; `govprobe runs` shows it.',
  ],
  'other-folder': ['the data folder is {kind}, and the night is {nature}', 'Name another folder with --data.'],
  contact: [
    'the contact {contact} is a placeholder: nobody reads mail at {domain}',
    'Put an address of yours into user-agent and contact of {file}.',
  ],
  browser: [
    'no Chromium was found: what only a browser shows stays unknown',
    '`govprobe doctor` tells how to get one.',
  ],
  proxy: [
    'requests leave through the proxy {host}',
    'Nothing to do where that is intended; else unset HTTPS_PROXY and HTTP_PROXY.',
  ],
  notify: [
    'nobody is told of a night: notify names neither webhook nor email',
    'Name one in schedule.yaml; what would be sent lies in nights/RUN.json of the data folder.',
  ],
  'webhook-secret': [
    'the webhook is sent without a signature: GOVPROBE_WEBHOOK_SECRET is not set',
    'Set it, or put it into the file that GOVPROBE_SECRETS names.',
  ],
  'mail-login': [
    'mail goes to {host} without a login: GOVPROBE_SMTP_USER and GOVPROBE_SMTP_PASSWORD are not set',
    'Set both, unless the server takes mail from this machine without one.',
  ],
  'cron-outside': [
    'the cron pattern fires outside the night window, so the night begins only when the window opens',
    'Let cron of schedule.yaml fire inside night-window of crawl.yaml.',
  ],
  window: [
    '{count} visits would not begin before the window closes',
    'Raise concurrency or widen night-window in crawl.yaml; what is cut off goes on next night.',
  ],
  disk: [
    'the disk of the data folder may not hold another night',
    'Free some space; `govprobe prune` and `govprobe runs` show what could go.',
  ],
};

/** The sentence of a remark and what to do about it, in the language of the terminal. */
export function remarkTexts({ kind, values }: NightRemark): { readonly what: string; readonly cure: string } {
  const [what, cure] = needs[kind];
  const said = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? say(value) : value]),
  );
  return { what: say(what, said), cure: say(cure, said) };
}

/** The next night in lines: when, whom, how long, what it needs and what is missing. */
export function scheduleCheckLines(check: ScheduleCheck): string[] {
  const { zone, step, begins, closes, plan, canaries, concurrency, upcoming, remarks, why } = check;
  const at = (time: string): string => inZone(time, zone);
  const doing = { start: 'a new run', resume: 'the unfinished run goes on', close: 'the unfinished run is closed' };
  const window = closes === null ? say('always open') : say('no visit begins after {time}', { time: at(closes) });
  const beside = canaries.length === 0 ? '' : say('; beside them {count} canaries', { count: canaries.length });
  return [
    line('at the moment', `${at(check.now)} (${zone})`),
    line('next', `${at(begins)}: ${say(doing[step])} (${why})`),
    line('window', window),
    line('visits', say('{count}, {concurrency} at once', { count: plan.length, concurrency }) + beside),
    ...(plan.length === 0 ? [] : [line('order', orderText(plan))]),
    ...durationLines(check),
    line('disk', diskText(check)),
    line('after that', upcoming.map(({ night, open }) => at(night) + (open ? '' : say(' (window closed)'))).join('; ')),
    '',
    ...(remarks.length === 0 ? [say('nothing is missing')] : remarks.flatMap(remarkLines)),
  ];
}

/** `label      text`, aligned; without a label the text alone. */
function line(label: string, text: string): string {
  const said = label === '' ? '' : say(label);
  return `${said}${' '.repeat(Math.max(1, labelWidth + 3 - width(said)))}${text}`;
}

function orderText(plan: ScheduleCheck['plan']): string {
  const names = plan.slice(0, visitsListed).map(({ name }) => name);
  const more = plan.length - names.length;
  const rest = more > 0 ? say(' and {count} more (--json lists all)', { count: more }) : '';
  return `${names.join(', ')}${rest}${say('; by a hash of the code, so that neighbours do not ask one host at once')}`;
}

function durationLines({ estimate, nights, longest, begins, zone }: ScheduleCheck): string[] {
  const limit = say('at most {time}, if every visit takes all its time', { time: duration(longest) });
  if (estimate === null) {
    const unknown = say('not known: no night was measured in this data folder yet');
    return [line('duration', `${unknown}; ${limit}`)];
  }
  const ends = inZone(new Date(Date.parse(begins) + estimate.duration).toISOString(), zone);
  const about = say('about {time}, to {ends}', { time: duration(estimate.duration), ends });
  const unmeasured = say('{count} visits were never measured and count as the median of the others', {
    count: estimate.unmeasured.length,
  });
  const rows = nights.map(({ run, visits, busy, evidence }) => [run, String(visits), duration(busy), size(evidence)]);
  return [
    line('duration', `${about}; ${limit}`),
    ...(estimate.unmeasured.length === 0 ? [] : [line('', unmeasured)]),
    ...table(titles('measured night', 'visits', 'took', 'new evidence'), rows).map((row) => line('', row)),
  ];
}

function diskText({ disk: { free, nightly } }: ScheduleCheck): string {
  if (nightly === null) {
    return say('{free} free; a first night of a whole country takes a few gigabytes', { free: size(free) });
  }
  const adds = say('{free} free, a night adds up to {nightly} of evidence', {
    free: size(free),
    nightly: size(nightly),
  });
  return nightly === 0 ? adds : adds + say(', enough for {count} nights', { count: Math.floor(free / nightly) });
}

function remarkLines(remark: NightRemark): string[] {
  const { what, cure } = remarkTexts(remark);
  return [`${say(remark.level === 'fail' ? 'MISSING' : 'note')}: ${what}`, `   ${cure}`];
}

function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 120) return say('{n} s', { n: Math.round(seconds) });
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return say('{n} min', { n: minutes });
  return say('{hours} h {minutes} min', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

function size(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
