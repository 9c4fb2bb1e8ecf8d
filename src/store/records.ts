import { z } from 'zod';
import { evidenceSchema, type Finding, findingStateSchema, obstacleSchema } from '../model/finding.ts';
import type { SiteKind } from '../model/government.ts';
import { type Run, runSettingsSchema } from '../model/run.ts';
import type { FindingTable, RunTable } from './tables.ts';

export const failuresSchema = z.record(z.string(), z.number());

/** What a completed visit leaves besides captures and findings. */
export interface VisitRecord {
  readonly code: string;
  readonly started: string;
  readonly finished: string;
  readonly pages: number;
  readonly requests: number;
  readonly bytes: number;
  readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
  readonly failures: Readonly<Record<string, number>>;
  /** 2 when the second pass was through with it; 1 by default. */
  readonly pass?: 1 | 2;
  /** What the findings rest on besides the captures; left out where nothing may be taken over from this visit. */
  readonly reading?: Reading | null;
}

/** What the findings of a visit rest on besides its captures, for taking them over on a later night. */
export interface Reading {
  /** Hash over tool, configuration, probes and registry row. */
  readonly key: string;
  /** When pages were last read and judged, ISO. */
  readonly readAt: string;
  /** Until when the same bytes are known to give the same findings, ISO; null: not at all. */
  readonly stableUntil: string | null;
}

const valueSchema = z.record(z.string(), z.unknown());

/** The finding that a row holds. Throws when what was stored is no finding. */
export function findingOf(row: FindingTable): Finding {
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

/** The run that a row holds. */
export function runOf(row: RunTable): Run {
  return {
    id: row.id,
    kind: row.kind,
    started: row.started,
    finished: row.finished,
    toolVersion: row.tool_version,
    configHash: row.config_hash,
    settings: runSettingsSchema.parse(JSON.parse(row.settings)),
  };
}

/** The row of a run that has just begun. */
export function runRow(run: Omit<Run, 'finished'>) {
  return {
    id: run.id,
    kind: run.kind,
    started: run.started,
    finished: null,
    tool_version: run.toolVersion,
    config_hash: run.configHash,
    settings: JSON.stringify(run.settings),
  };
}
