import { safeName } from '../appeal/files.ts';
import type { AppealInput } from '../appeal/input.ts';
import { type Cell, toCsv, withNature } from '../csv.ts';
import { type AppealMessages, ruleText } from '../messages-appeal.ts';
import { jsonFile, type PackageFile, textFile } from './wacz.ts';

/** Folder of this program's own files in a package. */
export const ownFolder = 'govprobe';

/** What a package says of a capture beside its records. */
export interface PackedCapture {
  /** Hash of the published bytes; null without bytes. */
  readonly published: string | null;
  readonly masked: number;
  /** Ids of its records in the archive. */
  readonly records: readonly string[];
}

/**
 * The files of a government's package beside the archive: findings, points, scores, reviews,
 * captures and the log of the visit.
 *
 * @param masking whether personal data in letters are masked
 */
export function governmentFiles(
  input: AppealInput,
  packed: ReadonlyMap<string, PackedCapture>,
  masking: boolean,
  messages: AppealMessages,
): readonly PackageFile[] {
  const simulated = input.nature !== 'real';
  const { government, edition, runs, reviews, place, visits } = input;
  const json = (name: string, content: unknown): PackageFile => jsonFile(`${ownFolder}/${name}`, content);
  return [
    json('package.json', { format: 'govprobe-package/1', simulated, masking, government, edition, runs, visits }),
    json(
      'findings.json',
      input.findings.map((finding) => ({ ...finding, simulated })),
    ),
    json('score.json', { simulated, place, nodes: scoredNodes(input) }),
    json('reviews.json', reviews),
    textFile(`${ownFolder}/points.csv`, pointsTable(input, messages)),
    textFile(`${ownFolder}/captures.jsonl`, captureLines(input, packed)),
    textFile(`${ownFolder}/log.jsonl`, input.log.map((line) => `${line}\n`).join('')),
  ];
}

function captureLines({ captures }: AppealInput, packed: ReadonlyMap<string, PackedCapture>): string {
  const none: PackedCapture = { published: null, masked: 0, records: [] };
  return captures
    .map(({ run, capture }) => `${JSON.stringify({ run, capture, ...(packed.get(capture.id) ?? none) })}\n`)
    .join('');
}

/**
 * The rules in force: the indicator tree, word lists, and every probe with its source code.
 *
 * @param folder where they go, without a slash at the end
 */
export function ruleFiles(
  { rules, nodes, tree }: Pick<AppealInput, 'rules' | 'nodes' | 'tree'>,
  folder: string,
): readonly PackageFile[] {
  const { lists, numbers, counts, intents } = rules.vocabulary;
  return [
    jsonFile(`${folder}/indicators.json`, tree),
    jsonFile(`${folder}/vocabulary.json`, { lists, numbers, counts }),
    ...rules.probes.flatMap(({ source, ...probe }) => {
      const leaves = nodes.flatMap(({ leaf }) => (leaf?.finding === probe.id ? [leaf] : []));
      const sought = Object.fromEntries(probe.seeks.map((id) => [id, intents[id] ?? null]));
      const name = `${folder}/probe-${safeName(probe.id)}`;
      const declared = jsonFile(`${name}.json`, { probe, leaves, intents: sought });
      return source === null ? [declared] : [declared, textFile(`${name}.source.txt`, source)];
    }),
  ];
}

function scoredNodes({ nodes, score }: AppealInput) {
  return nodes.map(({ index, id, path, name, level, full, share }) => ({
    ...{ id, path, name, level, full, share },
    ...score?.nodes[index],
  }));
}

function pointsTable({ nodes, score, findings, nature }: AppealInput, messages: AppealMessages): string {
  const points = new Map((score?.points ?? []).map((point) => [point.leaf, point]));
  const chosen = new Set(findings.map(({ finding }) => finding.probe));
  const table = {
    head: ['leaf', 'name', 'full_mark', 'probe', 'state', 'point', 'low', 'high', 'how', 'reason', 'normalizer'],
    rows: nodes.flatMap(({ leaf, name, full }): Cell[][] => {
      const point = leaf === null ? undefined : points.get(leaf.id);
      if (leaf === null || point === undefined || !chosen.has(leaf.finding)) return [];
      const { state, reason, rule, low, high } = point;
      const worth = [point.point, low, high];
      return [[leaf.id, name, full, leaf.finding, state, ...worth, rule, reason, ruleText(leaf.normalizer, messages)]];
    }),
  };
  return toCsv(withNature(table, nature));
}
