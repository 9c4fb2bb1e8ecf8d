import type { SharedBrowserOptions } from './browser/pool.ts';
import type { CollectOptions } from './collect-options.ts';
import { neverClicked } from './collect-words.ts';
import { followDeps } from './frontier/follow/deps.ts';
import { Frontiers, type StartsAt } from './frontier/frontiers.ts';
import { nextTargets } from './frontier/next-targets.ts';
import { Guard } from './guard/guard.ts';
import { Fetcher } from './http/fetcher.ts';
import { sharedPacing } from './http/shared-hosts.ts';
import { SharedReplies } from './http/shared-replies.ts';
import { type Clock, systemClock } from './outcome/clock.ts';
import { WebPerformer } from './visit/perform.ts';
import type { VisitDeps } from './visit/visit-deps.ts';
import { Watchdog } from './watchdog.ts';

/** What a collection has open, and what its visits work with. */
export interface Session {
  readonly deps: VisitDeps;
  readonly frontiers: Frontiers;
  readonly watchdog: Watchdog;
  /** Closes connections and browser. */
  close(): Promise<void>;
}

/**
 * Opens a session. It is aborted by the options' signal, the watchdog, or `deps.abort`.
 * @param waiting how many visits that have not begun need a host
 */
export async function openSession(options: CollectOptions, waiting: (host: string) => number): Promise<Session> {
  const { settings, knowledge, chromium } = options;
  // Playwright takes a quarter of a second to load, and a run without a browser needs none of it.
  const pool = chromium === null || settings.browser.pages === 0 ? null : await import('./browser/pool.ts');
  const clock = options.clock ?? systemClock;
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const watchdog = new Watchdog({
    stallTime: settings.budget['stall-time'],
    runTime: settings.budget['run-time'],
    clock,
    onStall(reason, open) {
      options.onStall(reason, open);
      stop.abort(reason);
    },
  });
  options.othersVisited?.(() => watchdog.visited());
  const guard = new Guard({ settings, clock });
  const { proxy, officialSuffixes, evidence, sharedHosts: hosts, board = null } = options;
  const shared = new SharedReplies({ evidence, hosts, clock, board });
  const pacing = sharedPacing(settings, options.turns ?? null, clock);
  const paced = pacing === null ? {} : { hosts: pacing };
  const fetcher = new Fetcher({ settings, guard, proxy, officialSuffixes, clock, shared, ...paced });
  const browser =
    pool === null || chromium === null
      ? null
      : new pool.SharedBrowser(browserOptions({ ...options, clock }, chromium, guard, fetcher));
  const mayStart: StartsAt = ({ target, host }, now) => fetcher.isReady(target, host, now);
  const frontiers = new Frontiers(mayStart, clock, { hosts, waiting });
  signal.addEventListener('abort', () => frontiers.closeAll(), { once: true });
  const onPhase: VisitDeps['onPhase'] = (queued, phase) => watchdog.note(queued, phase);
  const never = neverClicked(knowledge);
  const { questions } = knowledge;
  const next = { ...options, hasBrowser: browser !== null };
  const deps: VisitDeps = {
    settings,
    knowledge,
    evidence: options.evidence,
    pages: options.pages,
    shelf: options.shelf,
    performer: new WebPerformer({ settings, questions, fetcher, browser, never, clock, onPhase }),
    frontiers,
    follow: followDeps(options),
    askMore: (visit) => nextTargets(next, visit),
    clock,
    signal,
    abort: (reason) => stop.abort(reason),
    onCapture: options.onCapture,
    onPhase,
    onHandled: (queued) => watchdog.settled(queued),
  };
  const close = async (): Promise<void> => {
    watchdog.stop();
    await Promise.allSettled([fetcher.close(), browser?.close()]);
    // Others may ask only when nothing is open any more.
    await pacing?.close();
  };
  return { deps, frontiers, watchdog, close };
}

/** The browser of a session is bound to the host limits of the fetcher. */
function browserOptions(
  options: CollectOptions & { readonly clock: Clock },
  executable: string,
  guard: Guard,
  fetcher: Fetcher,
): SharedBrowserOptions {
  const { settings, proxy, knowledge, onBrowserJob, clock } = options;
  return {
    executable,
    settings,
    guard,
    proxy,
    clock,
    conversations: knowledge.questions.patience['at-once'],
    manners: {
      allows: (url) => fetcher.allows(url),
      turn: (host) => fetcher.hosts.turn(host),
      connect: (host, giveUp, lost) => fetcher.hosts.connect(host, giveUp, lost),
      shared: (options.turns ?? null) !== null,
    },
    ...(onBrowserJob === undefined ? {} : { onJob: onBrowserJob }),
  };
}
