import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * The primary key of every table, in an order in which the tables can be filled: the row of an
 * edition seals its records, so it comes after them.
 */
const keys: Readonly<Record<keyof Tables, readonly string[]>> = {
  folder: ['id'],
  runs: ['id'],
  planned_visits: ['run', 'code'],
  visits: ['run', 'code'],
  captures: ['run', 'code', 'id'],
  findings: ['run', 'code', 'probe'],
  locks: ['name'],
  verdicts: ['run'],
  reviews: ['id'],
  review_chain: ['id'],
  edition_records: ['edition', 'part', 'key'],
  editions: ['name'],
  errata: ['id'],
  publications: ['position'],
  shared_runs: ['run'],
  workers: ['id'],
  visit_reports: ['id'],
  host_turns: ['host'],
  pacing: ['id'],
  evidence_home: ['id'],
  shared_replies: ['run', 'pass', 'key'],
  log_lines: ['run', 'position', 'worker'],
};
/** What processes hold or tell each other, which no copy continues. */
const leftOut: ReadonlySet<string> = new Set<keyof Tables>([
  'locks',
  'shared_runs',
  'workers',
  'visit_reports',
  'host_turns',
  'pacing',
  'evidence_home',
  'shared_replies',
]);
/** Rows read and written at once; those of editions may have a hundred kilobytes each. */
const batch = 100;

type Row = Readonly<Record<string, unknown>>;

/**
 * Copies all rows of a store to another, whose tables are of the same schema and empty but for what
 * migrations put there. Few rows are in memory at a time. Both sides are best transactions: one
 * that shows one state, one that is committed whole.
 */
export async function copyTables(from: Kysely<Tables>, to: Kysely<Tables>): Promise<void> {
  await sql`delete from review_chain`.execute(to);
  for (const [table, key] of Object.entries(keys)) {
    if (leftOut.has(table)) continue;
    for await (const rows of pagesOf(from, table, key)) await insert(to, table, rows);
  }
}

/** Whether a store holds nothing yet. */
export async function isEmpty(db: Kysely<Tables>): Promise<boolean> {
  for (const table of Object.keys(keys)) {
    if (table === 'review_chain' || leftOut.has(table)) continue;
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

async function* pagesOf(db: Kysely<Tables>, table: string, key: readonly string[]): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map((name) => sql.ref(name)));
  let last: Row | undefined;
  do {
    const start = last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(key.map((name) => last?.[name]))})`;
    const { rows }: { rows: Row[] } = await sql<Row>`
      select * from ${sql.table(table)} ${start} order by ${columns} limit ${sql.lit(batch)}
    `.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.at(-1);
  } while (last !== undefined);
}

async function insert(db: Kysely<Tables>, table: string, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const values = sql.join(rows.map((row) => sql`(${sql.join(names.map((name) => row[name]))})`));
  await sql`insert into ${sql.table(table)} (${columns}) values ${values}`.execute(db);
}
