import { join } from 'node:path';
import { findVisited, type Pack } from '../../config/pack.ts';
import { type Capture, isReadable } from '../../model/capture.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import { tellsLess } from '../../model/overlay.ts';
import type { Run, RunSettings } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import { newRunId } from '../../pipeline/crawl/run/run.ts';
import { judge } from '../../pipeline/judging/judge.ts';
import { judgeStored } from '../../pipeline/judging/judge-stored.ts';
import { takeRunLock } from '../../pipeline/operations/nightly/run-lock.ts';
import type { Probe } from '../../probes/contract.ts';
import { ownerOf } from '../../reading/owner.ts';
import { checkName } from '../../store/editions.ts';
import type { Store, VisitRecord } from '../../store/store.ts';
import { toolVersion } from '../../version.ts';
import { packProbes } from '../pack-probes.ts';
import { type ArchiveFile, openArchive } from './archive-file.ts';
import { ArchivedWeb } from './archived-web.ts';
import { OwnCaptures, type OwnPackage, readOwnPackage } from './own-package.ts';
import { replayVisit } from './replay-visit.ts';
import { type ReadingLimits, readRecords, type Skipped } from './warc-records.ts';

export interface ImportRequest {
  readonly file: string;
  /** Code, name or pinyin of the one government to judge; undefined: all that the archive holds. */
  readonly government?: string | undefined;
  /** Name of the run; undefined: by the clock. */
  readonly run?: string | undefined;
  /** Whether the person says that something simulated answered. */
  readonly simulated: boolean;
  readonly now: () => Date;
}

/** What was imported. */
export interface ImportSummary {
  readonly run: string;
  readonly archive: Pick<ArchiveFile, 'name' | 'sha256' | 'bytes' | 'format'>;
  /** Software that the archive names. */
  readonly software: readonly string[];
  /** Whether this program wrote it. */
  readonly own: boolean;
  readonly simulated: boolean;
  readonly governments: readonly { readonly code: string; readonly name: string; readonly captures: number }[];
  readonly findings: Readonly<Record<string, number>>;
  /** Captures whose bytes were masked before publication: findings on them may differ. */
  readonly masked: number;
  /** Captures whose bytes are not in the archive. */
  readonly missing: number;
  /** Records that were passed over, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** What is broken in the archive; a sentence each. */
  readonly problems: readonly string[];
}

/** A visit of the archive, judged. */
interface Judged {
  readonly government: Government;
  readonly captures: readonly Capture[];
  readonly unread: VisitRecord['unread'];
  readonly findings: readonly Finding[];
  readonly missing: number;
}

/** An archive may expand to this many times its size, and to this many bytes in any case. */
const largestRatio = 200;
const harmless = 1024 ** 3;

/**
 * Makes a run of an archive of web pages and judges it by today's rules; no site is asked. A package
 * of this program brings its captures as they were; any other archive is visited by the rules of the
 * crawl. Everything is stored, or nothing.
 *
 * @param open opens the data folder, which is made when missing; it is closed at the end
 * @throws UsageError for a file that is no archive, that holds nothing of a government, or that is
 *   of another nature than the data folder.
 */
export async function importArchive(
  open: () => Promise<Store>,
  pack: Pack,
  dataFolder: string,
  request: ImportRequest,
): Promise<ImportSummary> {
  const archive = await openArchive(request.file);
  const own = await readOwnPackage(request.file, archive);
  const store = await open();
  try {
    await store.evidenceHome?.demand('claim');
    return await importInto(store, pack, dataFolder, request, archive, own);
  } finally {
    await store.close();
  }
}

async function importInto(
  store: Store,
  pack: Pack,
  dataFolder: string,
  request: ImportRequest,
  archive: ArchiveFile,
  own: OwnPackage | null,
): Promise<ImportSummary> {
  const { now } = request;
  const simulated = own?.simulated ?? request.simulated;
  const id = request.run ?? newRunId(now());
  checkName(id);
  if ((await store.runs.list()).some((run) => run.id === id))
    throw new UsageError(`there is a run ${id} already; give the import another name with --run`);
  // A folder without runs gets its kind with the run.
  if ((await store.folder.kind()) !== null) await store.folder.claim(simulated ? 'simulated' : 'real');
  const lock = await takeRunLock(store.locks, 'govprobe import');
  try {
    const context = { store, pack, probes: packProbes(pack), dataFolder, request, archive };
    const found: Found = { software: [], skipped: new Map(), problems: [] };
    const visits = own === null ? await judgeForeign(context, found) : await judgeOwn(context, own, found);
    const masked = own?.lines.filter((line) => line.masked > 0).length ?? 0;
    const { name, sha256, bytes, format } = archive;
    const facts = {
      archive: { name, sha256, bytes, format },
      software: [...new Set(found.software)],
      own: own !== null,
    };
    const sources = own === null ? {} : { runs: own.runs.map((run) => run.id) };
    await commit(store, pack, { id, simulated, imported: { ...facts, ...sources, masked } }, visits, now);
    const states = visits.flatMap(({ findings }) => findings.map(({ state }) => state));
    return {
      ...{ run: id, ...facts, simulated, masked },
      governments: visits.map(({ government: { code, name: called }, captures }) => ({
        ...{ code, name: called, captures: captures.length },
      })),
      findings: Object.fromEntries([...Map.groupBy(states, (state) => state)].map(([key, list]) => [key, list.length])),
      missing: visits.reduce((sum, visit) => sum + visit.missing, 0),
      skipped: Object.fromEntries(found.skipped),
      problems: found.problems,
    };
  } finally {
    await lock.release();
  }
}

interface Context {
  readonly store: Store;
  readonly pack: Pack;
  readonly probes: readonly Probe[];
  readonly dataFolder: string;
  readonly request: ImportRequest;
  readonly archive: ArchiveFile;
}

interface Found {
  readonly software: string[];
  readonly skipped: Skipped;
  readonly problems: string[];
}

function limitsOf({ pack, archive }: Context): ReadingLimits {
  return {
    payload: pack.crawl.limits['decompressed-bytes'],
    all: Math.max(harmless, archive.bytes * largestRatio),
  };
}

/** Governments whose portal the archive holds, visited in it and judged. */
async function judgeForeign(context: Context, found: Found): Promise<Judged[]> {
  const { store, pack, probes, dataFolder, request, archive } = context;
  const { limits } = pack.crawl;
  const asked =
    request.government === undefined ? pack.governments : [findVisited(pack.governments, request.government, pack)];
  const folder = join(dataFolder, `import.${process.pid}.tmp`);
  const web = new ArchivedWeb(folder, limits, asked, found.skipped);
  try {
    for await (const record of readRecords(archive, limitsOf(context), found.skipped, found.problems)) {
      if (record.type === 'warcinfo') found.software.push(...softwareOf(record.payload));
      await web.add(record);
    }
    web.finish();
    const { exchanges } = web;
    const there = asked.filter((one) => exchanges.some(({ url }) => ownerOf(url, one) === 'portal'));
    if (there.length === 0) throw nothingThere(request, archive, found);
    const visits: Judged[] = [];
    for (const government of there) {
      const { entries, unread } = await replayVisit(web, government, pack, probes, store.evidence);
      const { tree, knowledge, calibration } = pack;
      const { findings } = judge({ government, entries, unread, probes, tree, knowledge, calibration });
      visits.push({
        government,
        captures: unique(entries.map(({ capture }) => capture)),
        unread,
        findings,
        missing: 0,
      });
    }
    return visits;
  } finally {
    web.close();
  }
}

function nothingThere({ file, government }: ImportRequest, { name }: ArchiveFile, { problems }: Found): UsageError {
  const whose = government === undefined ? 'any government of the registry' : government;
  const why = problems.length === 0 ? '' : ` (${problems.join('; ')})`;
  return new UsageError(`${file}: expected pages of the portal of ${whose}, found none in ${name}${why}`);
}

/** The visits of a package as they were, judged by today's rules and laid over each other. */
async function judgeOwn(context: Context, own: OwnPackage, found: Found): Promise<Judged[]> {
  const { store, pack, probes, request, archive } = context;
  const { government } = own;
  if (request.government !== undefined && findVisited([government], request.government, pack).code !== government.code)
    throw new UsageError(`${request.file} is the package of ${government.name}`);
  const bytes = new OwnCaptures(own, store.evidence);
  const limits = { ...limitsOf(context), payload: Number.MAX_SAFE_INTEGER };
  for await (const record of readRecords(archive, limits, found.skipped, found.problems)) {
    if (record.type === 'warcinfo') found.software.push(...softwareOf(record.payload));
    await bytes.add(record);
  }
  const findings = new Map<string, Finding>();
  const captures: Capture[] = [];
  let missing = 0;
  for (const { run, probes: names, unread } of own.visits) {
    const layer = bytes.of(run);
    const asked = names === null ? probes : probes.filter(({ id }) => names.includes(id));
    const judged = await judgeStored(store.evidence, { government, unread, captures: layer }, { pack, probes: asked });
    for (const finding of judged.findings)
      if (!tellsLess(finding, findings.get(finding.probe))) findings.set(finding.probe, finding);
    captures.push(...layer);
    missing += judged.missing;
  }
  const sorted = [...findings.values()].sort((a, b) => (a.probe < b.probe ? -1 : 1));
  const unread = own.visits[0]?.unread ?? {};
  return [{ government, captures: unique(captures), unread, findings: sorted, missing }];
}

/** Fields of the first record of an archive that name its software. */
function softwareOf(payload: Buffer | null): string[] {
  const lines = (payload ?? Buffer.alloc(0)).toString('utf8').split(/\r?\n/u);
  return lines.flatMap((line) => /^software:\s*(.{1,200})/iu.exec(line)?.[1]?.trim() ?? []);
}

function unique(captures: readonly Capture[]): Capture[] {
  const byId = new Map<string, Capture>();
  for (const capture of captures) if (!byId.has(capture.id)) byId.set(capture.id, capture);
  return [...byId.values()];
}

async function commit(
  store: Store,
  pack: Pack,
  { id, simulated, imported }: { readonly id: string } & Pick<Required<RunSettings>, 'simulated' | 'imported'>,
  visits: readonly Judged[],
  now: () => Date,
): Promise<void> {
  const times = visits.flatMap(({ captures }) => captures.map(({ time }) => time)).sort();
  const started = times[0] ?? now().toISOString();
  const browser = visits.some(({ captures }) => captures.some(({ via }) => via === 'browser'));
  const settings = { proxy: null, config: pack.directory, simulated, browser, imported };
  const run: Run = { id, kind: 'import', started, finished: null, toolVersion, configHash: pack.hash, settings };
  try {
    await store.runs.start(
      run,
      visits.map(({ government }) => government),
    );
    for (const visit of visits)
      await store.visits.commit(run, recordOf(visit, started), visit.captures, visit.findings);
    await store.runs.finish(id, now().toISOString());
  } catch (error) {
    await store.runs.remove(id);
    throw error;
  }
}

function recordOf({ government, captures, unread }: Judged, started: string): VisitRecord {
  const times = captures.map(({ time }) => time).sort();
  const failed = captures.flatMap(({ failure }) => failure ?? []);
  return {
    code: government.code,
    started: times[0] ?? started,
    finished: times.at(-1) ?? started,
    pages: captures.filter((capture) => capture.role === 'page' && isReadable(capture)).length,
    requests: captures.length,
    bytes: captures.reduce((sum, { bytes }) => sum + bytes, 0),
    unread,
    failures: Object.fromEntries([...Map.groupBy(failed, (one) => one)].map(([key, list]) => [key, list.length])),
  };
}
