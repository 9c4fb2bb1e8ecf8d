import { type Finding, findingKey } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import type { Generator } from '../../src/scoring/uncertainty/generator.ts';

/** How a made-up detector sees a country whose truth is known. */
export interface DetectorRule {
  /** Whether pages that only scripts fill, and robots and engines that only a browser can try, are seen. */
  readonly browser: boolean;
  /** Share of single findings, and of whole governments, that stay unknown. */
  readonly unknownFindings: number;
  readonly unknownGovernments: number;
  /** Share of the absent things whose absence is not proven. */
  readonly unproven: number;
  /** Confidence that findings state; each is wrong as often as it is not sure. */
  readonly confidence: readonly [number, number];
  /** Whether all findings of one probe on one product are wrong together. */
  readonly sharedErrors: boolean;
  readonly products: number;
  /** A rule that is always wrong: the probe's, about one product. */
  readonly broken?: BrokenRule;
}

/** A probe and the number of a product. */
export interface BrokenRule {
  readonly probe: string;
  readonly product: number;
}

/** Probes whose measure needs a browser, with what is seen of the thing without one. */
const tried: Readonly<Record<string, 'linked' | 'reachable'>> = { 'smart-search': 'reachable', 'smart-qa': 'linked' };
/** Share of the findings of other probes that a missing browser leaves unknown. */
const scriptedPages = 0.05;

/**
 * What the detector finds: the truth, some of it unknown, some of it replaced by what is true of another
 * government. Confidence is stated as it is: findings of confidence c are right in a share c of cases.
 */
export function detect(
  governments: readonly Government[],
  truth: readonly Finding[],
  rule: DetectorRule,
  generator: Generator,
): Finding[] {
  const { uniform } = generator;
  const byProbe = Map.groupBy(truth, ({ probe }) => probe);
  const dark = new Set(governments.filter(() => uniform() < rule.unknownGovernments).map(({ code }) => code));
  const sources = new Map<string, number>();
  return truth.map((finding) => {
    const product = Math.floor(uniform() * rule.products);
    const [least, most] = rule.confidence;
    const confidence = least + (most - least) * uniform();
    const source = `${finding.probe} p${product}`;
    const shared = sources.get(source) ?? uniform();
    sources.set(source, shared);
    const chance = rule.sharedErrors ? shared : uniform();
    const others = byProbe.get(finding.probe) ?? [];
    const other = others[Math.floor(uniform() * others.length)] ?? finding;
    const isLost = dark.has(finding.government) || uniform() < rule.unknownFindings;
    const isScripted = !rule.browser && !(finding.probe in tried) && uniform() < scriptedPages;
    const evidence = [{ url: `https://p${product}.example/`, quote: '', capture: findingKey(finding) }];
    const isBroken = rule.broken?.probe === finding.probe && rule.broken.product === product;
    const seen = isBroken ? mistaken(finding, others) : chance < 1 - confidence ? other : finding;
    const base = { ...finding, evidence, confidence };
    if (isLost || isScripted || seen.state === 'unknown')
      return { ...base, state: 'unknown', value: null, confidence: 0, reason: 'blocked' };
    if (seen.state === 'absent' && chance > 1 - rule.unproven)
      return { ...base, state: 'unknown', value: null, confidence: 0, reason: 'not-recognised' };
    const reached = tried[finding.probe];
    const value = { ...seen.value };
    if (!rule.browser && seen.state === 'present' && reached !== undefined) {
      const reachedLevel = value.level === 'linked' ? 'linked' : reached;
      return {
        ...base,
        state: 'present',
        value: { ...value, level: null, reached: reachedLevel },
        reason: 'needs-browser',
      };
    }
    return { ...base, state: seen.state, value: seen.state === 'present' ? value : null, reason: null };
  });
}

/** What a wrong rule sees: nothing where there is something, and what another has where there is nothing. */
function mistaken(finding: Finding, others: readonly Finding[]): Finding {
  if (finding.state === 'present') return { ...finding, state: 'absent', value: null };
  return others.find(({ state }) => state === 'present') ?? finding;
}
