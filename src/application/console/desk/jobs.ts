import type { Pack } from '../../../config/pack.ts';
import type { Run } from '../../../model/run.ts';
import { toWorkbook } from '../../../report/workbook.ts';
import { keptFile } from '../../reviewing/attachments.ts';
import { type Decision, decideEntry } from '../../reviewing/decide.ts';
import { nextEntry, openEntry } from '../../reviewing/entry.ts';
import { importObjections } from '../../reviewing/objections.ts';
import { type QueueChoice, reviewQueue, skipEntry } from '../../reviewing/queue.ts';
import { openReading } from '../../reviewing/reading-pages.ts';
import { type ReadingRequest, readings, recordReading } from '../../reviewing/readings.ts';
import { appealArchive } from '../appeal-archive.ts';
import type { DataAccess } from '../data-access.ts';
import { NightFigures } from '../nights.ts';
import { assessedParts } from './assessed-parts.ts';
import { type DocumentRequest, Documents } from './documents.ts';
import { KnownEditions } from './known-editions.ts';
import { type PlainDiffChoice, plainDiff } from './plain-diff.ts';

/** What the jobs of a desk work with. */
export class DeskData {
  readonly data: DataAccess;
  readonly pack: Pack;
  readonly nights = new NightFigures();
  readonly documents: Documents;
  readonly editions = new KnownEditions();

  constructor(data: DataAccess, pack: Pack) {
    this.data = data;
    this.pack = pack;
    this.documents = new Documents(pack);
  }
}

type Job<Given, Result> = (desk: DeskData, given: Given) => Promise<Result>;

/** A job with the types of its request and its answer. */
function job<Given, Result>(run: Job<Given, Result>): Job<Given, Result> {
  return run;
}

type AppealRequest = Parameters<typeof appealArchive>[3];
type WorkbookRequest = Parameters<typeof toWorkbook>;
interface Night {
  readonly kinds: readonly Run['kind'][];
  readonly most: number;
}
interface Deciding {
  readonly decision: Decision;
  readonly dryRun: boolean;
  readonly now: Date;
  /** Hash and name of an attachment that is kept already; it takes the place of the decision's own. */
  readonly kept: { readonly sha256: string; readonly name: string } | null;
}

const own = {
  assess: job(({ data, pack }, choice: Parameters<typeof assessedParts>[2]) =>
    data.read((store) => assessedParts(store, pack, choice)),
  ),
  nights: job(({ data, nights }, { kinds, most }: Night) => data.read((store) => nights.newest(store, kinds, most))),
  night: job(({ data, nights }, { id }: { readonly id: string }) => data.read((store) => nights.of(store, id))),
  edition: job(({ data, editions }, name: string) => data.read((store) => editions.figuresOf(store, name))),
  document: job(({ data, documents }, request: DocumentRequest) =>
    data.read((store) => documents.documentOf(store, request)),
  ),
  sheet: job(({ data, documents }, { code, ...request }: DocumentRequest & { readonly code: string }) =>
    data.read((store) => documents.sheetOf(store, request, code)),
  ),
  appeal: job(({ data, pack }, request: AppealRequest) =>
    data.read((store) => appealArchive(store, pack, data.folder, request)),
  ),
  workbook: job((_desk, [sheets, about]: WorkbookRequest) => toWorkbook(sheets, about)),
  diff: job(({ data, pack }, choice: PlainDiffChoice) => data.read((store) => plainDiff(store, pack, choice))),
  queue: job(({ data, pack }, choice: QueueChoice) => data.read((store) => reviewQueue(store, pack, choice))),
  entry: job(({ data, pack }, id: string) => data.read((store) => openEntry(store, pack, id))),
  nextEntry: job(({ data, pack }, id: string) => data.read((store) => nextEntry(store, pack, id))),
  decide: job(({ data, pack }, { decision, dryRun, now, kept }: Deciding) => {
    if (dryRun) return data.read((store) => decideEntry(store, pack, decision, { dryRun, now }));
    return data.write(async (store) => {
      const attachment = kept === null ? decision.attachment : await keptFile(store, kept.sha256, kept.name);
      return decideEntry(store, pack, { ...decision, attachment }, { dryRun, now });
    });
  }),
  skip: job(({ data, pack }, { id, who, now }: { readonly id: string; readonly who: string; readonly now: Date }) =>
    data.write((store) => skipEntry(store, pack, id, who, now)),
  ),
  readings: job(({ data, pack }, _: null) => data.read((store) => readings(store, pack))),
  reading: job(({ data, pack }, { code, probe }: { readonly code: string; readonly probe: string }) =>
    data.read((store) => openReading(store, pack, code, probe)),
  ),
  read: job(({ data, pack }, { request, now }: { readonly request: ReadingRequest; readonly now: Date }) =>
    data.write((store) => recordReading(store, pack, request, now)),
  ),
  objections: job(
    ({ data, pack }, { file, now }: { readonly file: Parameters<typeof importObjections>[2]; readonly now: Date }) =>
      data.write((store) => importObjections(store, pack, file, now)),
  ),
};

export type JobName = keyof typeof own;
export type Given<Name extends JobName> = Parameters<(typeof own)[Name]>[1];
export type Result<Name extends JobName> = Awaited<ReturnType<(typeof own)[Name]>>;

/** Everything that a desk can be asked for. Requests and answers are plain data, which cross threads. */
export const jobs: { readonly [Name in JobName]: Job<Given<Name>, Result<Name>> } = own;
