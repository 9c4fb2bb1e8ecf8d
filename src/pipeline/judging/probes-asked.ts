import type { Finding } from '../../model/finding.ts';
import type { Probe } from '../../probes/contract.ts';

/**
 * The probes that a visit was made for, by what they found in it. A visit for one probe did not
 * follow the links of the others, so judging it by all of them would put guesses over what the
 * crawl below it saw.
 */
export function probesAsked(probes: readonly Probe[], findings: readonly Finding[]): Probe[] {
  const asked = new Set(findings.filter(({ reason }) => reason !== 'no-probe').map(({ probe }) => probe));
  return probes.filter(({ id }) => asked.has(id));
}
