import type { FindingPair, ProbedGovernment } from '../../application/probe.ts';
import type { Finding } from '../../model/finding.ts';
import { reviewRemark } from '../claim.ts';
import { reasonText } from '../obstacles.ts';
import { cell, short, table } from '../output.ts';
import { say } from '../say.ts';
import { standingLine } from './standing.ts';

/** Each finding beside the one that was known before, as a table. */
export function probedLines({ run, government, changes, standing }: ProbedGovernment, zone: string): string[] {
  const rows = changes.map((change) => [
    change.after.probe,
    describe(change.before),
    describe(change.after),
    [remark(change), reviewRemark(change.after.review, zone)].filter((text) => text !== '').join('; '),
  ]);
  const head = ['probe', 'before', 'now'].map((title) => say(title));
  return [
    `${government.name} (${government.code}), ${say('run')} ${run}`,
    ...table([...head, ''], rows),
    ...(standing === null ? [] : [standingLine(standing.before, standing.after)]),
  ];
}

function describe(finding: Finding | null): string {
  if (finding === null) return '-';
  return `${say(finding.state)} ${cell(reasonText(finding), 80) || short(finding.value, 40)}`.trim();
}

function remark(change: FindingPair): string {
  if (!change.counts) return say('not seen; what was known stands');
  return differs(change) ? say('changed') : '';
}

function differs(change: FindingPair): boolean {
  if (change.before === null) return false;
  const key = (finding: Finding): string => JSON.stringify([finding.state, finding.reason, finding.value]);
  return key(change.before) !== key(change.after);
}
