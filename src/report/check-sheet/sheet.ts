import { createHash } from 'node:crypto';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { SampledFinding } from '../../scoring/sampling/sample-findings.ts';
import { cityFile } from '../city.ts';
import type { Cell } from '../csv.ts';
import { pictureFile } from '../html/stored-pages.ts';
import { type Messages, wordFor } from '../messages.ts';
import { type CheckColumn, checkColumns } from '../messages-check.ts';
import { captureAnchor, type StoredPage } from '../stored-page.ts';
import { describeValue } from '../values/describe.ts';

/** A finding to be checked, with all that its row shows. */
export interface SheetEntry extends SampledFinding {
  readonly government: Government;
  /** Name of the indicator that it feeds; id of the probe where there is none. */
  readonly indicator: string;
  /** Id of the run that it was found in. */
  readonly run: string;
  /** Stored pages that it quotes, in the order of the quotes. */
  readonly pages: readonly StoredPage[];
}

/** What all rows of a sheet share. */
export interface SheetFrame {
  readonly simulated: boolean;
  /** Folder of the stored pages, relative to the sheet, with a slash at its end. */
  readonly pagesFolder: string;
  readonly messages: Messages;
}

export type SheetRow = Readonly<Record<CheckColumn, Cell>>;

/** The rows of a sheet, the columns that people fill in empty. */
export function sheetRows(entries: readonly SheetEntry[], frame: SheetFrame): SheetRow[] {
  return entries.map((entry, index) => rowOf(entry, index + 1, entries.length, frame));
}

/** The cells of a row in the order of the columns. */
export function cellsOf(row: SheetRow): Cell[] {
  return checkColumns.map((column) => row[column]);
}

/** Recognises a row of which somebody has changed a column that is not to be filled in. */
export function rowKey(row: Readonly<Record<'run' | 'government' | 'probe' | 'claim' | 'population' | 'rows', Cell>>) {
  const parts = [row.run, row.government, row.probe, row.claim, row.population, row.rows].map(String);
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 12);
}

function rowOf(entry: SheetEntry, number: number, rows: number, frame: SheetFrame): SheetRow {
  const { finding, government, indicator, run, population, pages } = entry;
  const { messages } = frame;
  const { code } = government;
  const [quoted] = finding.evidence;
  const page = pages.find(({ capture }) => capture === quoted?.capture) ?? pages[0];
  const picture = pages.find((item) => item.picture !== null)?.picture ?? null;
  const fixed = { run, government: code, probe: finding.probe, claim: finding.state, population, rows };
  return {
    ...fixed,
    row: number,
    name: government.name,
    province: government.province,
    indicator,
    state: messages.states[finding.state],
    finding: describeValue(finding.probe, finding.value, messages),
    confidence: Math.round(finding.confidence * 1000) / 1000,
    obstacle: obstacleOf(finding, messages),
    address: quoted?.url ?? finding.obstacles?.find(({ url }) => url !== undefined)?.url ?? addressOf(government),
    quote: quoted?.quote ?? null,
    page: page === undefined ? null : `${frame.pagesFolder}${cityFile(code)}#${captureAnchor(page.capture)}`,
    screenshot: picture === null ? null : `${frame.pagesFolder}${pictureFile(code, picture.sha256)}`,
    verdict: null,
    really: null,
    level: null,
    who: null,
    remark: null,
    simulated: String(frame.simulated),
    key: rowKey(fixed),
  };
}

function addressOf({ sites }: Government): string | null {
  return (sites.portal ?? sites.service ?? sites['open-data'])?.url ?? null;
}

function obstacleOf({ state, reason, obstacles = [] }: Finding, messages: Messages): string | null {
  if (state !== 'unknown') return null;
  const reasons = obstacles.length > 0 ? obstacles.map((obstacle) => obstacle.reason) : reason === null ? [] : [reason];
  return [...new Set(reasons)].map((name) => wordFor(messages.reasons, name)).join(messages.listMark);
}
