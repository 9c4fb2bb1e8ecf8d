import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { FailurePolicies } from '../../../config/schema/failures.ts';
import type { Finding } from '../../../model/finding.ts';

/** Settings of the second pass: every time limit is longer by the factor of the policies, and nothing is tried twice. */
export function longerLimits(settings: CrawlSettings, policies: FailurePolicies): CrawlSettings {
  const factor = policies['second-pass']['limits-factor'];
  const { timeouts, budget, retry } = settings;
  const longer = (limit: number): number => Math.round(limit * factor);
  return {
    ...settings,
    timeouts: {
      ...timeouts,
      connect: longer(timeouts.connect),
      'first-byte': longer(timeouts['first-byte']),
      body: longer(timeouts.body),
      total: longer(timeouts.total),
    },
    budget: { ...budget, 'visit-time': longer(budget['visit-time']) },
    retry: { ...retry, attempts: 0 },
  };
}

/** Whether a second visit tells more than the first: fewer findings are unknown, or as few and fewer of the others lack a measure. */
export function worthMore(second: readonly Finding[], first: readonly Finding[]): boolean {
  const unknown = (findings: readonly Finding[]): number => findings.filter(({ state }) => state === 'unknown').length;
  const partly = (findings: readonly Finding[]): number =>
    findings.filter(({ state, reason }) => state === 'present' && reason !== null).length;
  const less = unknown(first) - unknown(second);
  return less > 0 || (less === 0 && partly(second) < partly(first));
}
