import type { Finding } from '../../../../model/finding.ts';
import type { Government } from '../../../../model/government.ts';
import type { NightResult } from '../close-night.ts';

/** One side of a change, with what a reader needs to check it. */
interface Side {
  readonly state: Finding['state'];
  readonly value: Finding['value'];
  readonly reason: string | null;
  readonly evidence: Finding['evidence'];
}

/** What the webhook is sent. */
export interface Notification {
  readonly event: 'published' | 'refused';
  readonly title: string;
  /** A simulated country answered: nothing here is about a real government. */
  readonly simulated: boolean;
  readonly run: string;
  readonly published: string | null;
  readonly before: string | null;
  /** Why the run was refused. */
  readonly reasons: readonly string[];
  readonly checks: readonly { readonly name: string; readonly passed: boolean; readonly sentence: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly {
    readonly government: string;
    readonly name: string;
    readonly probe: string;
    readonly kind: string;
    readonly causes: readonly string[];
    readonly before: Side | null;
    readonly after: Side | null;
  }[];
}

/** The notification about a night, complete. */
export function notificationOf(
  title: string,
  result: NightResult,
  governments: readonly Pick<Government, 'code' | 'name'>[],
  simulated: boolean,
): Notification {
  const names = new Map(governments.map(({ code, name }) => [code, name]));
  const side = (finding: Finding | undefined): Side | null => {
    if (finding === undefined) return null;
    const { state, value, reason, evidence } = finding;
    return { state, value, reason, evidence };
  };
  return {
    event: result.passed ? 'published' : 'refused',
    title,
    simulated,
    run: result.run,
    published: result.published,
    before: result.before,
    reasons: result.reasons,
    checks: result.checks.map(({ name, passed, sentence }) => ({ name, passed, sentence })),
    counts: result.counts,
    changes: result.changes.map(({ government, probe, kind, causes, before, after }) => ({
      government,
      name: names.get(government) ?? '',
      probe,
      kind,
      causes,
      before: side(before?.finding),
      after: side(after?.finding),
    })),
  };
}

const listed = 200;
const valueLength = 120;

/**
 * The notification as the plain text of a letter. Text from sites is folded into single lines
 * without control characters.
 */
export function letterOf(notification: Notification): { subject: string; text: string } {
  const { event, simulated, run, published, reasons, checks, changes, counts } = notification;
  const what = simulated ? 'simulated run' : 'run';
  const done = event === 'published';
  const subject = done
    ? `govprobe: ${what} ${run} is published, ${changes.length} changes`
    : `govprobe: ${what} ${run} was refused, ${published ?? 'nothing'} stays published`;
  const lines = [
    oneLine(notification.title),
    ...(simulated ? ['Simulated country: nothing here is about a real government.'] : []),
    '',
    done ? `Run ${run} is published.` : `Run ${run} was refused by the publish gate:`,
    ...reasons.map((reason) => `  - ${oneLine(reason)}`),
    '',
    ...checks.map((check) => `${check.passed ? 'ok     ' : 'REFUSED'} ${check.name}: ${oneLine(check.sentence)}`),
    '',
    `Changes: ${changes.length}${Object.keys(counts).length === 0 ? '' : ` (of all: ${JSON.stringify(counts)})`}`,
  ];
  for (const change of changes.slice(0, listed)) {
    lines.push(
      `${change.government} ${oneLine(change.name)} ${change.probe}: ${change.kind}`,
      `    before: ${describe(change.before)}`,
      `    now:    ${describe(change.after)}`,
    );
  }
  if (changes.length > listed) lines.push(`... and ${changes.length - listed} more`);
  return { subject, text: `${lines.join('\n')}\n` };
}

function describe(side: Side | null): string {
  if (side === null) return '-';
  const value = side.value === null ? (side.reason ?? '') : JSON.stringify(side.value);
  const page = side.evidence[0]?.url;
  return oneLine(`${side.state} ${value.slice(0, valueLength)}${page === undefined ? '' : ` <${page}>`}`);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}
