import { say } from '../say.ts';
import type { Check } from './check.ts';

/** First Node whose type stripping, SQLite driver and HTTP client all work. */
const neededNode = 24;

/** @param version such as `24.21.0`, without the letter v */
export function checkNode(version: string): Check {
  const enough = Number(version.split('.')[0]) >= neededNode;
  return {
    name: 'Node.js',
    status: enough ? 'ok' : 'fail',
    detail: say('version {version}', { version }),
    cure: enough
      ? null
      : say('Install Node.js {needed} or newer, or start govprobe with npm run, which brings its own.', {
          needed: neededNode,
        }),
  };
}

/**
 * Loads the SQLite driver and asks it for its version; a driver for another platform or Node fails
 * here.
 */
export async function checkDatabaseDriver(
  load: () => Promise<{ readonly default: new (file: string) => SqliteDatabase }> = () => import('better-sqlite3'),
): Promise<Check> {
  const name = say('SQLite driver');
  try {
    const { default: Database } = await load();
    const database = new Database(':memory:');
    try {
      const row = database.prepare('select sqlite_version() as version').get() as { version: string };
      return { name, status: 'ok', detail: `SQLite ${row.version}`, cure: null };
    } finally {
      database.close();
    }
  } catch (error) {
    const detail = say('does not load: {reason}', { reason: firstLine(error) });
    const cure = say('Delete node_modules and start again with npm run, or run npm ci.');
    return { name, status: 'fail', detail, cure };
  }
}

/** The part of the driver that the check uses. */
interface SqliteDatabase {
  prepare(statement: string): { get(): unknown };
  close(): unknown;
}

/** @param userId the effective user id; null on systems without one */
export function checkUser(userId: number | null): Check {
  const name = say('User');
  if (userId !== 0) return { name, status: 'ok', detail: say('not root'), cure: null };
  return {
    name,
    status: 'warn',
    detail: say('root: Chromium runs without its own sandbox'),
    cure: say('For nightly runs, use an account of its own without root rights.'),
  };
}

/** The message of whatever was thrown, cut to one line. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').slice(0, 200);
}
