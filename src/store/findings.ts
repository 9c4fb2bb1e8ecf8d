import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import {
  evidenceSchema,
  type Finding,
  type FindingState,
  findingKey,
  findingStateSchema,
  obstacleSchema,
} from '../model/finding.ts';
import type { EarlierFinding, Judgement } from '../model/judged-finding.ts';
import type { Run } from '../model/run.ts';
import type { Database } from './database.ts';
import { type FindingTable, insertBatch, type Tables } from './tables.ts';

export interface FindingFilter {
  readonly code?: string;
  readonly probe?: string;
  readonly state?: string;
}

/** A finding with the end of its visit. */
type SeenRow = Selectable<FindingTable> & { readonly finished: string };

const valueSchema = z.record(z.string(), z.unknown());

/** What the probes concluded, by run. */
export class Findings {
  readonly #db: Kysely<Tables>;
  readonly #serially: Database['serially'];

  constructor({ db, serially }: Pick<Database, 'db' | 'serially'>) {
    this.#db = db;
    this.#serially = serially;
  }

  /** Findings of a run, ordered by government and probe. */
  async list(run: string, filter: FindingFilter = {}): Promise<Finding[]> {
    let query = this.#db.selectFrom('findings').selectAll().where('run', '=', run);
    if (filter.code !== undefined) query = query.where('code', '=', filter.code);
    if (filter.probe !== undefined) query = query.where('probe', '=', filter.probe);
    if (filter.state !== undefined) query = query.where('state', '=', filter.state);
    const rows = await query.orderBy('code').orderBy('probe').execute();
    return rows.map(findingOf);
  }

  /** Number of findings of a run by state. */
  async states(run: string): Promise<Record<FindingState, number>> {
    const rows = await this.#db
      .selectFrom('findings')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .where('run', '=', run)
      .groupBy('state')
      .execute();
    const states = { present: 0, absent: 0, unknown: 0, 'not-applicable': 0 };
    for (const { state, count } of rows) states[findingStateSchema.parse(state)] = Number(count);
    return states;
  }

  /**
   * By `findingKey`: which version of the tool and which configuration each finding of a run was
   * judged by.
   */
  async judgements(run: string): Promise<Map<string, Judgement>> {
    const rows = await this.#db
      .selectFrom('findings')
      .select(['code', 'probe', 'tool_version', 'config_hash'])
      .where('run', '=', run)
      .execute();
    return new Map(
      rows.map((row) => [keyOf(row), { run, toolVersion: row.tool_version, configHash: row.config_hash }]),
    );
  }

  /** Replaces the findings of one visit, as `rejudge` does. */
  async replace(
    run: Pick<Run, 'id' | 'toolVersion' | 'configHash'>,
    code: string,
    findings: readonly Finding[],
  ): Promise<void> {
    await this.#serially(`visit ${run.id} ${code}`, async (trx) => {
      await trx.deleteFrom('findings').where('run', '=', run.id).where('code', '=', code).execute();
      const judged = trx.updateTable('visits').where('run', '=', run.id).where('code', '=', code);
      await judged.set({ reading: null }).execute();
      await insertFindings(trx, run, code, findings);
    });
  }

  /**
   * What was found when a site was last seen, from `since` until before `until` (ISO), in a single
   * probe or a crawl that the gate did not refuse; for the wanted finding keys only, and keyed by
   * them. A finding that the newest visit of a live site left unknown too is left out: nothing is
   * carried forward past it.
   * @param unseen reasons of an unknown finding that tell nothing of the thing itself; such
   *   findings are passed over.
   */
  async lastKnown(
    wanted: ReadonlySet<string>,
    since: string,
    until: string,
    unseen: ReadonlySet<string>,
  ): Promise<Map<string, EarlierFinding>> {
    const newest = new Map<string, SeenRow>();
    for (const run of await this.#seeingRuns(since, until)) {
      for (const row of await this.#rowsOf(run, wanted, since, until)) {
        const key = keyOf(row);
        if (!wanted.has(key) || (row.state === 'unknown' && unseen.has(row.reason ?? ''))) continue;
        if ((newest.get(key)?.finished ?? '') <= row.finished) newest.set(key, row);
      }
    }
    const known = [...newest].filter(([, row]) => row.state !== 'unknown');
    return new Map(known.map(([key, row]) => [key, { run: row.run, measured: row.finished, finding: findingOf(row) }]));
  }

  /** Single probes and crawls that the gate did not refuse, which may have visits in a time. */
  async #seeingRuns(since: string, until: string): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('runs')
      .leftJoin('verdicts', 'verdicts.run', 'runs.id')
      .select('runs.id')
      .where('runs.kind', 'in', ['crawl', 'probe'])
      .where((is) => is.or([is('verdicts.passed', 'is', null), is('verdicts.passed', '=', 1)]))
      .where('runs.started', '<', until)
      .where((is) => is.or([is('runs.finished', 'is', null), is('runs.finished', '>=', since)]))
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Findings of a run with the keys' governments and probes: by the key of the table, as a year has millions. */
  async #rowsOf(run: string, wanted: ReadonlySet<string>, since: string, until: string): Promise<SeenRow[]> {
    const keys = [...wanted].map((key) => key.split(' '));
    const codes = [...new Set(keys.map(([code = '']) => code))];
    const rows: SeenRow[] = [];
    for (let start = 0; start < codes.length; start += insertBatch) {
      const found = await this.#db
        .selectFrom('findings')
        .innerJoin('visits', (join) =>
          join.onRef('visits.run', '=', 'findings.run').onRef('visits.code', '=', 'findings.code'),
        )
        .selectAll('findings')
        .select('visits.finished')
        .where('findings.run', '=', run)
        .where('findings.code', 'in', codes.slice(start, start + insertBatch))
        .where('findings.probe', 'in', [...new Set(keys.map(([, probe = '']) => probe))])
        .where('visits.finished', '>=', since)
        .where('visits.finished', '<', until)
        .execute();
      rows.push(...found);
    }
    return rows;
  }
}

/** Adds findings of one visit inside a transaction of the caller. */
export async function insertFindings(
  trx: Kysely<Tables>,
  run: Pick<Run, 'id' | 'toolVersion' | 'configHash'>,
  code: string,
  findings: readonly Finding[],
): Promise<void> {
  if (findings.length === 0) return;
  const rows = findings.map((finding) => rowOf(run, code, finding));
  await trx.insertInto('findings').values(rows).execute();
}

function keyOf({ code, probe }: { readonly code: string; readonly probe: string }): string {
  return findingKey({ government: code, probe });
}

/** The finding that a row holds. Throws when what was stored is no finding. */
function findingOf(row: Selectable<FindingTable>): Finding {
  return {
    government: row.code,
    probe: row.probe,
    version: row.version,
    state: findingStateSchema.parse(row.state),
    value: row.value === null ? null : valueSchema.parse(JSON.parse(row.value)),
    confidence: row.confidence,
    reason: row.reason,
    evidence: z.array(evidenceSchema).parse(JSON.parse(row.evidence)),
    ...(row.obstacles === null ? {} : { obstacles: z.array(obstacleSchema).parse(JSON.parse(row.obstacles)) }),
  };
}

function rowOf(
  run: Pick<Run, 'id' | 'toolVersion' | 'configHash'>,
  code: string,
  finding: Finding,
): Selectable<FindingTable> {
  return {
    run: run.id,
    code,
    probe: finding.probe,
    version: finding.version,
    state: finding.state,
    confidence: finding.confidence,
    reason: finding.reason,
    value: finding.value === null ? null : JSON.stringify(finding.value),
    evidence: JSON.stringify(finding.evidence),
    obstacles: finding.obstacles === undefined ? null : JSON.stringify(finding.obstacles),
    tool_version: run.toolVersion,
    config_hash: run.configHash,
  };
}
