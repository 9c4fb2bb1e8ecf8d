import type { Page, Request } from 'playwright';
import { sameSite } from '../../../reading/addresses.ts';
import type { Guard } from '../guard/guard.ts';
import { ClassifiedError } from '../outcome/classify-error.ts';
import type { Manners } from './manners.ts';

/** Files that a page embeds. */
export const embedded: ReadonlySet<string> = new Set(['script', 'stylesheet']);

/**
 * What becomes of a request. One that is called off leaves the page as it is, one that is refused
 * shows its error.
 */
export type Verdict = 'go' | 'refused' | 'called-off';

/**
 * One job of the browser as a guest: what it may ask for, in which pace, and what was refused to
 * it.
 */
export class Guest {
  readonly #manners: Manners;
  readonly #guard: Pick<Guard, 'exclusion'>;
  readonly #most: number;
  readonly #granted = new Set<string>();
  #requests = 0;
  /** True from the first document of the job on. */
  #arrived = false;
  #cut = false;
  /** True from our first click or letter on: what the page asks for then is asked on our behalf. */
  #acted = false;
  /**
   * Why addresses may not be asked for, by robots.txt or by the wish of their operator, in the order
   * of the requests.
   */
  readonly refused: ClassifiedError[] = [];
  /** Called for every request beyond the most. */
  onExcess: (() => void) | null = null;
  /** Called for a document that would take the place of the page's; true cancels it. */
  onLeave: ((request: Request) => boolean) | null = null;
  /** Called for a request that a script sends; true cancels it. */
  onScripted: ((request: Request) => boolean) | null = null;

  /** @param most requests that it may send without an act of ours between them */
  constructor(manners: Manners, guard: Pick<Guard, 'exclusion'>, most: number) {
    this.#manners = manners;
    this.#guard = guard;
    this.#most = most;
  }

  /**
   * Resolves when another document may be asked of the host of an address; the next one asked of it
   * needs no further turn.
   */
  async turn(url: string): Promise<void> {
    const host = hostOf(url);
    if (host === null) return;
    await this.#manners.turn(host);
    this.#granted.add(host);
  }

  /**
   * It asked for more than it may: what the page shows is cut short, and no other job should use
   * it.
   */
  get isCut(): boolean {
    return this.#cut;
  }

  /** Notes that we clicked or typed. */
  act(): void {
    this.#acted = true;
    this.#requests = 0;
  }

  /**
   * Throws with class `robots` or `excluded` when an address was forbidden since the list had a
   * length.
   */
  throwRefused(since = 0): void {
    const [first] = this.refused.slice(since);
    if (first !== undefined) throw first;
  }

  /**
   * Whether a request may go out; waits for the host's pause when it is for a document that takes
   * the page's place.
   */
  async admits(request: Request): Promise<Verdict> {
    const url = URL.parse(request.url());
    if (url === null || !/^(?:https?|wss?):$/u.test(url.protocol)) return 'go';
    const leaves = isMainDocument(request);
    // The page before left a request behind, which is none of this job's.
    if (!this.#arrived && !leaves) return 'refused';
    this.#arrived = true;
    this.#requests += 1;
    if (this.#requests > this.#most) {
      this.#cut = true;
      this.onExcess?.();
      return 'refused';
    }
    if (leaves && this.onLeave?.(request) === true) return 'called-off';
    const isForeign = this.#isForeign(url, request.resourceType(), pageOf(request)?.url() ?? '');
    if (!isForeign && !(await this.mayAsk(url))) return 'refused';
    if (!leaves) return this.onScripted?.(request) === true ? 'refused' : 'go';
    if (!this.#granted.delete(url.host)) await this.#manners.turn(url.host);
    return 'go';
  }

  /**
   * Whether a redirect may be followed; waits for the host's pause when it is that of a document that
   * takes the page's place.
   * @param hop kind of the request, address of its page, and whether its answer takes the page's place
   */
  async admitsHop(
    url: URL,
    hop: { readonly kind: string; readonly page: string; readonly leaves: boolean },
  ): Promise<boolean> {
    if (!this.#isForeign(url, hop.kind, hop.page) && !(await this.mayAsk(url))) return false;
    if (hop.leaves) await this.#manners.turn(url.host);
    return true;
  }

  /** What a page embeds from elsewhere before anything was done is no request of ours. */
  #isForeign(url: URL, kind: string, page: string): boolean {
    return !this.isExcluded(url) && embedded.has(kind) && !this.#acted && !sameSite(url.href, page);
  }

  /** Whether the operator of an address's host does not want to be visited. */
  isExcluded(url: URL): boolean {
    return this.#guard.exclusion(url.hostname) !== null;
  }

  /** Asks the list of exclusions, then robots.txt; what they forbid is noted. */
  async mayAsk(url: URL): Promise<boolean> {
    const refusal = this.#guard.exclusion(url.hostname) ?? (await this.#robotsRefusal(url));
    if (refusal !== null) this.refused.push(refusal);
    return refusal === null;
  }

  async #robotsRefusal(url: URL): Promise<ClassifiedError | null> {
    if (await this.#manners.allows(asWeb(url))) return null;
    return new ClassifiedError('robots', `robots.txt of ${url.host} disallows ${url.pathname}`);
  }
}

/** The page that sends a request; null while its window is just opening. */
export function pageOf(request: Request): Page | null {
  try {
    return request.frame().page();
  } catch {
    return null;
  }
}

/**
 * Whether a request is for a document in the place of a window's; that of a window just opening is.
 */
function isMainDocument(request: Request): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame().parentFrame() === null;
  } catch {
    return true;
  }
}

/** Sockets are judged like the documents of their host. */
function asWeb(url: URL): URL {
  return new URL(url.href.replace(/^ws/u, 'http'));
}

function hostOf(url: string): string | null {
  return URL.parse(url)?.host ?? null;
}
