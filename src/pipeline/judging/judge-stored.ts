import type { Pack } from '../../config/pack.ts';
import type { Capture } from '../../model/capture.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Probe } from '../../probes/contract.ts';
import type { Page } from '../../reading/page.ts';
import type { EvidenceStore } from '../../store/evidence.ts';
import type { VisitRecord } from '../../store/store.ts';
import { judge } from './judge.ts';
import { readCapture } from './read-capture.ts';

/** A visit as it was stored. */
export interface StoredVisit {
  readonly government: Government;
  readonly unread: VisitRecord['unread'];
  readonly captures: readonly Capture[];
}

/**
 * Judges a stored visit with the given probes and configuration; no site is asked.
 * @returns the findings, and how many captures have lost their bytes (their pages were left out).
 */
export async function judgeStored(
  evidence: EvidenceStore,
  visit: StoredVisit,
  { pack, probes }: { readonly pack: Pack; readonly probes: readonly Probe[] },
): Promise<{ findings: Finding[]; missing: number }> {
  const { entries, missing } = await readStored(evidence, visit, pack);
  const { government, unread } = visit;
  const { tree, knowledge, calibration } = pack;
  const { findings } = judge({ government, entries, unread, probes, tree, knowledge, calibration });
  return { findings, missing };
}

/**
 * Reads the captures of a stored visit again; `missing` counts those that have lost their bytes.
 */
export async function readStored(
  evidence: EvidenceStore,
  visit: Pick<StoredVisit, 'captures'>,
  pack: Pack,
): Promise<{ entries: { capture: Capture; page: Page | null }[]; missing: number }> {
  const entries: { capture: Capture; page: Page | null }[] = [];
  let missing = 0;
  for (const capture of visit.captures) {
    const bytes = capture.failure !== null || capture.body === null ? null : await evidence.get(capture.body);
    if (bytes === null && capture.failure === null && capture.body !== null) missing++;
    const page = bytes === null ? null : readCapture(capture, bytes, pack.knowledge);
    entries.push({ capture, page: page instanceof Promise ? await page : page });
  }
  return { entries, missing };
}
