import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';
import type { Capture } from '../../model/capture.ts';
import { type Cell, toCsv, withNature } from '../csv.ts';
import { type AppealMessages, ruleText } from '../messages-appeal.ts';
import type { AppealInput } from './input.ts';
import { appealReadme } from './readme.ts';

export interface AppealPack {
  readonly archive: Uint8Array;
  /** File paths in the archive. */
  readonly files: readonly string[];
  /** Captures whose bytes were pruned. */
  readonly missing: number;
}

/** Builds the archive. The same input gives the same bytes. */
export function appealPack(input: AppealInput, messages: AppealMessages): AppealPack {
  const { files, missing } = appealFiles(input, messages);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const sums = sorted.map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
  sorted.push(['SHA256SUMS', Buffer.from(sums.join(''))]);
  const entries: Zippable = Object.fromEntries(sorted);
  return {
    // A fixed date makes the archive reproducible; in local time, since the library writes local
    // date fields.
    archive: zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1) }),
    files: sorted.map(([path]) => path),
    missing,
  };
}

function appealFiles(
  input: AppealInput,
  messages: AppealMessages,
): { files: Map<string, Uint8Array>; missing: number } {
  const files = new Map<string, Uint8Array>();
  const text = (path: string, content: string): void => void files.set(path, Buffer.from(content, 'utf8'));
  const json = (path: string, value: unknown): void => text(path, `${JSON.stringify(value, null, 2)}\n`);
  const records = input.captures.map(({ run, capture }) => {
    const bytes = capture.body === null ? null : input.bytes(capture.body);
    if (bytes === null || capture.body === null) return { run, ...capture, file: null, stored: false };
    const file = `evidence/${capture.body}${endingOf(capture, bytes)}`;
    files.set(file, bytes);
    const picture = capture.screenshot === null ? null : input.bytes(capture.screenshot);
    if (picture !== null) files.set(`evidence/${capture.screenshot}.jpg`, picture);
    return { run, ...capture, file, stored: true };
  });
  const missing = records.filter(({ body, stored }) => body !== null && !stored).length;
  json('evidence/captures.json', records);
  const simulated = input.nature !== 'real';
  json(
    'findings.json',
    input.findings.map((finding) => ({ ...finding, simulated })),
  );
  json('reviews.json', input.reviews);
  json('score.json', { simulated, place: input.place, nodes: scoredNodes(input) });
  text('points.csv', pointsTable(input, messages));
  text('log.jsonl', input.log.map((line) => `${line}\n`).join(''));
  json('rules/indicators.json', input.tree);
  const { lists, numbers, counts, intents } = input.rules.vocabulary;
  json('rules/vocabulary.json', { lists, numbers, counts });
  for (const { source, ...probe } of input.rules.probes) {
    const leaves = input.nodes.flatMap(({ leaf }) => (leaf?.finding === probe.id ? [leaf] : []));
    const sought = Object.fromEntries(probe.seeks.map((id) => [id, intents[id] ?? null]));
    json(`rules/probe-${safeName(probe.id)}.json`, { probe, leaves, intents: sought });
    if (source !== null) text(`rules/probe-${safeName(probe.id)}.source.txt`, source);
  }
  text('README.md', appealReadme(input, missing, messages));
  return { files, missing };
}

/**
 * A file name of letters, digits, dots and dashes; a changed name gets a hash so that it stays
 * unique.
 */
export function safeName(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/.test(name)) return name;
  const plain = name.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 60);
  return `${plain}-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`.replace(/^[^A-Za-z0-9]+/, 'x');
}

/**
 * Ending of the file that the bytes of a capture are kept in. No program executes any of them: a
 * double click on a stored page shows its source.
 */
export function endingOf(capture: Pick<Capture, 'headers'>, bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (start === '%PDF-') return '.pdf';
  if (start.startsWith('PK\x03\x04')) return '.bin';
  return /json/i.test(capture.headers['content-type'] ?? '') ? '.json' : '.txt';
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
