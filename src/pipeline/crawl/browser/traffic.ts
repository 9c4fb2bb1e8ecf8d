import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Request } from 'playwright';

/** A page is at rest when nothing was loading for so long. */
const restTime = 150;
/** How often a page is looked at while something is awaited, in milliseconds. */
export const pollTime = 120;

/** The requests of one page that are under way. */
export class UnderWay {
  readonly #open = new Set<Request>();
  #quietSince = performance.now();

  constructor(page: Page) {
    page.on('request', (request) => this.#open.add(request));
    const settle = (request: Request): void => {
      this.#open.delete(request);
      if (this.#open.size === 0) this.#quietSince = performance.now();
    };
    page.on('requestfinished', settle);
    page.on('requestfailed', settle);
  }

  /** Resolves when nothing has been loading for a moment, or when time (milliseconds) is over. */
  async rest(time: number): Promise<void> {
    const end = performance.now() + time;
    const isAtRest = (): boolean => this.#open.size === 0 && performance.now() - this.#quietSince >= restTime;
    while (!isAtRest() && performance.now() < end) await sleep(pollTime / 2);
  }
}

/** Address without its fragment. */
export function bare(url: string): string {
  return url.replace(/#.*$/, '');
}

/**
 * What goes on in the context of a page: requests under way, windows that open, dialogs, the status
 * of documents.
 */
export class Traffic {
  readonly #underWay = new Set<Request>();
  readonly #statuses = new Map<string, number>();
  #quietSince = performance.now();
  #leaving = false;
  #arrived = false;
  /** Scripts and style sheets that did not arrive. */
  missing = 0;
  /** Errors that scripts of the page threw. */
  errors = 0;
  popup: Page | null = null;
  dialog: string | null = null;

  constructor(page: Page) {
    const context = page.context();
    context.on('request', (request) => {
      this.#underWay.add(request);
      if (request.isNavigationRequest() && isMainFrame(request, page)) this.#leaving = true;
    });
    const settle = (request: Request): void => {
      this.#underWay.delete(request);
      if (this.#underWay.size === 0) this.#quietSince = performance.now();
    };
    context.on('requestfinished', settle);
    context.on('requestfailed', (request) => {
      settle(request);
      if (['script', 'stylesheet'].includes(request.resourceType())) this.missing++;
    });
    context.on('response', (response) => {
      if (response.request().isNavigationRequest()) this.#statuses.set(bare(response.url()), response.status());
    });
    context.on('page', (opened) => {
      this.popup = opened;
    });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#arrived = this.#leaving;
    });
    page.on('pageerror', () => {
      this.errors++;
    });
    page.on('dialog', (dialog) => {
      this.dialog = dialog.message().slice(0, 200);
    });
  }

  get isAtRest(): boolean {
    return this.#underWay.size === 0 && performance.now() - this.#quietSince >= restTime;
  }

  /** True from the moment the page asks for another document in its place. */
  get isLeaving(): boolean {
    return this.#leaving;
  }

  /** True once that document has taken its place. */
  get hasArrived(): boolean {
    return this.#arrived;
  }

  /** HTTP status with which a document came; null when it was not told. */
  statusOf(url: string): number | null {
    return this.#statuses.get(bare(url)) ?? null;
  }

  forget(): void {
    this.missing = 0;
    this.errors = 0;
    this.popup = null;
    this.dialog = null;
    this.#leaving = false;
    this.#arrived = false;
  }

  /** Resolves when nothing is loading, or when time is over. */
  async rest(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    while (!this.isAtRest && performance.now() < end) await sleep(pollTime / 2);
  }
}

/** Requests of windows that are just opening have no frame yet: those are not the page's. */
function isMainFrame(request: Request, page: Page): boolean {
  try {
    return request.frame() === page.mainFrame();
  } catch {
    return false;
  }
}
