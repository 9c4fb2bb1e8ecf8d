import type { Finding } from '../model/finding.ts';
import type { Answer, Statement } from './adoption.ts';

/** The thing is there, at whatever level. */
function isPresent(probe: string): Statement['answer'] {
  return (findings) => presence(findings.get(probe));
}

/** The opposite of `isPresent`; what is unknown stays unknown. */
function isAbsent(probe: string): Statement['answer'] {
  return (findings) => {
    const answer = presence(findings.get(probe));
    return answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : answer;
  };
}

/**
 * Fewer than `limit` things are counted. Nothing there is a count of 0, and so is everything on a platform that does not
 * exist: the published shares of 2023 (173 / 301 without an API) are taken over the whole group, although the sentence speaks of those
 * with a platform. A present finding without a number is unknown.
 */
export function countsBelow(limit: number, probe: string, platform: string): Statement['answer'] {
  return (findings) => {
    const finding = findings.get(probe);
    const count = finding?.value?.count;
    if (finding?.state === 'present' && typeof count === 'number') return count < limit ? 'yes' : 'no';
    if (finding?.state === 'absent' || finding?.state === 'not-applicable') return 'yes';
    return findings.get(platform)?.state === 'absent' ? 'yes' : 'unknown';
  };
}

function presence(finding: Finding | undefined): Answer {
  switch (finding?.state) {
    case 'present':
      return 'yes';
    case 'absent':
      return 'no';
    case 'not-applicable':
      return 'left-out';
    default:
      return 'unknown';
  }
}

const platform = 'open-data-platform';

/** What the published bulletin says about the six probes, with the bases that its figures prove. */
export const adoptionStatements: readonly Statement[] = [
  { id: 'smart-search', probes: ['smart-search'], base: 'assessable', answer: isPresent('smart-search') },
  { id: 'smart-qa', probes: ['smart-qa'], base: 'assessable', answer: isPresent('smart-qa') },
  { id: 'open-data-platform', probes: [platform], base: 'all', answer: isPresent(platform) },
  { id: 'no-open-data-platform', probes: [platform], base: 'all', answer: isAbsent(platform) },
  { id: 'api-zero', probes: ['api-count', platform], base: 'all', answer: countsBelow(1, 'api-count', platform) },
  {
    id: 'apps-below-ten',
    probes: ['app-count', platform],
    base: 'all',
    answer: countsBelow(10, 'app-count', platform),
  },
  { id: 'privacy-policy', probes: ['privacy-policy'], base: 'assessable', answer: isPresent('privacy-policy') },
  { id: 'no-privacy-policy', probes: ['privacy-policy'], base: 'assessable', answer: isAbsent('privacy-policy') },
];
