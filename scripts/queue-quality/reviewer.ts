import { canonicalJson } from '../../src/model/canonical-json.ts';
import { type Finding, findingKey } from '../../src/model/finding.ts';
import type { Point } from '../../src/scoring/point.ts';
import { examinedOf } from '../../src/scoring/reviewing/examined.ts';
import type { Outcome } from '../../src/scoring/reviewing/learn.ts';
import type { QueueEntry } from '../../src/scoring/reviewing/queue.ts';
import type { CrawledCountry } from './country.ts';

/** A person who sees the truth of whatever is looked at, and nothing else. */
export class Reviewer {
  /** Findings as they are now, by `government probe`. */
  readonly findings: Map<string, Finding>;
  readonly outcomes: Outcome[] = [];
  readonly settledCauses = new Set<string>();
  /** Decisions made, and findings looked at. */
  decisions = 0;
  looks = 0;
  readonly #country: CrawledCountry;
  readonly #truePoints: ReadonlyMap<string, Point>;
  readonly #pointOf: (finding: Finding) => number | null;

  constructor(
    country: CrawledCountry,
    findings: readonly Finding[],
    truePoints: ReadonlyMap<string, Point>,
    pointOf: (finding: Finding) => number | null,
  ) {
    this.#country = country;
    this.#truePoints = truePoints;
    this.#pointOf = pointOf;
    this.findings = new Map(findings.map((finding) => [findingKey(finding), finding]));
  }

  /** Decides on one finding. */
  single(key: string, expected: number): void {
    this.decisions += 1;
    this.#settle(key, expected);
  }

  /** Decides on an entry of the queue. */
  decide(entry: QueueEntry): void {
    this.decisions += 1;
    const keys = entry.findings.map(findingKey);
    if (entry.kind !== 'shared') {
      for (const key of keys) this.#settle(key, entry.chance);
      return;
    }
    const looked = examinedOf(entry.findings).map(findingKey);
    const wasWrong = looked.filter((key) => this.#isWrong(key)).length * 2 > looked.length;
    this.outcomes.push({
      kind: 'shared',
      state: entry.findings[0]?.state ?? 'present',
      expected: entry.chance,
      surprise: entry.surprise ?? undefined,
      wasWrong,
    });
    this.settledCauses.add(entry.id.replace(/^cause /, ''));
    for (const key of wasWrong ? keys : looked) this.#settle(key, null);
  }

  #isWrong(key: string): boolean {
    const finding = this.findings.get(key);
    const truth = this.#truePoints.get(key)?.point;
    return finding !== undefined && Math.abs((this.#pointOf(finding) ?? 0) - (truth ?? 0)) > 0.1;
  }

  /** @param expected doubt that was stated; null: this is no case to learn from. */
  #settle(key: string, expected: number | null): void {
    const [finding, truth] = [this.findings.get(key), this.#country.truth.get(key)];
    this.looks += 1;
    if (finding === undefined || finding.review !== undefined) return;
    const seen = truth ?? { ...finding, state: 'unknown' as const, value: null };
    if (expected !== null && finding.state !== 'unknown')
      this.outcomes.push({ kind: 'own', state: finding.state, expected, wasWrong: this.#isWrong(key) });
    const { state, value, confidence, reason } = finding;
    const machine = { state, value, confidence, reason };
    const verdict = { state: seen.state, value: seen.value };
    const review = { id: 1, status: 'applied' as const, who: 'reviewer', when: '', why: '', machine, verdict };
    const stays = canonicalJson(verdict) === canonicalJson({ state, value });
    this.findings.set(key, {
      ...finding,
      ...verdict,
      ...{ confidence: 1, reason: seen.state === 'unknown' ? 'conflict' : stays ? reason : null, review },
    });
  }
}
