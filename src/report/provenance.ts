import type { Contribution } from '../model/provenance.ts';
import { dayIn, inZone } from '../model/time.ts';
import type { Cell, Table } from './csv.ts';
import type { ReportInput } from './input.ts';
import type { Messages } from './messages.ts';
import { reviewCounts, summariseReviews } from './reviews.ts';
import type { TextTable } from './rows.ts';

/** Runs that are named one by one before the rest is given as a count. */
const runsNamed = 8;
/** Characters of a hash that are shown where the whole one stands elsewhere. */
const shortHash = 12;

/** Edition, seal, runs, program and pack as pairs of label and value, for the first page. */
export function provenanceFacts(input: ReportInput, messages: Messages): (readonly [string, string])[] {
  const { origin, reviews: words, listMark } = messages;
  const { edition, program, pack, runs } = input.provenance;
  const { applied, stale } = summariseReviews(input);
  const counts = reviewCounts(applied, stale, messages);
  return [
    [origin.edition, edition === null ? origin.live : origin.named(edition.name, yearOf(edition.year))],
    ...(edition ? [[origin.frozen, inZone(edition.frozen, input.timeZone)] as const] : []),
    ...(edition?.derivedFrom ? [[origin.derivedFrom, edition.derivedFrom] as const] : []),
    ...(edition?.replaces ? [[origin.replaces, edition.replaces.name] as const] : []),
    [origin.program, `govprobe ${program}`],
    [origin.pack, `${pack.title} ${pack.hash.slice(0, shortHash)}`],
    ...(counts === null ? [] : [[words.fact, counts] as const]),
    ...(edition?.note ? [[origin.note, edition.note] as const] : []),
    ...(edition ? [[origin.seal, edition.sha256] as const] : []),
    ...(edition?.published ? [[origin.root, edition.published.root] as const] : []),
    [origin.runs, runNames(runs, messages).join(listMark)],
  ];
}

/** The runs in words, the base run first; of many only the first ones, and how many more there are. */
function runNames(runs: readonly Contribution[], { origin }: Messages): string[] {
  const named = runs.slice(0, runsNamed).map(({ id, kind, findings, carried }) => {
    if (findings === 0 && carried > 0) return origin.carriedRun(id, String(carried));
    return origin.run(id, kind === null ? origin.unknownKind : origin.kinds[kind], String(findings));
  });
  const rest = runs.slice(runsNamed);
  if (rest.length === 0) return named;
  const findings = rest.reduce((sum, run) => sum + run.findings, 0);
  return [...named, origin.moreRuns(String(rest.length), String(findings))];
}

/** Sentences on what was said about the edition since it was frozen, and on what it corrects. */
export function correctionSentences(input: ReportInput, { origin, pair }: Messages): string[] {
  const { edition } = input.provenance;
  if (edition === null) return [];
  const { name, replaces, replacedBy, errata } = edition;
  const day = (time: string) => dayIn(time, input.timeZone);
  return [
    ...(replacedBy === null ? [] : [origin.replacedBy(name, replacedBy.name, day(replacedBy.frozen))]),
    ...(replacedBy?.note ? [pair(origin.note, replacedBy.note)] : []),
    ...(replaces === null ? [] : [origin.replacement(replaces.name)]),
    ...errata.map(({ what, who, when }) => pair(origin.errata, origin.erratum(what, who, day(when)))),
  ];
}

const byGovernment = new WeakMap<ReportInput['findingRuns'], ReadonlyMap<string, ReadonlySet<string>>>();

/** Runs that findings of each government come of; read once for all sheets. */
function runsByGovernment({ findingRuns }: ReportInput): ReadonlyMap<string, ReadonlySet<string>> {
  const known = byGovernment.get(findingRuns);
  if (known !== undefined) return known;
  const runs = new Map<string, Set<string>>();
  for (const [key, run] of Object.entries(findingRuns)) {
    const code = key.slice(0, Math.max(0, key.indexOf(' ')));
    const own = runs.get(code) ?? new Set();
    runs.set(code, own.add(run));
  }
  byGovernment.set(findingRuns, runs);
  return runs;
}

/** One line under the heading of a sheet: which edition, or which runs. */
export function sheetOrigin(input: ReportInput, code: string, { origin, listMark }: Messages): string {
  const { provenance } = input;
  const { edition } = provenance;
  if (edition !== null) {
    const line = origin.sheet(origin.named(edition.name, yearOf(edition.year)), edition.sha256);
    return edition.published ? origin.sheetPublished(line, edition.published.root) : line;
  }
  const own = runsByGovernment(input).get(code) ?? new Set();
  const runs = provenance.runs.filter(({ id }) => own.has(id)).map(({ id }) => id);
  return origin.sheetLive((runs.length > 0 ? runs : provenance.runs.map(({ id }) => id)).join(listMark));
}

/** What the last page says of the publication; null where the edition was not published. */
export function publicationSentence(
  { provenance: { edition }, timeZone }: ReportInput,
  { origin }: Messages,
): string | null {
  if (!edition?.published) return null;
  const { origin: log, size, root, when } = edition.published;
  return origin.published(log, String(size), root, inZone(when, timeZone));
}

/** The runs as a table of texts. */
export function runRows({ provenance: { runs }, timeZone }: ReportInput, { origin, noscore }: Messages): TextTable {
  const { columns } = origin;
  const time = (text: string | null) => (text === null ? noscore : inZone(text, timeZone));
  return {
    head: [
      ...[columns.run, columns.kind, columns.started, columns.finished],
      ...[columns.findings, columns.carried, columns.tool, columns.config],
    ],
    rows: runs.map(({ id, kind, started, finished, findings, carried, toolVersion, configHash }) => [
      ...[id, kind === null ? origin.unknownKind : origin.kinds[kind], time(started), time(finished)],
      ...[String(findings), String(carried), toolVersion ?? noscore, configHash?.slice(0, shortHash) ?? noscore],
    ]),
  };
}

/** The versions that judged, and the whole hash of the pack, as sentences. */
export function judgedSentences({ provenance: { judged, pack } }: ReportInput, { origin, pair }: Messages): string[] {
  return [
    ...judged.map(({ toolVersion, configHash, findings }) =>
      pair(origin.judgedBy, origin.judged(toolVersion, configHash.slice(0, shortHash), String(findings))),
    ),
    pair(origin.packHash, pack.hash),
  ];
}

/** One row per run. */
export function runsTable({ provenance: { runs } }: ReportInput): Table {
  return {
    head: ['run', 'kind', 'started', 'finished', 'findings', 'carried', 'tool_version', 'config_hash'],
    rows: runs.map(({ id, kind, started, finished, findings, carried, toolVersion, configHash }): Cell[] => [
      ...[id, kind, started, finished, findings, carried, toolVersion, configHash],
    ]),
  };
}

/** Edition, corrections, program, pack and reviews: one row per field. */
export function provenanceTable(input: ReportInput, messages: Messages): Table {
  const { edition, program, pack, judged, runs, sources } = input.provenance;
  const { applied, stale, superseded, withdrawn, idle } = summariseReviews(input);
  const { origin } = messages;
  const rows: readonly (readonly [string, string, Cell])[] = [
    ['title', messages.heading(input.title), input.title],
    ['edition', origin.edition, edition?.name ?? null],
    ['year', origin.year, edition?.year ?? null],
    ['note', origin.note, edition?.note ?? null],
    ['frozen', origin.frozen, edition?.frozen ?? null],
    ['sha256', origin.seal, edition?.sha256 ?? null],
    ['log', origin.log, edition?.published?.origin ?? null],
    ['log_size', origin.log, edition?.published?.size ?? null],
    ['root', origin.root, edition?.published?.root ?? null],
    ['derived_from', origin.derivedFrom, edition?.derivedFrom ?? null],
    ['replaces', origin.replaces, edition?.replaces?.name ?? null],
    ['replaces_sha256', origin.replaces, edition?.replaces?.sha256 ?? null],
    ['replaced_by', origin.corrections, edition?.replacedBy?.name ?? null],
    ['replaced_by_sha256', origin.corrections, edition?.replacedBy?.sha256 ?? null],
    ['replaced_by_note', origin.corrections, edition?.replacedBy?.note ?? null],
    ...(edition?.errata ?? []).map(
      ({ what, who, when }) => ['erratum', origin.errata, origin.erratum(what, who, when)] as const,
    ),
    ['runs', origin.runs, runs.length],
    ['program', origin.program, program],
    ['pack', origin.pack, pack.title],
    ['pack_hash', origin.packHash, pack.hash],
    ...judged.map(
      ({ toolVersion, configHash, findings }) =>
        ['judged_by', origin.judgedBy, origin.judged(toolVersion, configHash, String(findings))] as const,
    ),
    ['reviews_applied', messages.reviews.badges.applied, applied],
    ['reviews_stale', messages.reviews.badges.stale, stale],
    ['reviews_superseded', messages.reviews.badges.superseded, superseded],
    ['reviews_withdrawn', messages.reviews.badges.withdrawn, withdrawn],
    ['reviews_idle', messages.reviews.badges.idle, idle],
    ...sources.map((text) => ['source', messages.provenance, text] as const),
  ];
  return { head: ['field', 'label', 'value'], rows };
}

function yearOf(year: number | null): string | null {
  return year === null ? null : String(year);
}
