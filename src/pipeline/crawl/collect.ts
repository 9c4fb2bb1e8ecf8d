import { setTimeout as sleep } from 'node:timers/promises';
import { BasicCrawler, Configuration, LogLevel, log, MemoryStorage, type RequestQueue } from 'crawlee';
import PQueue from 'p-queue';
import type { Government } from '../../model/government.ts';
import { inspect } from './browser/inspect.ts';
import { interact } from './browser/interact.ts';
import { type Interaction, opening, type Step } from './browser/interaction.ts';
import { SharedBrowser } from './browser/pool.ts';
import { render } from './browser/render.ts';
import type { CollectOptions } from './collect-options.ts';
import { neverClicked } from './collect-words.ts';
import { makeAsk } from './frontier/ask.ts';
import { makeExplorer } from './frontier/explorer.ts';
import { followDeps } from './frontier/follow/deps.ts';
import { follow } from './frontier/follow/follow.ts';
import { Frontiers, queuedOf } from './frontier/frontiers.ts';
import { makeInspections } from './frontier/inspections.ts';
import { mayTryAgain, patienceFor } from './frontier/second-try.ts';
import type { Target } from './frontier/target.ts';
import { type Entry, type Queued, Visit } from './frontier/visit.ts';
import { Guard } from './guard/guard.ts';
import { Fetcher } from './http/fetcher.ts';
import { makeEntry } from './make-entry.ts';
import {
  conditionsFor,
  entryAgain,
  isSameDocument,
  recollectionKey,
  seenAgain,
  unmodified,
} from './memory/recollection.ts';
import { type Memory, Review, recall } from './memory/review.ts';
import { isMachineError } from './outcome/classify-error.ts';
import { steadyNow } from './outcome/clock.ts';
import { within } from './outcome/deadline.ts';
import { type FetchOutcome, unfetched } from './outcome/fetch-outcome.ts';
import { ownData, requestedAgain, requestedEntries } from './requested.ts';
import { Watchdog } from './watchdog.ts';

/** Requests under way for each open visit, on average; the wave of a visit spreads over its hosts. */
const requestsPerVisit = 4;
/**
 * Longest time the handler of one request may take before Crawlee gives it up: several times all of its own limits, the wait for a free
 * page of the browser among them.
 */
const handlerSeconds = 3600;
/**
 * For so long a slot of Crawlee goes on with the next request that is ready, in milliseconds. Crawlee's own work on a request costs as much
 * as asking for a document that did not change.
 */
const slotTime = 5000;
/** For requests under way to come back when a run is broken off; what hangs longer is left behind, and its connection closed. */
const graceTime = 10_000;

/**
 * Visits governments: one Crawlee crawler for all of them, whose request manager is our frontiers; p-queue bounds the visits that
 * are open. Resolves when every visit is committed; rejects when a commit failed.
 */
export async function collect(governments: Iterable<Government>, options: CollectOptions): Promise<void> {
  const { settings } = options;
  const guard = new Guard({ settings });
  const fetcher = new Fetcher({ settings, guard, proxy: options.proxy, officialSuffixes: options.officialSuffixes });
  const browser =
    options.chromium === null || settings.browser.pages === 0
      ? null
      : new SharedBrowser({
          executable: options.chromium,
          settings,
          guard,
          proxy: options.proxy,
          conversations: options.knowledge.questions.patience['at-once'],
          manners: {
            allows: (url) => fetcher.allows(url),
            turn: (host) => fetcher.hosts.turn(host),
            connect: (host, giveUp) => fetcher.hosts.connect(host, giveUp),
          },
          ...(options.onBrowserJob === undefined ? {} : { onJob: options.onBrowserJob }),
        });
  const never = neverClicked(options.knowledge);
  const frontiers = new Frontiers((host, now) => fetcher.hosts.isFree(host, now));
  const followed = followDeps(options);
  const ask = makeAsk(options);
  const look = makeExplorer(options);
  const inspections = makeInspections({ ...options, hasBrowser: browser !== null });
  const finished = new Map<Visit, () => void>();
  const reviews = new Map<Visit, Review>();
  const memories = new Map<Visit, Memory>();
  const visits = new PQueue({ concurrency: options.concurrency });
  let broken: unknown = null;
  const watchdog = new Watchdog({
    stallTime: settings.budget['stall-time'],
    runTime: settings.budget['run-time'],
    onStall: (reason, open) => {
      options.onStall(reason, open);
      breakOff(reason);
    },
  });

  /** What is left to do once everything was fetched: questions, columns that nobody read, then the inspection of what they left. */
  function nextOf(visit: Visit): readonly Target[] {
    for (const next of [ask, look, inspections]) {
      const targets = next(visit).filter((item) => !visit.knows(item));
      if (targets.length > 0) return targets;
    }
    return [];
  }

  async function bring(queued: Queued, conditions: Readonly<Record<string, string>>): Promise<FetchOutcome> {
    const { target: item } = queued;
    watchdog.note(queued, item.via === 'browser' ? 'host or browser' : 'start');
    if (item.via === 'browser') {
      if (browser === null) return unfetched(item.url, 'needs-browser', 'no Chromium was found; see govprobe doctor');
      const { controls } = item;
      const outcome = await fetcher.hosts.hold(new URL(item.url).host, () =>
        controls === null
          ? render(item.url, browser, settings, { isOwn: ownData(item.url, queued.visit.government), never })
          : inspect({ url: item.url, controls }, browser, settings),
      );
      // The browser reads leniently and does not tell; the strict check was made when the page was fetched before.
      return { ...outcome, tls: fetcher.tlsVerdict(outcome.finalUrl) };
    }
    return fetcher.fetch({
      url: item.url,
      method: item.method,
      body: item.body,
      headers: { ...item.headers, ...conditions },
      anywhere: item.anywhere,
      onPhase: (phase) => watchdog.note(queued, phase),
    });
  }

  /** Puts a probe's questions to a page; every state of the page becomes an entry of its own. */
  async function converse(queued: Queued, interaction: Interaction): Promise<void> {
    const { visit, target } = queued;
    const { url } = target;
    const { questions } = options.knowledge;
    watchdog.note(queued, 'conversation');
    let steps: Step[];
    if (browser === null) {
      const outcome = unfetched(url, 'needs-browser', 'no Chromium was found; see govprobe doctor');
      steps = [{ question: interaction.questions[0] ?? opening, outcome, time: Date.now() }];
    } else {
      steps = await fetcher.hosts.hold(new URL(url).host, () => {
        const time = Math.min(questions.patience.conversation, visit.timeLeft(steadyNow()));
        return interact(url, interaction, { browser, settings, questions, time });
      });
    }
    const context = { government: visit.government.code, knowledge: options.knowledge, evidence: options.evidence };
    const entries: Entry[] = [];
    for (const { question, outcome, time } of steps) {
      const entry = await makeEntry(
        { ...target, question: { ...question, probe: interaction.probe } },
        outcome,
        time,
        context,
      );
      visit.bytes += entry.capture.bytes;
      options.onEntry(visit.government, entry);
      entries.push(entry);
    }
    visit.settle(queued, entries, steadyNow());
    if (visit.done) close(visit);
  }

  async function handle(queued: Queued): Promise<void> {
    const { visit, target } = queued;
    if (target.interaction !== null) return converse(queued, target.interaction);
    const review = reviews.get(visit);
    const memory = memories.get(visit);
    const key = recollectionKey(target);
    const { knowledge, evidence } = options;
    const remembered = { knowledge, evidence, pages: memory?.pages ?? null };
    const read = memory?.tonight.get(key);
    const again = read === undefined ? null : await entryAgain(target, read, remembered);
    if (again !== null)
      return settle(queued, [again, ...(await requestedAgain(again.capture, memory?.requested ?? [], remembered))]);
    const before = review?.before.get(key) ?? memory?.earlier.get(key);
    let outcome = await bring(queued, conditionsFor(before));
    if (review === undefined && before !== undefined) {
      // The same bytes by the same way: nothing about them is worked out a second time.
      if (remembered.pages !== null && target.via === 'http' && isSameDocument(outcome, before)) {
        const same = await entryAgain(target, seenAgain(before, outcome, Date.now()), remembered);
        if (same !== null) return settle(queued, [same]);
      }
      if (outcome.ok && outcome.status === 304)
        outcome = unmodified(outcome, before, evidence) ?? (await bring(queued, {}));
    }
    watchdog.note(queued, 'reading');
    if (mayTryAgain(queued, outcome, settings)) {
      const patience = patienceFor(outcome, settings);
      if (patience > 0) fetcher.hosts.rest(queued.host, patience);
      visit.retry(queued, steadyNow() + Math.max(settings.retry.pause, patience));
      return;
    }
    const context = { government: visit.government.code, knowledge, evidence };
    const make = async (brought: FetchOutcome): Promise<Entry> => makeEntry(target, brought, Date.now(), context);
    if (review === undefined) {
      const entry = await make(outcome);
      return settle(queued, [entry, ...(await requestedEntries(target, outcome, Date.now(), context))]);
    }
    const entry = await review.compare(key, outcome, Date.now(), make);
    if (entry === null) return close(visit);
    visit.settle(queued, [entry], steadyNow());
    if (visit.done) close(visit);
  }

  function settle(queued: Queued, entries: readonly Entry[]): void {
    const { visit } = queued;
    for (const entry of entries) {
      visit.bytes += entry.capture.bytes;
      options.onEntry(visit.government, entry);
    }
    visit.settle(queued, entries, steadyNow());
    if (visit.done) close(visit);
  }

  function close(visit: Visit): void {
    frontiers.remove(visit);
    finished.get(visit)?.();
    finished.delete(visit);
  }

  async function open(government: Government): Promise<void> {
    if (options.jitter) await sleep(Math.random() * options.jitter);
    if (broken !== null) return;
    options.onStart(government);
    try {
      const recollection = (await options.recollect?.(government)) ?? null;
      const review = recollection?.findingsHold ? new Review(recollection) : null;
      if (review !== null) {
        const visit = new Visit({ government, settings, follow: () => [], askMore: () => [], now: steadyNow() });
        for (const item of review.requests()) visit.add(item);
        reviews.set(visit, review);
        await complete(visit);
        reviews.delete(visit);
        if (broken !== null) return;
        const captures = review.unchanged();
        if (captures !== null) {
          await options.onUnchanged?.(visit, captures);
          watchdog.visited();
          return;
        }
      }
      const visit = new Visit({
        government,
        settings,
        follow: (on, entry) => follow(followed, on, entry),
        askMore: nextOf,
        now: steadyNow(),
      });
      if (recollection !== null) memories.set(visit, recall(recollection, review));
      await complete(visit);
      memories.delete(visit);
      if (broken !== null) return;
      await options.onVisit(visit);
      watchdog.visited();
    } catch (error) {
      broken ??= error;
    }
  }

  /** Resolves when a visit has nothing more to fetch, or was closed. */
  async function complete(visit: Visit): Promise<void> {
    if (visit.done) return;
    await new Promise<void>((resolve) => {
      finished.set(visit, resolve);
      frontiers.open(visit);
    });
  }

  log.setLevel(LogLevel.OFF);
  // Each look at the system's load starts a process, and only Crawlee's global configuration reaches its event manager. The
  // concurrency here is fixed, so the looks decide nothing.
  Configuration.getGlobalConfig().set('systemInfoIntervalMillis', 86_400_000);
  const storageClient = new MemoryStorage({ persistStorage: false, writeMetadata: false });
  const slots = options.concurrency * requestsPerVisit;
  const crawler = new BasicCrawler(
    {
      // The option check of Crawlee 3.18 does not know `requestManager`, though the constructor reads it; a queue that is one passes.
      requestQueue: frontiers as unknown as RequestQueue,
      minConcurrency: slots,
      maxConcurrency: slots,
      useSessionPool: false,
      maxRequestRetries: 0,
      requestHandlerTimeoutSecs: handlerSeconds,
      autoscaledPoolOptions: {
        maybeRunIntervalSecs: 0.02,
        loggingIntervalSecs: null,
        // Looked through before every request.
        snapshotterOptions: { eventLoopSnapshotIntervalSecs: 5, clientSnapshotIntervalSecs: 5 },
      },
      statusMessageLoggingInterval: 3600,
      requestHandler: async ({ request }) => {
        const until = performance.now() + slotTime;
        for (let queued: Queued | null = queuedOf(request); queued !== null; ) {
          await handle(queued).finally(() => watchdog.settled(queuedOf(request)));
          queued = performance.now() < until ? frontiers.goOn(request) : null;
        }
      },
      failedRequestHandler: async ({ request }, error) => {
        const queued = queuedOf(request);
        reviews.get(queued.visit)?.giveUp();
        const { knowledge, evidence } = options;
        const context = { government: queued.visit.government.code, knowledge, evidence };
        const outcome = unfetched(queued.target.url, 'our-fault', error.message);
        try {
          const entry = await makeEntry(queued.target, outcome, Date.now(), context);
          options.onEntry(queued.visit.government, entry);
          queued.visit.settle(queued, [entry], steadyNow());
        } catch (second) {
          broken ??= second;
        }
        // An error that is the machine's (no space left) will meet every other request too: the run ends in order.
        if (isMachineError(error)) broken ??= error;
        if (queued.visit.done || broken !== null) close(queued.visit);
        if (broken !== null) breakOff(broken);
      },
    },
    new Configuration({
      storageClient,
      persistStorage: false,
      purgeOnStart: false,
      persistStateIntervalMillis: 3_600_000,
    }),
  );

  function breakOff(reason: unknown): void {
    broken ??= reason;
    for (const visit of [...frontiers.openVisits]) close(visit);
  }
  const onAbort = (): void => breakOff(options.signal.reason);
  options.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const running = crawler.run();
    for (const government of governments) {
      await visits.onSizeLessThan(options.concurrency);
      if (broken !== null || options.mayOpen?.() === false) break;
      void visits.add(() => open(government));
    }
    await visits.onIdle();
    frontiers.close();
    if (broken === null) await running;
    else await within(graceTime, 'ending the run', running).catch(() => undefined);
  } finally {
    watchdog.stop();
    options.signal.removeEventListener('abort', onAbort);
    await Promise.allSettled([fetcher.close(), browser?.close()]);
  }
  if (broken !== null) throw broken;
}
