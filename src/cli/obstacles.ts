import { curesFor } from '../application/evidence.ts';
import type { FailurePolicies } from '../config/schema/failures.ts';
import type { Finding, Obstacle } from '../model/finding.ts';
import { cell } from './output.ts';
import { say, spokenLanguage } from './say.ts';

/** A finding for JSON: `obstacles` is always an array, empty where nothing stood in the way. */
export function withObstacles<Some extends Finding>(finding: Some): Some & { obstacles: Obstacle[] } {
  return { ...finding, obstacles: finding.obstacles ?? [] };
}

/** The reason of a finding with what it blames first: `not-followed 市长信箱 http://… (and 2 more)`. */
export function reasonText({ reason, obstacles }: Pick<Finding, 'reason' | 'obstacles'>): string {
  if (reason === null) return '';
  const [first] = obstacles ?? [];
  const more = (obstacles?.length ?? 0) - 1;
  const place = first === undefined ? [] : [first.part ?? first.intent ?? '', first.url ?? ''];
  const words = [reason, ...place, more > 0 ? say('(and {count} more)', { count: more }) : ''].filter(
    (word) => word !== '',
  );
  return words.map((word) => cell(word, 120)).join(' ');
}

/**
 * A line for each thing that stood in the way of a finding, then what would settle the question, a
 * line for each reason.
 */
export function obstacleLines({ obstacles }: Pick<Finding, 'obstacles'>, policies: FailurePolicies): string[] {
  if (obstacles === undefined || obstacles.length === 0) return [];
  return [
    say('what stood in the way:'),
    ...obstacles.map((one) => `   ${obstacleText(one)}`),
    say('what would settle it:'),
    ...Object.entries(curesFor(obstacles, policies, spokenLanguage())).map(([reason, cure]) => `   ${reason}: ${cure}`),
  ];
}

function obstacleText({ reason, site, url, capture, intent, part }: Obstacle): string {
  const words = [
    `${site ?? say('no site')} ${reason}${url === undefined ? '' : `: ${cell(url, 300)}`}`,
    part === undefined ? '' : `“${cell(part, 80)}”`,
    intent === undefined ? '' : say('for {intent}', { intent }),
    capture === undefined ? '' : `${say('capture')} ${capture}`,
  ];
  return words.filter((word) => word !== '').join(' · ');
}
