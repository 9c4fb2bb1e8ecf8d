import { type Finding, findingKey } from '../../model/finding.ts';
import { errorSourceOf } from '../uncertainty/error-source.ts';

/**
 * Names what findings have in common that one decision settles: the probe with its version, the
 * product or host that the finding rests on, and the claim. Null for a finding that claims nothing
 * or rests on nothing that others could share.
 */
export function causeOf(finding: Finding): string | null {
  if (finding.state !== 'present' && finding.state !== 'absent') return null;
  const source = errorSourceOf(finding);
  if (source === `${finding.probe} government ${finding.government}`) return null;
  const level = finding.value?.level;
  return [source, finding.state, ...(typeof level === 'string' ? [level] : []), `v${finding.version}`].join(' ');
}

/** The product or host of a cause, for people. */
export function productOf(finding: Finding): string | null {
  const source = errorSourceOf(finding);
  const [, kind, ...name] = source.split(' ');
  return kind === 'government' ? null : name.join(' ');
}

/**
 * Findings with a cause that at least one other finding has, by cause; members in the order of
 * their keys.
 */
export function sharedCauses(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byCause = new Map<string, Finding[]>();
  for (const finding of findings) {
    const cause = causeOf(finding);
    if (cause === null) continue;
    const members = byCause.get(cause);
    if (members === undefined) byCause.set(cause, [finding]);
    else members.push(finding);
  }
  const shared = [...byCause].filter(([, members]) => members.length > 1);
  return new Map(shared.map(([cause, members]) => [cause, members.toSorted(byKey)]));
}

function byKey(a: Finding, b: Finding): number {
  return findingKey(a) < findingKey(b) ? -1 : 1;
}
