import type { Capture } from '../../../model/capture.ts';
import type { Interaction } from '../browser/interaction.ts';
import type { VisitHandler } from '../frontier/frontiers.ts';
import type { Target } from '../frontier/target.ts';
import type { Entry, Queued } from '../frontier/visit.ts';
import type { Memory } from '../memory/recheck.ts';
import {
  conditionsFor,
  entryAgain,
  isSameDocument,
  recollectionKey,
  seenAgain,
  unmodified,
} from '../memory/recollection.ts';
import { isMachineError } from '../outcome/classify-error.ts';
import { type FetchOutcome, unfetched } from '../outcome/fetch-outcome.ts';
import { type EntryContext, makeEntry } from './make-entry.ts';
import { requestedAgain, requestedEntries } from './requested.ts';
import type { Traffic } from './traffic.ts';
import { settle, tryAgainLater, type VisitDeps } from './visit-deps.ts';

/** Handles the requests of a full visit: from memory where it can, else from the web. */
export class FullHandler implements VisitHandler {
  readonly #deps: VisitDeps;
  readonly #memory: Memory | null;
  readonly #traffic: Traffic;

  constructor(deps: VisitDeps, memory: Memory | null, traffic: Traffic) {
    this.#deps = deps;
    this.#memory = memory;
    this.#traffic = traffic;
  }

  async handle(queued: Queued): Promise<void> {
    const { interaction } = queued.target;
    try {
      const entries = interaction === null ? await this.#read(queued) : await this.#converse(queued, interaction);
      if (entries === null) return;
      for (const { capture } of entries) this.#deps.onCapture(queued.visit.government, capture);
      settle(this.#deps, queued, entries);
    } finally {
      this.#deps.onHandled(queued);
    }
  }

  /**
   * Records an error of our own; one of the machine (no space left) ends the collection, and so does
   * one that came when the visit had taken the captures, since it cannot tell then what it has.
   */
  async failed(queued: Queued, error: unknown): Promise<void> {
    const { abort, clock, onCapture } = this.#deps;
    const { target, visit } = queued;
    if (visit.hasTaken(queued)) return abort(error);
    const message = error instanceof Error ? error.message : String(error);
    try {
      const outcome = unfetched(target.url, 'our-fault', message);
      const entry = await makeEntry(target, outcome, clock.now(), this.#contextOf(queued));
      onCapture(visit.government, entry.capture);
      settle(this.#deps, queued, [entry]);
    } catch (second) {
      abort(second);
    }
    if (isMachineError(error)) abort(error);
  }

  #contextOf({ visit }: Queued): EntryContext {
    const { knowledge, evidence } = this.#deps;
    return { government: visit.government.code, knowledge, evidence };
  }

  /** Entries of a request; null if it was put back for a second try. */
  async #read(queued: Queued): Promise<readonly Entry[] | null> {
    const { target } = queued;
    const key = recollectionKey(target);
    const known = this.#memory?.tonight.get(key);
    const remembered = known === undefined ? null : await this.#recall(target, known);
    if (remembered !== null) return remembered;
    const before = this.#memory?.earlier.get(key);
    const brought = await this.#fetch(queued, conditionsFor(before));
    const same = before === undefined ? null : await this.#sameAgain(target, brought, before);
    if (same !== null) return [same];
    const outcome = await this.#complete(queued, brought, before);
    this.#deps.onPhase(queued, 'reading');
    if (tryAgainLater(this.#deps, queued, outcome)) return null;
    const context = this.#contextOf(queued);
    const time = this.#deps.clock.now();
    const entry = await makeEntry(target, outcome, time, context);
    return [entry, ...(await requestedEntries(target, outcome, time, context))];
  }

  async #fetch(queued: Queued, headers: Readonly<Record<string, string>>): Promise<FetchOutcome> {
    const outcome = await this.#deps.performer.fetch(queued, headers);
    this.#traffic.count(outcome);
    return outcome;
  }

  /** What was read earlier tonight; null if its bytes are gone. */
  async #recall(target: Target, capture: Capture): Promise<readonly Entry[] | null> {
    const context = this.#rememberedContext();
    const entry = await entryAgain(target, capture, context);
    if (entry === null) return null;
    return [entry, ...(await requestedAgain(entry.capture, this.#memory?.requested ?? [], context))];
  }

  /** The earlier entry when the answer is the same document, which saves parsing it; else null. */
  async #sameAgain(target: Target, outcome: FetchOutcome, before: Capture): Promise<Entry | null> {
    const context = this.#rememberedContext();
    if (context.pages === null || target.via !== 'http' || !isSameDocument(outcome, before)) return null;
    return entryAgain(target, seenAgain(before, outcome, this.#deps.clock.now()), context);
  }

  /**
   * The document that a 304 stands for, asked for without a condition if memory does not have it.
   */
  async #complete(queued: Queued, outcome: FetchOutcome, before: Capture | undefined): Promise<FetchOutcome> {
    if (before === undefined || !outcome.ok || outcome.status !== 304) return outcome;
    return (await unmodified(outcome, before, this.#deps.evidence)) ?? this.#fetch(queued, {});
  }

  #rememberedContext(): Parameters<typeof entryAgain>[2] {
    const { knowledge, evidence } = this.#deps;
    return { knowledge, evidence, pages: this.#memory?.pages ?? null };
  }

  /** Asks a probe's questions on a page; every state of the page becomes an entry of its own. */
  async #converse(queued: Queued, interaction: Interaction): Promise<readonly Entry[]> {
    const { performer } = this.#deps;
    const steps = await performer.converse(queued, interaction);
    this.#traffic.count(...steps.map(({ outcome }) => outcome));
    const entries: Entry[] = [];
    for (const { question, outcome, time } of steps) {
      const asked = { ...queued.target, question: { ...question, probe: interaction.probe } };
      entries.push(await makeEntry(asked, outcome, time, this.#contextOf(queued)));
    }
    return entries;
  }
}
