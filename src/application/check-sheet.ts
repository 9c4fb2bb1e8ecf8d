import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Pack } from '../config/pack.ts';
import type { Finding } from '../model/finding.ts';
import { kindOf } from '../model/nature.ts';
import { machineFinding } from '../model/review.ts';
import { UsageError } from '../model/usage-error.ts';
import { type SheetEntry, sheetRows } from '../report/check-sheet/sheet.ts';
import { checkSheetCsv, checkSheetWorkbook } from '../report/check-sheet/write.ts';
import { cityFile } from '../report/city.ts';
import { htmlStoredPages, pictureFile } from '../report/html/stored-pages.ts';
import { type Language, languageFor, messagesOf } from '../report/messages.ts';
import { quotesOf, type StoredPage } from '../report/stored-page.ts';
import { type CheckedState, checkedStates, sampleFindings } from '../scoring/sampling/sample-findings.ts';
import { layOutTree } from '../scoring/tree.ts';
import type { Store } from '../store/store.ts';
import { type LiveState, openRuns } from './state.ts';
import { storedPages } from './stored-pages.ts';

export interface SheetRequest {
  /** `.csv` or `.xlsx`; must not exist. */
  readonly out: string;
  /** Rows. */
  readonly size: number;
  /** Findings of this run; undefined: what is known now. */
  readonly run?: string | undefined;
  /** Draws another sample; undefined: the id of the run. */
  readonly seed?: string | undefined;
  /** Language of the sheet; undefined: that of the pack. */
  readonly lang?: Language | undefined;
}

/** A sheet that was written. */
export interface WrittenSheet {
  readonly file: string;
  /** Folder of the stored pages; null where none is quoted. */
  readonly pages: string | null;
  readonly run: string;
  readonly simulated: boolean;
  readonly states: readonly { readonly state: CheckedState; readonly rows: number; readonly population: number }[];
}

const formats = ['.csv', '.xlsx'];

/**
 * Draws findings at random and writes a sheet to check them by hand, with the stored pages that
 * they quote beside it. What probes found is drawn, before any review.
 *
 * @throws UsageError for an unknown run, a file of another kind or one that is there, and where
 * there is nothing to draw from.
 */
export async function writeCheckSheet(store: Store, pack: Pack, request: SheetRequest): Promise<WrittenSheet> {
  const file = resolve(request.out);
  const format = requireFormat(file);
  if (existsSync(file)) throw new UsageError(`${file} is there already: a sheet may have been filled in; name another`);
  const state = await openRuns(store, pack, request.run);
  const run = state.current.run.id;
  const rule = { size: request.size, shares: pack.schedule['check-sheet'].rows, seed: request.seed ?? run };
  const drawn = sampleFindings(state.findings.map(machineFinding), rule);
  if (drawn.length === 0) throw new UsageError(`run ${run} has no finding to check`);
  const entries = await entriesOf(store, pack, state, drawn, request.run);
  const kind = kindOf(state.layers);
  const language = request.lang ?? languageFor(pack.meta.language);
  const folder = `${basename(file, format)}-pages`;
  const frame = { simulated: kind !== 'real', pagesFolder: `${folder}/`, messages: messagesOf(language) };
  const rows = sheetRows(entries, frame);
  const content =
    format === '.csv' ? checkSheetCsv(rows, language) : await checkSheetWorkbook(rows, language, frame.simulated);
  const pages = pageFiles(entries, pack, kind, language);
  writeAll(dirname(file), [
    ...pages.map(([name, bytes]) => [`${folder}/${name}`, bytes] as const),
    [basename(file), content],
  ]);
  return {
    ...{ file, run, simulated: frame.simulated },
    pages: pages.length === 0 ? null : join(dirname(file), folder),
    states: checkedStates.map((name) => {
      const own = drawn.filter((item) => item.state === name);
      return { state: name, rows: own.length, population: own[0]?.population ?? 0 };
    }),
  };
}

/** The ending of a sheet's file. @throws UsageError for another one. */
export function requireFormat(file: string): '.csv' | '.xlsx' {
  const ending = extname(file).toLowerCase();
  if (ending === '.csv' || ending === '.xlsx') return ending;
  throw new UsageError(`${file}: expected a name that ends in ${formats.join(' or ')}`);
}

async function entriesOf(
  store: Store,
  pack: Pack,
  { governments, current }: LiveState,
  drawn: ReturnType<typeof sampleFindings>,
  run: string | undefined,
): Promise<SheetEntry[]> {
  const byCode = new Map(governments.map((government) => [government.code, government]));
  const { nodes } = layOutTree(pack.tree);
  const reader = await storedPages(store, pack, { run });
  const entries: SheetEntry[] = [];
  for (const item of drawn) {
    const { finding } = item;
    const government = byCode.get(finding.government);
    if (government === undefined) continue;
    const quoted = new Set(finding.evidence.map(({ capture }) => capture));
    const leaf = nodes.find((node) => node.leaf?.finding === finding.probe);
    entries.push({
      ...item,
      government,
      indicator: leaf?.name ?? finding.probe,
      run: current.sources.get(`${finding.government} ${finding.probe}`)?.id ?? current.run.id,
      pages: inOrderOf(finding, quoted.size === 0 ? [] : await reader(government.code, quoted)),
    });
  }
  return entries;
}

function inOrderOf({ evidence }: Finding, pages: readonly StoredPage[]): StoredPage[] {
  const place = (page: StoredPage): number => evidence.findIndex(({ capture }) => capture === page.capture);
  return [...pages].sort((a, b) => place(a) - place(b));
}

/** One page per government with all that its rows quote, and the pictures. */
function pageFiles(
  entries: readonly SheetEntry[],
  pack: Pack,
  nature: ReturnType<typeof kindOf>,
  language: Language,
): (readonly [string, string | Uint8Array])[] {
  const messages = messagesOf(language);
  const names = new Map(entries.map(({ finding, indicator }) => [finding.probe, indicator]));
  const of = { nature, timeZone: pack.meta['time-zone'], isAlone: true };
  return [...Map.groupBy(entries, ({ government }) => government)].flatMap(([government, own]) => {
    const pages = new Map(own.flatMap((entry) => entry.pages.map((page) => [page.capture, page] as const)));
    if (pages.size === 0) return [];
    const quotes = quotesOf(own.map(({ finding }) => finding));
    const html = htmlStoredPages(of, government, [...pages.values()], quotes, names, messages);
    const pictures = [...pages.values()].flatMap(({ picture }) =>
      picture === null ? [] : [[pictureFile(government.code, picture.sha256), picture.bytes] as const],
    );
    return [[cityFile(government.code), html] as const, ...pictures];
  });
}

/** All files or none: the sheet, which comes last, appears when everything it links is there. */
function writeAll(folder: string, files: readonly (readonly [string, string | Uint8Array])[]): void {
  const written: string[] = [];
  try {
    for (const [name, content] of files) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      const temporary = `${file}.${process.pid}.tmp`;
      written.push(temporary);
      writeFileSync(temporary, content);
      renameSync(temporary, file);
      written.push(file);
    }
  } catch (error) {
    for (const file of written) rmSync(file, { force: true });
    throw error;
  }
}
