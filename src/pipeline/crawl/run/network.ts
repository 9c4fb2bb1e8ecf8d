import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Capture } from '../../../model/capture.ts';
import type { FailureClass } from '../../../model/failure.ts';
import type { Government } from '../../../model/government.ts';
import type { HostTurns } from '../../../store/host-turns.ts';
import { Guard } from '../guard/guard.ts';
import { Fetcher } from '../http/fetcher.ts';
import { sharedPacing } from '../http/shared-hosts.ts';
import type { Clock } from '../outcome/clock.ts';
import type { JudgedVisit } from '../visit/judged-visit.ts';
import { NetworkDead } from './network-dead.ts';

/** Failures that come about without any answer of a site. */
const silent: ReadonlySet<FailureClass | null> = new Set(['dns', 'refused', 'timeout-connect', 'our-fault']);
/** What a proxy says in its own name when it reaches nobody. */
const gatewayStatuses: ReadonlySet<number> = new Set([407, 502, 503, 504]);
/** Sites that answered lately and are asked whether they still do. */
const witnesses = 3;

export interface NetworkOptions {
  readonly proxy: URL | null;
  /** Silence is the sites' own, since our own simulation answers. */
  readonly trusted: boolean;
  /** Held visits in a row after which the network is taken for dead. */
  readonly limit: number;
  readonly clock: Clock;
  /** Whether a site answers now. */
  readonly answers: (url: string) => Promise<boolean>;
  /** Origins that answered other processes lately; left out where there are none. */
  readonly otherWitnesses?: () => Promise<readonly string[]>;
}

/**
 * Tells a dead network from dead sites. A visit in which nobody answered is judged only if somebody
 * else answered after it began, or a site that answered before still does; all other such visits
 * are held, and made again when the network is back.
 */
export class Network {
  readonly #options: NetworkOptions;
  readonly #began: number;
  readonly #held = new Map<string, Government>();
  readonly #failures = new Map<string, number>();
  /** Origins that answered, the latest last. */
  readonly #answering = new Set<string>();
  #lastAnswer = Number.NEGATIVE_INFINITY;
  #lastHold = Number.NEGATIVE_INFINITY;
  #streak = 0;

  constructor(options: NetworkOptions) {
    this.#options = options;
    this.#began = options.clock.now();
  }

  /** Takes note of a capture of this run. */
  heard(capture: Capture): void {
    if (!this.#isAnswer(capture)) return;
    this.#noteAnswer(Date.parse(capture.time));
    const { origin } = new URL(capture.finalUrl);
    this.#answering.delete(origin);
    this.#answering.add(origin);
    if (this.#answering.size > witnesses) this.#answering.delete([...this.#answering][0] ?? '');
  }

  /**
   * Whether a visit may be judged; one that may not is held.
   *
   * @throws NetworkDead after so many in a row that nothing seems to answer.
   */
  async mayJudge({ government, started, outcome: { captures } }: JudgedVisit): Promise<boolean> {
    const isHeard = captures.some((capture) => this.#isAnswer(capture));
    const silence = captures.flatMap(({ failure }) => (failure !== null && silent.has(failure) ? [failure] : []));
    if (this.#options.trusted || isHeard || silence.length === 0 || this.#lastAnswer >= started) return true;
    if (await this.#stillAnswers()) return true;
    this.#held.set(government.code, government);
    this.#lastHold = this.#options.clock.now();
    for (const name of silence) this.#failures.set(name, (this.#failures.get(name) ?? 0) + 1);
    this.#streak++;
    if (this.#streak >= this.#options.limit) throw this.#dead();
    return false;
  }

  /** Origins that answered lately, the latest last. */
  get answering(): readonly string[] {
    return [...this.#answering];
  }

  /** The held governments, if somebody answered since; they are then no longer held. */
  release(): readonly Government[] {
    if (this.#lastAnswer <= this.#lastHold) return [];
    const released = [...this.#held.values()];
    this.#held.clear();
    return released;
  }

  /** @throws NetworkDead when visits are held still. */
  requireNone(): void {
    if (this.#held.size > 0) throw this.#dead();
  }

  #isAnswer({ time, status, redirects, failure, takenFrom }: Capture): boolean {
    // Memory of an earlier night is no answer, and another visit's answer was heard when it came.
    if (takenFrom !== undefined || Date.parse(time) < this.#began) return false;
    if (status !== null) return this.#options.proxy === null || !gatewayStatuses.has(status);
    return redirects.length > 0 || !(silent.has(failure) || failure === 'needs-browser' || failure === 'off-site');
  }

  #noteAnswer(time: number): void {
    this.#lastAnswer = Math.max(this.#lastAnswer, time);
    this.#streak = 0;
  }

  async #stillAnswers(): Promise<boolean> {
    const others = (await this.#options.otherWitnesses?.()) ?? [];
    for (const origin of new Set([...this.answering.toReversed(), ...others.slice(0, witnesses)])) {
      if (!(await this.#options.answers(`${origin}/robots.txt`))) continue;
      this.#noteAnswer(this.#options.clock.now());
      return true;
    }
    return false;
  }

  #dead(): NetworkDead {
    const answered = this.#lastAnswer !== Number.NEGATIVE_INFINITY;
    return deadNetwork(this.#failures, { proxy: this.#options.proxy, answered });
  }
}

/**
 * That nothing answers, in a sentence.
 *
 * @param failures how many requests failed, by class
 * @param way the way out, and whether something had answered on it
 */
export function deadNetwork(
  failures: ReadonlyMap<string, number>,
  { proxy, answered }: { readonly proxy: URL | null; readonly answered: boolean },
): NetworkDead {
  const counts = [...failures].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
  const way =
    proxy === null ? 'the internet or the DNS of this machine' : `the proxy ${proxy.origin}, or what is behind it,`;
  const since = answered ? 'nothing answers any more' : 'nothing answered';
  return new NetworkDead(
    `${since} (${counts.join(', ')}): ${way} seems to be dead, so nothing is judged on it and the run is marked as failed; look with \`govprobe doctor\`, then go on with \`govprobe crawl --resume\``,
  );
}

/** Asks a site once, in the manners of the crawl. */
export async function answersNow(
  url: string,
  options: {
    readonly settings: CrawlSettings;
    readonly proxy: URL | null;
    readonly clock: Clock;
    /** Turns at hosts that other processes ask as well; null where there are none. */
    readonly turns: HostTurns | null;
  },
): Promise<boolean> {
  const guard = new Guard(options);
  const pacing = sharedPacing(options.settings, options.turns, options.clock);
  const paced = pacing === null ? {} : { hosts: pacing };
  const fetcher = new Fetcher({ ...options, guard, officialSuffixes: [], ...paced });
  try {
    const outcome = await fetcher.fetch({ url, method: 'GET', body: null, headers: {}, anywhere: true });
    if (outcome.status !== null) return options.proxy === null || !gatewayStatuses.has(outcome.status);
    return !outcome.ok && !silent.has(outcome.failure);
  } finally {
    await fetcher.close();
    await pacing?.close();
  }
}
