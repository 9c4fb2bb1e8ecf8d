import type { ListedFinding } from '../../application/findings.ts';
import type { Finding } from '../../model/finding.ts';
import { type Cell, toCsv } from '../../report/csv.ts';
import { reviewRemark } from '../claim.ts';
import { reasonText, withObstacles } from '../obstacles.ts';
import { cell, short, table } from '../output.ts';
import { say, titles } from '../say.ts';
import { staleRemark, withStale } from '../stale-remark.ts';

/** One row for each finding, or a sentence when there is none. */
export function findingsTable(listed: readonly ListedFinding[], zone: string): string[] {
  if (listed.length === 0) return [say('no finding fits')];
  const rows = listed.map(({ finding, name, earlier }) => [
    finding.government,
    name,
    finding.probe,
    say(finding.state),
    finding.confidence.toFixed(2),
    finding.reason === null ? short(finding.value) : `${cell(reasonText(finding), 100)}${staleRemark(earlier, zone)}`,
    reviewRemark(finding.review, zone),
  ]);
  return table(titles('code', 'name', 'probe', 'state', 'conf.', 'value or reason', 'review'), rows);
}

/** A listed finding for other programs. */
export function findingJson({ finding, earlier, simulated }: ListedFinding) {
  return { ...withStale(withObstacles(finding), earlier), simulated };
}

/** The same for a spreadsheet, one row for each finding with its first piece of evidence. */
export function findingsCsv(listed: readonly ListedFinding[], bom: boolean): string {
  const head = [
    ...['code', 'name', 'province', 'probe', 'indicator', 'full_mark', 'state', 'level', 'count', 'share'],
    ...['confidence', 'stake', 'reason', 'obstacle', 'value', 'evidence', 'url', 'quote', 'capture'],
    ...['review', 'review_status', 'reviewer', 'reviewed', 'why', 'machine_state', 'machine_value'],
    ...['stale_state', 'stale_measured', 'simulated'],
  ];
  return toCsv({ head, rows: listed.map(csvRow) }, bom);
}

function csvRow({ finding, name, government, leaves, stake, earlier, simulated }: ListedFinding): Cell[] {
  const { probe, state, value, confidence, reason, evidence, review } = finding;
  const [first] = evidence;
  return [
    ...[finding.government, name, government?.province ?? null, probe],
    leaves.map((node) => node.name).join(', ') || null,
    leaves.reduce((sum, node) => sum + node.full, 0),
    ...[state, measure(value, 'level'), measure(value, 'count'), measure(value, 'share')],
    ...[confidence, Number(stake.toFixed(4)), reason, finding.obstacles?.[0]?.url ?? null, jsonOf(value)],
    ...[evidence.length, first?.url ?? null, first?.quote ?? null, first?.capture ?? null],
    ...[review?.id ?? null, review?.status ?? null, review?.who ?? null, review?.when ?? null, review?.why ?? null],
    ...[review?.machine.state ?? null, jsonOf(review?.machine.value ?? null)],
    ...[earlier?.finding.state ?? null, earlier?.measured ?? null, String(simulated)],
  ];
}

function measure(value: Finding['value'], key: string): Cell {
  const held = value?.[key];
  return typeof held === 'number' || typeof held === 'string' ? held : null;
}

function jsonOf(value: Finding['value']): Cell {
  return value === null ? null : JSON.stringify(value);
}
