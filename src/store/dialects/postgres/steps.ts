import { type Kysely, sql } from 'kysely';
import type { DialectSteps } from '../../database.ts';
import type { Tables } from '../../tables.ts';

/** Steps of migrations in the words of PostgreSQL. */
export const postgresSteps: DialectSteps = {
  protectFrozen,
  protectErrata,
  protectPublications,
  changeReviews,
  fillCaptureColumns,
};

/**
 * Lets reviews and editions only be added to; records of an edition can be written until its own
 * row seals them.
 */
async function protectFrozen(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function only_added() returns trigger language plpgsql as $$
    begin raise exception '% are only ever added to', tg_table_name; end $$
  `.execute(db);
  await sql`
    create function sealed_record() returns trigger language plpgsql as $$
    declare changed text := case when tg_op = 'INSERT' then new.edition else old.edition end;
    begin
      if exists (select 1 from editions where name = changed) then
        raise exception 'a frozen edition never changes';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$
  `.execute(db);
  for (const table of ['reviews', 'editions']) await onlyAdded(db, table);
  await sql`
    create trigger edition_records_sealed before insert or update or delete on edition_records
    for each row execute function sealed_record()
  `.execute(db);
  await sql`
    create trigger edition_records_no_truncate before truncate on edition_records
    for each statement execute function only_added()
  `.execute(db);
}

async function protectErrata(db: Kysely<unknown>): Promise<void> {
  await onlyAdded(db, 'errata');
}

async function changeReviews(db: Kysely<Tables>, change: () => Promise<void>): Promise<void> {
  for (const kind of ['change', 'truncate'])
    await sql.raw(`drop trigger if exists reviews_no_${kind} on reviews`).execute(db);
  await change();
  await onlyAdded(db, 'reviews');
}

async function protectPublications(db: Kysely<unknown>): Promise<void> {
  await onlyAdded(db, 'publications');
}

async function onlyAdded<Schema>(db: Kysely<Schema>, table: string): Promise<void> {
  await sql
    .raw(
      `create trigger ${table}_no_change before update or delete on ${table}
       for each row execute function only_added()`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger ${table}_no_truncate before truncate on ${table}
       for each statement execute function only_added()`,
    )
    .execute(db);
}

async function fillCaptureColumns(db: Kysely<unknown>): Promise<void> {
  // Plain `json` keeps escapes such as \u0000 that `jsonb` refuses.
  await sql`
    update captures set
      time = record::json ->> 'time',
      body = record::json ->> 'body',
      screenshot = record::json ->> 'screenshot'
  `.execute(db);
}
