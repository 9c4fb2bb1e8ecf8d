import type { EvidenceLink, FindingEvidence } from '../../application/evidence.ts';
import type { Pack } from '../../config/pack.ts';
import type { Finding } from '../../model/finding.ts';
import { inZone } from '../../model/time.ts';
import { reviewRemark } from '../claim.ts';
import { obstacleLines } from '../obstacles.ts';
import { cell, short } from '../output.ts';
import { say } from '../say.ts';
import { staleLines } from '../stale-remark.ts';

/** Failed captures that are listed in text; JSON has all. */
const shownFailures = 20;

/** A finding with its pages, what stood in the way, and where the bytes are. */
export function evidenceLines(
  { government, finding, chain, failures, earlier }: FindingEvidence,
  { failures: policies, meta }: Pick<Pack, 'failures' | 'meta'>,
  dataFolder: string,
): string[] {
  const zone = meta['time-zone'];
  const files = chain.filter(({ sha256 }) => sha256 !== null);
  return [
    `${government.name} (${government.code}) · ${headline(finding)}`,
    `${say('value:')} ${short(finding.value, 400) || say('none')}`,
    ...reviewLines(finding, zone),
    ...staleLines(earlier, zone),
    ...(chain.length === 0 ? [say('no page is quoted')] : chain.flatMap((link, index) => linkLines(link, index, zone))),
    ...obstacleLines(finding, policies),
    ...(finding.state === 'unknown' ? failureLines(failures) : []),
    ...(files.length === 0
      ? []
      : [say('bytes: {folder}/evidence/<first two digits>/<sha256>.zst (read with zstd -dc)', { folder: dataFolder })]),
  ];
}

function headline({ probe, version, state, reason, confidence }: Finding): string {
  const why = reason ? ` (${cell(reason, 300)})` : '';
  return say('{probe} version {version}: {state}{why}, confidence {confidence}', {
    ...{ probe, version, why },
    state: say(state),
    confidence: confidence.toFixed(2),
  });
}

function reviewLines({ review }: Finding, zone: string): string[] {
  return review === undefined ? [] : [reviewRemark(review, zone), `   ${say('why:')} ${cell(review.why, 600)}`];
}

function linkLines(link: EvidenceLink, index: number, zone: string): string[] {
  const { url, quote, screenshot, capture, time, via, status, sha256 } = link;
  return [
    `${index + 1}. ${url}`,
    `   “${quote}”`,
    ...(screenshot === null ? [] : [`   ${say('picture (JPEG)')} sha256 ${screenshot}`]),
    `   ${[
      `${say('capture')} ${capture}`,
      time === null ? say('time unknown') : inZone(time, zone, 'seconds'),
      via ?? '?',
      `${say('status')} ${status ?? '-'}`,
      `sha256 ${sha256 ?? '-'}`,
    ].join(' · ')}`,
  ];
}

function failureLines(failures: FindingEvidence['failures']): string[] {
  if (failures.length === 0) return [];
  const shown = failures.slice(0, shownFailures);
  return [
    say('what failed in the visit:'),
    ...shown.map(({ site, failure, url, detail }) => `   ${site} ${failure}: ${url} (${detail ?? ''})`),
  ];
}
