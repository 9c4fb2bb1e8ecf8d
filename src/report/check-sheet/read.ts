import type { FindingState, PresenceLevel } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type CheckVerdict, isCheckedState } from '../../scoring/sampling/check-sheet.ts';
import type { CheckedState } from '../../scoring/sampling/sample-findings.ts';
import { type CheckColumn, checkColumns, meaningOf } from '../messages-check.ts';
import { rowKey } from './sheet.ts';

/** A row of a sheet that came back. */
export interface ReadRow {
  /** Line of the file or row of the workbook, from 1. */
  readonly line: number;
  readonly government: string;
  readonly probe: string;
  readonly run: string;
  readonly simulated: boolean;
  readonly state: CheckedState;
  readonly population: number;
  /** Rows that the sheet had when it was written. */
  readonly rows: number;
  readonly verdict: CheckVerdict | null;
  readonly really: FindingState | null;
  readonly level: PresenceLevel | null;
  readonly who: string;
  readonly remark: string;
}

/** Most mistakes that one error names. */
const mostNamed = 10;
/** The row of codes is among the first so many. */
const headRows = 5;

/**
 * Reads the cells of a sheet. Rows may be in any order, columns too.
 * @param lines texts of the cells; an empty line has no cell
 * @throws UsageError that names file, row and column of every mistake, the first ten of them
 */
export function readSheet(file: string, lines: readonly (readonly string[])[]): ReadRow[] {
  const at = lines.slice(0, headRows).findIndex((cells) => ['key', 'verdict'].every((code) => cells.includes(code)));
  if (at < 0)
    throw new UsageError(
      `${file}: expected a sheet of \`govprobe check-sheet --out\`, found no row with its column codes`,
    );
  const codes = lines[at] ?? [];
  const missing = checkColumns.find((column) => !codes.includes(column));
  if (missing !== undefined) throw new UsageError(`${file} row ${at + 1}: expected a column ${missing}, found none`);
  const mistakes: string[] = [];
  const keys = new Map<string, number>();
  const rows = lines.slice(at + 1).flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const line = at + 2 + index;
    const row = new SheetLine(codes, cells, (column, what) => mistakes.push(`row ${line}, column ${column}: ${what}`));
    const earlier = keys.get(row.get('key'));
    if (earlier !== undefined) row.wrong('key', `the row is also row ${earlier}`);
    keys.set(row.get('key'), line);
    return row.read(line) ?? [];
  });
  if (mistakes.length > 0) {
    const more = mistakes.length > mostNamed ? ` (and ${mistakes.length - mostNamed} more)` : '';
    throw new UsageError(`${file}: ${mistakes.slice(0, mostNamed).join('; ')}${more}`);
  }
  if (rows.length === 0) throw new UsageError(`${file}: expected rows below the column codes, found none`);
  const [first] = rows;
  const other = rows.find(({ rows: count }) => count !== first?.rows);
  if (other !== undefined)
    throw new UsageError(`${file} row ${other.line}: the row is of another sheet than row ${first?.line}`);
  return rows;
}

class SheetLine {
  readonly #codes: readonly string[];
  readonly #cells: readonly string[];
  readonly #complain: (column: CheckColumn, what: string) => void;
  #sound = true;

  constructor(
    codes: readonly string[],
    cells: readonly string[],
    complain: (column: CheckColumn, what: string) => void,
  ) {
    this.#codes = codes;
    this.#cells = cells;
    this.#complain = complain;
  }

  get(column: CheckColumn): string {
    return (this.#cells[this.#codes.indexOf(column)] ?? '').trim();
  }

  wrong(column: CheckColumn, what: string): void {
    this.#sound = false;
    this.#complain(column, what);
  }

  /** Null after a mistake. */
  read(line: number): ReadRow | null {
    const claim = this.get('claim');
    const fixed = {
      ...{ run: this.get('run'), government: this.get('government'), probe: this.get('probe'), claim },
      ...{ population: this.get('population'), rows: this.get('rows') },
    };
    if (rowKey(fixed) !== this.get('key') || !isCheckedState(claim)) {
      this.wrong('key', 'a column that is not to be filled in was changed; take it from the sheet as it was written');
      return null;
    }
    const verdict = this.#word('verdict', 'right, wrong or cannot tell', ({ verdicts }) => verdicts);
    const really = this.#word('really', 'present, absent or not applicable', ({ states }) => states);
    const level = this.#word('level', 'linked, reachable or working', ({ levels }) => levels);
    const who = this.get('who');
    this.#checkAnswers(claim, verdict, really, level);
    if (verdict !== null && who === '') this.wrong('who', 'expected who checked it, found nothing');
    if (!this.#sound) return null;
    const { run, government, probe } = fixed;
    const counts = { population: Number(fixed.population), rows: Number(fixed.rows) };
    const simulated = this.get('simulated') === 'true';
    const answers = { verdict, really, level, who, remark: this.get('remark') };
    return { line, run, government, probe, state: claim, ...counts, simulated, ...answers };
  }

  #word<Meaning extends string>(
    column: CheckColumn,
    expected: string,
    words: Parameters<typeof meaningOf<Meaning>>[1],
  ): Meaning | null {
    const text = this.get(column);
    if (text === '') return null;
    const meaning = meaningOf<Meaning>(text, words);
    if (meaning === null) this.wrong(column, `expected ${expected}, found ${JSON.stringify(text)}`);
    return meaning;
  }

  /** Answers that contradict each other, or leave open what is really there. */
  #checkAnswers(
    claim: CheckedState,
    verdict: CheckVerdict | null,
    really: FindingState | null,
    level: PresenceLevel | null,
  ): void {
    if (verdict === 'right' && really !== null && really !== claim)
      this.wrong('really', `the finding is "${claim}" and said to be right, so expected ${claim} or nothing`);
    if (claim !== 'unknown' && verdict === null && really !== null)
      this.wrong('verdict', 'expected a verdict beside what is really there, found nothing');
    if (claim !== 'unknown' && verdict === 'wrong' && (really === null || really === 'unknown'))
      this.wrong('really', 'expected what is really there, since the finding is said to be wrong');
    if (
      verdict === 'wrong' &&
      claim === 'present' &&
      really === 'present' &&
      level === null &&
      this.get('remark') === ''
    )
      this.wrong('level', 'expected how far it really goes, or a remark that says what is wrong');
    if (verdict === 'wrong' && claim === 'absent' && really === 'absent')
      this.wrong('really', 'the finding is "absent" and said to be wrong, so expected present or not applicable');
  }
}
