import { setTimeout as sleep } from 'node:timers/promises';
import robotsParserModule from 'robots-parser';
import type { CrawlSettings } from '../../config/schema/crawl.ts';
import type { FetchOutcome } from './fetch-outcome.ts';

// The package's typings declare an ES default export, its code is CommonJS: under Node's rules the function is the default itself.
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

interface Rules {
  allows(url: string): boolean;
  /** Crawl-delay in milliseconds; null when none is named. */
  readonly delay: number | null;
}

const allowAll: Rules = { allows: () => true, delay: null };
const remembered = 5000;
/** A robots.txt larger than this is read up to here (RFC 9309 asks for at least 500 KiB). */
const readLimit = 512 * 1024;

/**
 * robots.txt of every origin met, read once per run. A missing file (4xx) allows all; a file that cannot be fetched is treated
 * like a missing one, since then the page itself fails too or the site serves pages and breaks robots.txt only.
 */
export class Robots {
  readonly #rules = new Map<string, Promise<Rules>>();
  readonly #fetch: (url: URL) => Promise<FetchOutcome>;
  readonly #settings: CrawlSettings;

  constructor(settings: CrawlSettings, fetch: (url: URL) => Promise<FetchOutcome>) {
    this.#settings = settings;
    this.#fetch = fetch;
  }

  /** Rules of the address's origin. Never rejects. */
  rulesFor(url: URL): Promise<Rules> {
    if (!this.#settings.politeness.robots) return Promise.resolve(allowAll);
    const known = this.#rules.get(url.origin);
    if (known) return known;
    if (this.#rules.size >= remembered) this.#rules.clear();
    const rules = this.#read(new URL('/robots.txt', url.origin));
    this.#rules.set(url.origin, rules);
    return rules;
  }

  /** Whether a failure is of a kind that a second try may cure. */
  #mayPass(outcome: FetchOutcome): boolean {
    const failure = outcome.ok ? (outcome.status >= 500 ? 'http-5xx' : null) : outcome.failure;
    return failure !== null && this.#settings.retry.classes.includes(failure);
  }

  async #read(url: URL): Promise<Rules> {
    let outcome = await this.#fetch(url);
    for (let attempt = 0; attempt < this.#settings.retry.attempts && this.#mayPass(outcome); attempt++) {
      await sleep(this.#settings.retry.pause);
      outcome = await this.#fetch(url);
    }
    if (!outcome.ok || outcome.status >= 300) return allowAll;
    const text = outcome.body.subarray(0, readLimit).toString('utf8');
    // A site that answers every address with its home page has no robots.txt.
    if (/^\s*</.test(text)) return allowAll;
    const agent = this.#settings['user-agent'];
    const parsed = robotsParser(url.href, text);
    const seconds = parsed.getCrawlDelay(agent);
    const limit = this.#settings.politeness['max-crawl-delay'];
    return {
      allows: (target) => parsed.isAllowed(target, agent) !== false,
      delay: seconds === undefined || !Number.isFinite(seconds) || seconds < 0 ? null : Math.min(seconds * 1000, limit),
    };
  }
}
