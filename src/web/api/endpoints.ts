import { z } from 'zod';
import { listedEditions } from '../../application/console/editions.ts';
import { findingsOf } from '../../application/console/finding-list.ts';
import { leafCounts } from '../../application/console/indicators.ts';
import { rankingView } from '../../application/console/ranking.ts';
import { runPage } from '../../application/console/run-pages.ts';
import type { Snapshot } from '../../application/console/snapshots.ts';
import { explainOpened } from '../../application/explain.ts';
import { findingStateSchema } from '../../model/finding.ts';
import { governmentSchema } from '../../model/government.ts';
import type { Exchange } from '../exchange.ts';
import { governmentOf } from '../pages/government/government-of.ts';
import { rankingFilterSchema } from '../pages/ranking/filter.ts';
import { sliceOf } from '../parts/pager.ts';
import { snapshotOf } from '../parts/state-choice.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import {
  editionSchema,
  findingSchema,
  indicatorSchema,
  nodeSchema,
  pageFields,
  pageOf,
  rankingEntrySchema,
  runSchema,
  stateQuerySchema,
} from './schemas.ts';

const isSimulated = ({ assessed }: Snapshot): boolean => assessed.nature !== 'real';

/** One page of a list, with the fields that every list has. */
function paged<Item>(items: readonly Item[], { page, size }: { page: number; size: number }, simulated: boolean) {
  const slice = sliceOf(items, page, size);
  return { page: slice.page, pages: slice.pages, total: slice.all, simulated, items: [...slice.items] };
}

/** A list of the folder itself is as simulated as its newest state. */
async function folderSimulated(exchange: Exchange): Promise<boolean> {
  return isSimulated(await snapshotOf(exchange, {}));
}

const ranking = endpoint({
  path: '/api/v1/ranking',
  summary: 'The ranking, filtered and sorted as on its page.',
  query: rankingFilterSchema.extend({ ...stateQuerySchema.shape, ...pageFields }),
  answer: pageOf(rankingEntrySchema),
  async read(exchange, query) {
    const snapshot = await snapshotOf(exchange);
    const { entries, bands } = rankingView(snapshot, exchange.console.pack, query);
    const items = entries.map(({ government, ranked, total, place, uncertain }) => ({
      government: { ...government },
      rank: ranked.rank,
      ...{ score: total.score, coverage: total.coverage, low: total.low, high: total.high },
      tier: place?.level ?? null,
      band: bands?.places[government.code] ?? null,
      withheld: ranked.withheld?.path ?? null,
      rankInterval: uncertain === null ? null : { low: uncertain.rank.low, high: uncertain.rank.high },
    }));
    return paged(items, query, isSimulated(snapshot));
  },
});

const governments = endpoint({
  path: '/api/v1/governments',
  summary: 'The governments of a state.',
  query: stateQuerySchema.extend(pageFields),
  answer: pageOf(governmentSchema),
  async read(exchange, query) {
    const snapshot = await snapshotOf(exchange);
    return paged(
      [...snapshot.assessed.governments].map((one) => ({ ...one })),
      query,
      isSimulated(snapshot),
    );
  },
});

const government = endpoint({
  path: '/api/v1/governments/{code}',
  summary: 'One government with its score on every node of the index.',
  query: stateQuerySchema,
  answer: z.object({
    government: governmentSchema,
    rank: z.number().int().nullable(),
    simulated: z.boolean(),
    nodes: z.array(nodeSchema),
  }),
  async read(exchange) {
    const snapshot = await snapshotOf(exchange);
    const found = governmentOf(snapshot, exchange.part('code'));
    const explained = await explainOpened(
      exchange.console.pack,
      { ...snapshot, drawn: null },
      { government: found.code },
    );
    return {
      government: { ...found },
      rank: explained.standing.rank,
      simulated: isSimulated(snapshot),
      nodes: explained.rows.map(({ number, node, score, point }) => ({
        ...{ number, id: node.id, name: node.name, level: node.level, full: node.full },
        ...{ score: score.score, rate: score.rate, low: score.low, high: score.high, coverage: score.coverage },
        probe: node.leaf?.finding ?? null,
        state: point?.state ?? null,
      })),
    };
  },
});

const findings = endpoint({
  path: '/api/v1/findings',
  summary: 'Findings with evidence, obstacles and reviews, by government and probe.',
  query: stateQuerySchema.extend({
    government: z.string().max(20).optional().describe('Code.'),
    probe: z.string().max(60).optional(),
    state: findingStateSchema.optional(),
    reason: z.string().max(60).optional(),
    below: z.coerce.number().min(0).max(1).optional().describe('Claims with a lower confidence.'),
    ...pageFields,
  }),
  answer: pageOf(findingSchema),
  async read(exchange, query) {
    const snapshot = await snapshotOf(exchange);
    const items = findingsOf(snapshot, query).map((finding) => ({ ...finding }));
    return paged(items, query, isSimulated(snapshot));
  },
});

const indicators = endpoint({
  path: '/api/v1/indicators',
  summary: 'The leaves of the index with their distribution over the scored governments.',
  query: stateQuerySchema.extend(pageFields),
  answer: pageOf(indicatorSchema),
  async read(exchange, query) {
    const snapshot = await snapshotOf(exchange);
    const items = leafCounts(snapshot).map(({ numbered: { number, node }, states, mean }) => ({
      ...{ number, id: node.id, name: node.name, full: node.full, mean, states: { ...states } },
      probe: node.leaf?.finding ?? '',
    }));
    return paged(items, query, isSimulated(snapshot));
  },
});

const runs = endpoint({
  path: '/api/v1/runs',
  summary: 'The runs of the data folder, newest first.',
  query: z.object(pageFields),
  answer: pageOf(runSchema),
  async read(exchange, query) {
    const { data } = exchange.console;
    const { page, pages, all, items: entries } = await data.read((store) => runPage(store, query.page, query.size));
    const items = entries.map(({ run, planned, completed, underWay, verdict }) => {
      const { id, kind, started, finished, toolVersion, configHash } = run;
      const gate = verdict === null ? null : { passed: verdict.passed, reasons: [...verdict.reasons] };
      return { id, kind, started, finished, toolVersion, configHash, planned, completed, underWay, gate };
    });
    return { page, pages, total: all, simulated: await folderSimulated(exchange), items };
  },
});

const editions = endpoint({
  path: '/api/v1/editions',
  summary: 'Frozen editions with their seals, newest first.',
  query: z.object(pageFields),
  answer: pageOf(editionSchema),
  async read(exchange, query) {
    const listed = await exchange.console.data.read(listedEditions);
    const items = listed.map(({ edition: { name, year, note, frozen, sha256 }, replacedBy, errata }) => {
      return { name, year, note, frozen, sha256, replacedBy: replacedBy?.name ?? null, errata: errata.length };
    });
    return paged(items, query, await folderSimulated(exchange));
  },
});

/** Every address of the interface for programs. */
export const endpoints: readonly Endpoint[] = [ranking, governments, government, findings, indicators, runs, editions];
