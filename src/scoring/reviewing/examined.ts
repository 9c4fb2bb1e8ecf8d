import { type Finding, findingKey } from '../../model/finding.ts';
import { drawHash } from '../sampling/draw-hash.ts';

/** Findings of a shared claim that a person looks at before the rule is judged. */
const examined = 3;

/** The findings of an entry whose evidence is shown, chosen by hash. */
export function examinedOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => drawHash(findingKey(a)) - drawHash(findingKey(b))).slice(0, examined);
}
