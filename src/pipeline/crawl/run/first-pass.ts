import type { Government } from '../../../model/government.ts';
import { collect } from '../collect.ts';
import { recollectEarlier } from '../memory/recollect-earlier.ts';
import type { Recollection } from '../memory/recollection.ts';
import { basisKeyOf, type JudgedOutcome, type JudgedVisit } from '../visit/judged-visit.ts';
import type { VisitSource } from '../visit-source.ts';
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
  run(source: VisitSource): Promise<void> {
    const { options } = this.#context;
    return collect(source, {
      ...commonOptions(this.#context),
      settings: options.settings,
      remember: options.incremental === true,
      ...(options.incremental ? { recollect: (government) => this.#recollect(government) } : {}),
      onVisit: (visit) =>
        visit.outcome.changed ? this.#commit(visit, visit.outcome) : this.#commitUnchanged(visit, visit.outcome),
    });
  }

  async #recollect(government: Government): Promise<Recollection | null> {
    const { options, clock, judging } = this.#context;
    const found = await recollectEarlier(options.store, government, {
      key: basisKeyOf(judging, government),
      now: clock.now(),
      fullAfterDays: options.pack.schedule.incremental['full-after-days'],
      exclusions: options.settings.exclusions,
    });
    if (found !== null) this.#earlierRun.set(government.code, found.run);
    return found;
  }

  async #commit(visit: JudgedVisit, outcome: Extract<JudgedOutcome, { changed: true }>): Promise<void> {
    const { recorder, network } = this.#context;
    if (!(await network.mayJudge(visit))) return recorder.visitHeld(visit);
    const { captures, findings, problems, basis, unread } = outcome;
    recorder.probesFailed(visit.government, problems);
    await recorder.commit(visit, { captures, findings, reading: basis, unread });
  }

  /** Commits the findings of the earlier visit with tonight's captures. */
  async #commitUnchanged(visit: JudgedVisit, { captures }: Extract<JudgedOutcome, { changed: false }>): Promise<void> {
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
