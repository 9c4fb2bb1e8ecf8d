import type { Frame, Page } from 'playwright';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Questions } from '../../../config/schema/questions.ts';
import type { Question } from '../../../probes/contract.ts';
import type { Clock } from '../outcome/clock.ts';
import { within } from '../outcome/deadline.ts';
import type { FetchOutcome } from '../outcome/fetch-outcome.ts';
import type { Guest } from './guest.ts';

/** Questions that a probe wants put to a page in a browser. */
export interface Interaction {
  readonly script: 'search' | 'chat';
  readonly hints: Readonly<Record<string, string>>;
  readonly questions: readonly Question[];
  readonly probe: string;
}

/** A state of a page after a question (`opening`: before the first), or why there is none. */
export interface Step {
  readonly question: Question;
  readonly outcome: FetchOutcome;
  /** Milliseconds since the epoch; rises from step to step. */
  readonly time: number;
}

/** State of a page before anything was asked. */
export const opening: Question = { id: 'opening', text: '' };

/** All that a conversation needs to know. */
export interface Setting {
  readonly page: Page;
  readonly guest: Guest;
  readonly url: string;
  readonly interaction: Interaction;
  readonly settings: CrawlSettings;
  readonly questions: Questions;
  readonly clock: Clock;
  /** When it must be over, on the steady clock. */
  readonly deadline: number;
  /** Keeps what a document shows; `remark` is one line about what was not done there. */
  readonly keep: (question: Question, document: { page: Page; frame: Frame }, remark?: string) => Promise<void>;
}

/** Time limit (ms) of a single call into a page; one that takes longer hangs. */
export const callTime = 5000;
/** How often a page is looked at while something is awaited, in milliseconds. */
export const lookEvery = 150;

/** Follows the requests of a context and its windows, of which only the newest stays open. */
export class Requests {
  readonly #under = new Set<object>();
  #refused = false;
  #held = false;
  #expecting = false;
  /** Requests begun since `reset`. */
  begun = 0;
  /** A document was asked for since `reset` in the place of one that is shown. */
  leaving = false;
  /** The window opened last; null when none was. */
  popup: Page | null = null;

  constructor(page: Page) {
    const context = page.context();
    context.on('request', (request) => {
      this.begun += 1;
      this.#under.add(request);
      if (request.isNavigationRequest()) this.leaving = true;
    });
    context.on('requestfinished', (request) => this.#under.delete(request));
    context.on('requestfailed', (request) => {
      this.#under.delete(request);
      const refused = request.failure()?.errorText.includes('ERR_BLOCKED_BY_CLIENT') === true;
      if (refused && request.isNavigationRequest()) this.#refused = true;
    });
    context.on('page', (opened) => {
      if (opened === page) return;
      opened.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
      const unwanted = this.#held ? opened : this.popup;
      if (!this.#held) this.popup = opened;
      this.#held ||= this.#expecting;
      if (unwanted) void unwanted.close().catch(() => undefined);
    });
  }

  /** Forgets what is under way: polling that never ends is not waited for. */
  reset(): void {
    this.#under.clear();
    this.begun = 0;
    this.leaving = false;
    this.#refused = false;
  }

  /** The newest open window; null if there is none. Windows that open later are closed. */
  holdWindow(): Page | null {
    this.#held = true;
    return this.popup !== null && !this.popup.isClosed() ? this.popup : null;
  }

  /**
   * The next window that opens is the one that is read; one that is open already came of the
   * question before.
   */
  expectWindow(): void {
    void this.popup?.close().catch(() => undefined);
    this.popup = null;
    this.#held = false;
    this.#expecting = true;
  }

  /** The next window that opens is a new one. */
  forgetWindow(): void {
    this.popup = null;
    this.#held = false;
    this.#expecting = false;
  }

  /** A document was asked for since `reset` and not let out. */
  get isRefused(): boolean {
    return this.#refused;
  }

  get idle(): boolean {
    return this.#under.size === 0;
  }
}

/** The visible text of a frame; empty while it is between two documents. */
export async function textOf(frame: Frame, source: string): Promise<string> {
  const text: unknown = await within(callTime, 'reading the text of the page', frame.evaluate(source)).catch(
    (error) => {
      if (error instanceof Error && /context was destroyed|navigat|detached/iu.test(error.message)) return '';
      throw error;
    },
  );
  return typeof text === 'string' ? text : '';
}

/** Lines that stand in the later text and not, or not as often, in the earlier one. */
export function newLines(before: string, after: string): string[] {
  const known = new Map<string, number>();
  for (const line of before.split('\n')) known.set(line.trim(), (known.get(line.trim()) ?? 0) + 1);
  return after.split('\n').flatMap((raw) => {
    const line = raw.trim();
    const left = known.get(line) ?? 0;
    if (left > 0) known.set(line, left - 1);
    return line === '' || left > 0 ? [] : [line];
  });
}
