import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Questions } from '../../../config/schema/questions.ts';
import { inspect } from '../browser/inspect.ts';
import { interact } from '../browser/interact.ts';
import { type Interaction, opening, type Step } from '../browser/interaction.ts';
import type { SharedBrowser } from '../browser/pool.ts';
import { render } from '../browser/render.ts';
import type { PlannedRequest } from '../frontier/planned-request.ts';
import type { Fetcher } from '../http/fetcher.ts';
import type { Clock } from '../outcome/clock.ts';
import { type FetchOutcome, unfetched } from '../outcome/fetch-outcome.ts';
import { ownData } from './requested.ts';

/** Carries out the requests of visits. No method rejects because of what a site does. */
export interface Performer {
  /** Fetches, renders or inspects a target, with further headers. */
  fetch(queued: PlannedRequest, headers: Readonly<Record<string, string>>): Promise<FetchOutcome>;
  /** Asks a probe's questions on a page; one step for each state of the page that is kept. */
  converse(queued: PlannedRequest, interaction: Interaction): Promise<readonly Step[]>;
  /** Leaves a host alone for so many milliseconds. */
  rest(host: string, time: number): void;
}

export interface PerformOptions {
  readonly settings: CrawlSettings;
  readonly questions: Questions;
  readonly fetcher: Fetcher;
  /** Null: what needs a browser fails with `needs-browser`. */
  readonly browser: SharedBrowser | null;
  /** Words of controls that are never clicked. */
  readonly never: readonly string[];
  readonly clock: Clock;
  /** Told what a request is waiting for. */
  readonly onPhase: (queued: PlannedRequest, phase: string) => void;
}

/** Performs requests over HTTP and in the shared browser. */
export class WebPerformer implements Performer {
  readonly #options: PerformOptions;

  constructor(options: PerformOptions) {
    this.#options = options;
  }

  fetch(queued: PlannedRequest, headers: Readonly<Record<string, string>>): Promise<FetchOutcome> {
    const { target, visit } = queued;
    const { fetcher, onPhase } = this.#options;
    onPhase(queued, target.via === 'browser' ? 'host or browser' : 'start');
    if (target.via === 'browser') return this.#open(queued);
    return fetcher.fetch({
      url: target.url,
      method: target.method,
      body: target.body,
      headers: { ...target.headers, ...headers },
      anywhere: target.anywhere,
      government: visit.government.code,
      onPhase: (phase) => onPhase(queued, phase),
    });
  }

  /** Renders or inspects a page. */
  async #open({ target, visit }: PlannedRequest): Promise<FetchOutcome> {
    const { browser, fetcher, settings, never } = this.#options;
    const { url, controls } = target;
    if (browser === null) return withoutBrowser(url);
    const outcome = await fetcher.hosts.hold(new URL(url).host, () =>
      controls === null
        ? render(url, browser, settings, { isOwn: ownData(url, visit.government), never })
        : inspect({ url, controls }, browser, settings),
    );
    // The browser accepts any certificate; the strict check was made when the page was fetched.
    return { ...outcome, tls: fetcher.tlsVerdict(outcome.finalUrl) };
  }

  async converse(queued: PlannedRequest, interaction: Interaction): Promise<readonly Step[]> {
    const { browser, fetcher, settings, questions, clock, onPhase } = this.#options;
    const { url } = queued.target;
    onPhase(queued, 'conversation');
    if (browser === null)
      return [{ question: interaction.questions[0] ?? opening, outcome: withoutBrowser(url), time: clock.now() }];
    return fetcher.hosts.hold(new URL(url).host, () => {
      const time = Math.min(questions.patience.conversation, queued.visit.timeLeft(clock.steady()));
      return interact(url, interaction, { browser, settings, questions, time });
    });
  }

  rest(host: string, time: number): void {
    this.#options.fetcher.hosts.rest(host, time);
  }
}

function withoutBrowser(url: string): FetchOutcome {
  return unfetched(url, 'needs-browser', 'no Chromium was found; see govprobe doctor');
}
