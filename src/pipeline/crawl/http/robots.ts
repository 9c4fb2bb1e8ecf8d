import robotsParserModule from 'robots-parser';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import { decodeText } from '../../../reading/decode.ts';
import { ClassifiedError } from '../outcome/classify-error.ts';
import { type Clock, systemClock } from '../outcome/clock.ts';
import type { FetchOutcome } from '../outcome/fetch-outcome.ts';
import { retryAfter } from '../outcome/retry-after.ts';

// The typings declare an ES default export, but the package is CommonJS, so the default is the
// function.
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

interface Rules {
  allows(url: string): boolean;
  /** Crawl-delay in milliseconds; null when none is named. */
  readonly delay: number | null;
  /** Why nothing may be asked; null when the rules say what may. */
  readonly closed: ClassifiedError | null;
}

const allowAll: Rules = { allows: () => true, delay: null, closed: null };
const remembered = 5000;
/** A robots.txt larger than this is read up to here (RFC 9309 asks for at least 500 KiB). */
export const robotsBytes = 512 * 1024;
/** How long (ms) until a server that answered 429 or 5xx is asked for its rules again. */
const closedFor = 300_000;

/**
 * robots.txt of every origin, read once per run (RFC 9309). A missing file (4xx, too many
 * redirects) or one that cannot be fetched allows everything. While the server answers 429 or 5xx,
 * its rules are unknown and nothing may be asked.
 */
export class Robots {
  readonly #rules = new Map<string, { rules: Promise<Rules>; until: number }>();
  readonly #fetch: (url: URL) => Promise<FetchOutcome>;
  readonly #settings: CrawlSettings;
  readonly #clock: Clock;

  constructor(settings: CrawlSettings, fetch: (url: URL) => Promise<FetchOutcome>, clock = systemClock) {
    this.#settings = settings;
    this.#fetch = fetch;
    this.#clock = clock;
  }

  /** Rules of the address's origin. Never rejects. */
  rulesFor(url: URL): Promise<Rules> {
    if (!this.#settings.politeness.robots) return Promise.resolve(allowAll);
    const known = this.#rules.get(url.origin);
    if (known && this.#clock.steady() < known.until) return known.rules;
    if (this.#rules.size >= remembered) this.#rules.clear();
    const rules = this.#read(new URL('/robots.txt', url.origin));
    const item = { rules, until: Number.POSITIVE_INFINITY };
    this.#rules.set(url.origin, item);
    void rules.then(({ closed }) => {
      if (closed !== null) item.until = this.#clock.steady() + closedFor;
    });
    return rules;
  }

  /** Whether a failure is of a kind that a second try may cure. */
  #mayPass(outcome: FetchOutcome): boolean {
    if (outcome.ok && outcome.status === 429) return true;
    const failure = outcome.ok ? (outcome.status >= 500 ? 'http-5xx' : null) : outcome.failure;
    return failure !== null && this.#settings.retry.classes.includes(failure);
  }

  async #read(url: URL): Promise<Rules> {
    const { retry, politeness } = this.#settings;
    let outcome = await this.#fetch(url);
    for (let attempt = 0; attempt < retry.attempts && this.#mayPass(outcome); attempt++) {
      const asked = outcome.ok ? (retryAfter(outcome.status, outcome.headers, this.#clock.now()) ?? 0) : 0;
      await this.#clock.sleep(Math.max(retry.pause, Math.min(asked, politeness['max-retry-after'])));
      outcome = await this.#fetch(url);
    }
    if (!outcome.ok) return allowAll;
    if (outcome.status === 429 || outcome.status >= 500) return closedBy(url, outcome.status);
    if (outcome.status < 200 || outcome.status >= 300) return allowAll;
    return this.#rulesOf(url, outcome.body);
  }

  #rulesOf(url: URL, body: Buffer): Rules {
    const { text } = decodeText(body.subarray(0, robotsBytes), null, 'other');
    // A site that answers every address with its home page has no robots.txt.
    if (/^\s*</.test(text)) return allowAll;
    const agent = this.#settings['user-agent'];
    const parsed = robotsParser(url.href, text.replace(/^\ufeff/, ''));
    const seconds = parsed.getCrawlDelay(agent);
    const limit = this.#settings.politeness['max-crawl-delay'];
    return {
      allows: (target) => parsed.isAllowed(target, agent) !== false,
      delay: seconds === undefined || !Number.isFinite(seconds) || seconds < 0 ? null : Math.min(seconds * 1000, limit),
      closed: null,
    };
  }
}

/**
 * Rules of a server in trouble. The class is not `robots`, since nothing was forbidden and another
 * night may bring the rules.
 */
function closedBy(url: URL, status: number): Rules {
  const failure = status >= 500 ? 'http-5xx' : 'http-4xx';
  const detail = `robots.txt of ${url.host} answers ${status}: until it gives its rules nothing may be asked (RFC 9309)`;
  return { allows: () => false, delay: null, closed: new ClassifiedError(failure, detail) };
}
