import type { ConditionDefinition } from '../../config/schema/statements.ts';
import type { Finding } from '../../model/finding.ts';
import type { Answer, Condition, FindingsByProbe } from '../adoption.ts';

type When = ConditionDefinition['when'];
type ValueRule = Extract<When, { is: 'value' }>;

/** Makes a condition of its description in the pack. */
export function compileCondition({ id, text, base, when }: ConditionDefinition): Condition {
  const probes = when.is === 'value' && when.without !== null ? [when.probe, when.without] : [when.probe];
  return { id, text, probes, base, answer: (findings) => answerOf(when, findings) };
}

function answerOf(when: When, findings: FindingsByProbe): Answer {
  const finding = findings.get(when.probe);
  if (when.is === 'value') return compareHeld(when, finding, findings);
  const answer = presenceOf(finding);
  if (when.is === 'present' || answer === 'unknown' || answer === 'left-out') return answer;
  return answer === 'yes' ? 'no' : 'yes';
}

/**
 * What is not there answers as the rule says, and so does what stands on a platform that is not
 * there. A present finding that does not hold the key is unknown: the thing was seen, its measure
 * was not.
 */
function compareHeld(rule: ValueRule, finding: Finding | undefined, findings: FindingsByProbe): Answer {
  if (finding?.state === 'absent') return rule.absent;
  if (finding?.state === 'not-applicable') return rule['not-applicable'];
  if (finding?.state === 'present') {
    const holds = isHeld(rule, finding.value?.[rule.key]);
    if (holds !== null) return holds ? 'yes' : 'no';
  }
  const isWithout = rule.without !== null && findings.get(rule.without)?.state === 'absent';
  return isWithout ? rule.absent : 'unknown';
}

/** Null where the value is missing or cannot be compared. */
function isHeld({ compare }: ValueRule, held: unknown): boolean | null {
  if ('equals' in compare) return typeof held === typeof compare.equals ? held === compare.equals : null;
  if (typeof held !== 'number' || Number.isNaN(held)) return null;
  return 'below' in compare ? held < compare.below : held >= compare['at-least'];
}

function presenceOf(finding: Finding | undefined): Answer {
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
