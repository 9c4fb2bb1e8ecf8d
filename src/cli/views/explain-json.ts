import type { Explanation, LeafExplanation, NodeRow } from '../../application/explain.ts';
import { evidencePath } from '../../store/evidence-names.ts';
import { withObstacles } from '../obstacles.ts';
import { withStale } from '../stale-remark.ts';

/** An explanation as plain data, with the paths of stored bytes and pictures. */
export function explanationJson(explanation: Explanation, dataFolder: string) {
  const { government, edition, nature, run, standing, uncertain, bands, rows, leftOut, named, leaves, unread } =
    explanation;
  return {
    government: government.code,
    name: government.name,
    simulated: nature !== 'real',
    edition: edition === null ? null : { name: edition.name, year: edition.year, sha256: edition.sha256 },
    run,
    standing: { ...standing, band: bands?.places[government.code] ?? null },
    uncertainty: uncertain,
    nodes: rows.map(nodeJson),
    leftOut: leftOut.map(({ node }) => node.path),
    named: named === null ? null : named.map(({ node }) => node.path),
    indicators: leaves.map((leaf) => leafJson(leaf, dataFolder)),
    ...(unread === null ? {} : { finding: evidenceJson(unread, dataFolder) }),
  };
}

function nodeJson({ number, node, score, effective, adds, point, finding, gain }: NodeRow) {
  const { id, path, name, level, full, share, counted } = node;
  return {
    ...{ number, id, path, name, level, counted, full, share, effective, adds, ...score },
    ...(node.leaf === null ? {} : { probe: node.leaf.finding, point, gain, findingState: finding?.state ?? null }),
  };
}

function leafJson({ row, leaf, parts, estimate, leftOut, evidence, whatIf }: LeafExplanation, dataFolder: string) {
  return {
    path: row.node.path,
    rule: leaf.normalizer,
    unknown: leaf.unknown,
    parts,
    estimate,
    leftOut: leftOut.map(({ node }) => node.path),
    whatIf: whatIf.map(({ standing, ...better }) => ({
      ...better,
      score: standing.total.score,
      rank: standing.rank,
      level: standing.place?.level ?? null,
    })),
    finding: evidence === null ? null : evidenceJson(evidence, dataFolder),
  };
}

function evidenceJson(evidence: NonNullable<LeafExplanation['evidence']>, dataFolder: string) {
  const { finding, chain, settle, failures, earlier } = evidence;
  const file = (hash: string | null): string | null => (hash === null ? null : evidencePath(dataFolder, hash));
  return {
    ...withStale(withObstacles(finding), earlier),
    evidence: chain.map((link) => ({ ...link, file: file(link.sha256), picture: file(link.screenshot) })),
    settle,
    failures,
  };
}
