import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { z } from 'zod';

const settingsSchema = z.looseObject({ proxy: z.string().nullable().optional() });

/**
 * Whether a folder holds a simulated country or real sites, and why a run failed. Runs of earlier
 * releases did not say what answered them. Simulations always listened on the loopback address of
 * this machine, so a run whose proxy stands there counts as simulated: a real run that is called
 * simulated misleads nobody, a simulated one that is called real does.
 */
export const folderKind: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('folder')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .execute();
    await db.schema.alterTable('runs').addColumn('failure', 'text').execute();
    const { rows } = await sql<{ id: string; kind: string; settings: string }>`
      select id, kind, settings from runs
    `.execute(db);
    const found = new Set<boolean>();
    for (const { id, kind, settings: text } of rows) {
      const settings = settingsSchema.parse(JSON.parse(text));
      const simulated = kind === 'canary' || isOnThisMachine(settings.proxy ?? null);
      await sql`update runs set settings = ${JSON.stringify({ ...settings, simulated })} where id = ${id}`.execute(db);
      // Canaries are simulated in every folder and shown in no result.
      if (kind !== 'canary') found.add(simulated);
    }
    if (found.size === 0) return;
    const kind = found.size > 1 ? 'mixed' : found.has(true) ? 'simulated' : 'real';
    await sql`insert into folder (id, kind) values (1, ${kind})`.execute(db);
  },
};

function isOnThisMachine(proxy: string | null): boolean {
  const host = proxy === null ? '' : (URL.parse(proxy)?.hostname ?? '');
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d+){3}$/u.test(host);
}
