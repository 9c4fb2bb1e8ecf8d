import { z } from 'zod';
import { captureRoleSchema } from '../../model/capture.ts';
import { failureClassSchema } from '../../model/failure.ts';
import { findingStateSchema } from '../../model/finding.ts';
import { browserJobKinds } from '../crawl/browser/job.ts';
import type { CountedCapture } from '../crawl/run/run-options.ts';
import type { VisitReport } from '../crawl/run/settling.ts';

const groupSchema = z.object({
  role: captureRoleSchema,
  home: z.boolean(),
  via: z.enum(['http', 'browser']),
  failure: failureClassSchema.nullable(),
  /** Captures that are alike in all of the above, and their bytes together. */
  count: z.number(),
  bytes: z.number(),
});

const reportSchema = z.object({
  kind: z.enum(['stored', 'kept', 'held']),
  pass: z.union([z.literal(1), z.literal(2)]),
  captures: z.array(groupSchema),
  findings: z.array(z.object({ probe: z.string(), state: findingStateSchema })),
  seconds: z.number(),
  unchanged: z.boolean(),
  requests: z.number(),
  bytes: z.number(),
  browsed: z.array(z.object({ kind: z.enum(browserJobKinds), seconds: z.number() })),
  silence: z.array(failureClassSchema),
});

/** A report as text; captures that count alike are one group. */
export function writtenReport(report: VisitReport): string {
  const groups = new Map<string, z.infer<typeof groupSchema>>();
  for (const { role, home, via, failure, bytes } of report.captures) {
    const kind = { role, home, via, failure };
    const key = JSON.stringify(kind);
    const known = groups.get(key) ?? { ...kind, count: 0, bytes: 0 };
    groups.set(key, { ...known, count: known.count + 1, bytes: known.bytes + bytes });
  }
  const findings = report.findings.map(({ probe, state }) => ({ probe, state }));
  return JSON.stringify({ ...report, captures: [...groups.values()], findings });
}

/** The report that a text holds; the first capture of a group has the bytes of all of it. */
export function readReport(text: string): VisitReport {
  const report = reportSchema.parse(JSON.parse(text));
  return { ...report, captures: report.captures.flatMap(capturesOf) };
}

function capturesOf({ count, bytes, ...kind }: z.infer<typeof groupSchema>): CountedCapture[] {
  return Array.from({ length: count }, (_, at) => ({ ...kind, bytes: at === 0 ? bytes : 0 }));
}
