import { type IndicatorTree, indicatorTreeSchema, type NotFoundRule } from '../../src/config/schema/indicators.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import type { Point } from '../../src/scoring/point.ts';

export const tierRule: IndicatorTree['tiers'] = {
  names: ['领先发展', '积极发展', '稳步发展', '亟待发展'],
  letters: ['A', 'B', 'C', 'D'],
  levels: { tiers: ['A', 'B', 'C'], suffixes: ['+', '', '-'], cut: 'equal-width' },
  breaks: {
    rule: 'windows',
    windows: [
      [0.02, 0.12],
      [0.4, 0.7],
      [0.85, 0.97],
    ],
  },
};

const leaf = (
  id: string,
  weight: number,
  normalizer: object = { kind: 'boolean' },
  unknown: unknown = 'renormalize',
) => ({
  id,
  name: `指标 ${id}`,
  weight,
  finding: id,
  normalizer,
  unknown,
});

/**
 * Full mark 100 = 40 + 40 + 20, one observed capability of 10 beside it; ids are paths with dashes.
 */
export function smallTree(change: Partial<IndicatorTree> = {}): IndicatorTree {
  const tree = indicatorTreeSchema.parse({
    title: '小指标树',
    provenance: '权重为本项目所定。',
    'full-mark': 100,
    capabilities: [
      {
        id: 'supply',
        name: '服务供给能力',
        role: 'evaluated',
        weight: 40,
        indicators: [
          { id: 'supply-a', name: '供给甲', weight: 30, indicators: [leaf('sa-one', 20), leaf('sa-two', 10)] },
          { id: 'supply-b', name: '供给乙', weight: 10, indicators: [leaf('sb-one', 10, { kind: 'ratio' })] },
        ],
      },
      {
        id: 'response',
        name: '服务响应能力',
        role: 'evaluated',
        weight: 40,
        indicators: [
          { id: 'response-a', name: '响应甲', weight: 40, indicators: [leaf('ra-one', 40, { kind: 'ratio' })] },
        ],
      },
      {
        id: 'intelligence',
        name: '服务智慧能力',
        role: 'evaluated',
        weight: 20,
        indicators: [
          {
            id: 'interaction',
            name: '智能交互能力',
            weight: 20,
            indicators: [
              leaf('smart-search', 10, { kind: 'ladder', steps: { linked: 0.4, reachable: 0.6, working: 1 } }),
              leaf('smart-qa', 10, { kind: 'ladder', steps: { linked: 0.4, reachable: 0.6, working: 1 } }),
            ],
          },
        ],
      },
      {
        id: 'data',
        name: '数据驱动能力',
        role: 'observed',
        weight: 10,
        indicators: [
          {
            id: 'open-data',
            name: '数据开放供给',
            weight: 10,
            indicators: [
              leaf('open-data-platform', 4),
              leaf('api-count', 2, { kind: 'capped-count', cap: 1000 }),
              leaf('app-count', 2, { kind: 'capped-count', cap: 100 }),
              leaf('privacy-policy', 2, { kind: 'checklist', items: ['collection', 'purpose', 'storage', 'rights'] }),
            ],
          },
        ],
      },
    ],
    // Nothing is too thin here: what publication asks for is tested by itself.
    publication: { 'minimum-coverage': 0, 'minimum-capability-coverage': 0, 'maximum-doubtful-tiers': 1 },
    tiers: tierRule,
  });
  return { ...tree, ...change };
}

/** The small tree with every leaf estimated where it is open. */
export function estimatingTree(minimum = 1, notFound?: NotFoundRule): IndicatorTree {
  const tree = smallTree({
    estimates: { 'minimum-donors': minimum, ...(notFound === undefined ? {} : { 'not-found': notFound }) },
  });
  const capabilities = tree.capabilities.map((capability) => ({
    ...capability,
    indicators: capability.indicators.map((branch) => ({
      ...branch,
      indicators: branch.indicators.map((leaf) => ({ ...leaf, unknown: 'estimate' as const })),
    })),
  }));
  return { ...tree, capabilities };
}

/** A measured point; null makes an unknown one that is left out. */
export function pointAt(id: string, point: number | null): Point {
  const base = { leaf: id, finding: id, carriedDays: null };
  return point === null
    ? { ...base, point, low: 0, high: 1, state: 'unknown', reason: 'blocked', rule: 'left-out' }
    : { ...base, point, low: point, high: point, state: 'present', reason: null, rule: 'ratio' };
}

export function pointsAt(points: Readonly<Record<string, number | null>>): Point[] {
  return Object.entries(points).map(([id, point]) => pointAt(id, point));
}

export function findingOf(probe: string, change: Partial<Finding> = {}): Finding {
  return {
    government: '510100',
    probe,
    version: 1,
    state: 'present',
    value: {},
    confidence: 0.9,
    reason: null,
    evidence: [],
    ...change,
  };
}

export function governmentOf(code: string, change: Partial<Government> = {}): Government {
  return {
    code,
    name: `${code}市`,
    pinyin: '',
    province: '四川省',
    region: '西部',
    group: 'prefecture',
    scored: true,
    sites: {},
    ...change,
  };
}
