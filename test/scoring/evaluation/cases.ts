import type { Finding } from '../../../src/model/finding.ts';
import type { Truth } from '../../../src/model/truth.ts';

/** A finding of probe `p` about government `g1`, unless told otherwise. */
export function finding(more: Partial<Finding> & Pick<Finding, 'state'>): Finding {
  return {
    government: 'g1',
    probe: 'p',
    version: 1,
    value: null,
    confidence: 0.8,
    reason: null,
    evidence: [],
    ...more,
  };
}

/** A line of truth about the same. */
export function truth(states: Truth['states'], more: Partial<Truth> = {}): Truth {
  return { government: 'g1', probe: 'p', states, levels: null, value: null, why: null, ...more };
}
