import type { ListedFinding } from '../../application/findings.ts';
import { reviewRemark } from '../claim.ts';
import { reasonText } from '../obstacles.ts';
import { cell, short, table } from '../output.ts';
import { staleRemark } from '../stale-remark.ts';

/** One row for each finding, or a sentence when there is none. */
export function findingsTable(listed: readonly ListedFinding[]): string[] {
  if (listed.length === 0) return ['no finding fits'];
  const rows = listed.map(({ finding, name, earlier }) => [
    finding.government,
    name,
    finding.probe,
    finding.state,
    finding.confidence.toFixed(2),
    finding.reason === null ? short(finding.value) : `${cell(reasonText(finding), 100)}${staleRemark(earlier)}`,
    reviewRemark(finding.review),
  ]);
  return table(['code', 'name', 'probe', 'state', 'conf.', 'value or reason', 'review'], rows);
}
