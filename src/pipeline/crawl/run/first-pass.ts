import type { Government } from '../../../model/government.ts';
import { collect } from '../collect.ts';
import { recollectEarlier } from '../memory/recollect-earlier.ts';
import type { Recollection } from '../memory/recollection.ts';
import { pageContents } from '../memory/remembered-pages.ts';
import type { VisitOutcome, VisitResult } from '../visit/conduct-visit.ts';
import { basisKeyOf, judgeVisit, uniqueCaptures } from './judge-visit.ts';
import { commonOptions, type RunContext } from './run-context.ts';

/** Visits governments for the first time in a run, and commits each visit as it ends. */
export class FirstPass {
  readonly #context: RunContext;
  /** The run of the earlier visit that a government's recheck compares with. */
  readonly #earlierRun = new Map<string, string>();

  constructor(context: RunContext) {
    this.#context = context;
  }

  /** Resolves when all are committed, or the open ones if no further visit may begin. */
  run(governments: readonly Government[]): Promise<void> {
    const { options } = this.#context;
    return collect(governments, {
      ...commonOptions(this.#context),
      settings: options.settings,
      ...(options.incremental ? { recollect: (government) => this.#recollect(government) } : {}),
      onVisit: (visit) =>
        visit.outcome.changed ? this.#commit(visit, visit.outcome) : this.#commitUnchanged(visit, visit.outcome),
    });
  }

  async #recollect(government: Government): Promise<Recollection | null> {
    const { options, clock } = this.#context;
    const found = await recollectEarlier(options.store, government, {
      key: basisKeyOf(options, government),
      now: clock.now(),
      fullAfterDays: options.pack.schedule.incremental['full-after-days'],
    });
    if (found !== null) this.#earlierRun.set(government.code, found.run);
    return found;
  }

  async #commit(visit: VisitResult, outcome: Extract<VisitOutcome, { changed: true }>): Promise<void> {
    const { options, recorder } = this.#context;
    const { government } = visit;
    const { entries, unread } = outcome;
    const { findings, basis } = judgeVisit(this.#context, government, outcome);
    await recorder.commit(visit, { captures: uniqueCaptures(entries), findings, reading: basis, unread });
    if (options.incremental) await options.store.pages.write(government.code, basis.key, pageContents(entries));
  }

  /** Commits the findings of the earlier visit with tonight's captures. */
  async #commitUnchanged(visit: VisitResult, { captures }: Extract<VisitOutcome, { changed: false }>): Promise<void> {
    const { options, recorder } = this.#context;
    const { government } = visit;
    const { code } = government;
    const earlier = this.#earlierRun.get(code);
    const record = earlier === undefined ? undefined : (await options.store.visits.list(earlier, code))[0];
    if (earlier === undefined || record === undefined) throw new Error(`the earlier visit of ${code} is gone`);
    for (const capture of captures) recorder.captured(government, capture);
    const findings = await options.store.findings.list(earlier, { code });
    await recorder.commit(visit, { captures, findings, reading: record.reading ?? null, unread: record.unread });
  }
}
