import { Pool, types } from 'pg';

/** Connections of one process; the store uses several only while visits end at the same time. */
const connections = 5;
/** How long a connection may take to be made, in milliseconds. */
const connectPatience = 15_000;

/** Object ids of types in PostgreSQL's catalogue. */
const eightByteInteger = 20;

/** A pool whose integers are numbers; those that a number cannot hold exactly are refused. */
export function poolOf(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectPatience,
    keepAlive: true,
    application_name: 'govprobe',
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === eightByteInteger ? exactNumber : types.getTypeParser(type, format),
    },
  });
  // The loss of an idle connection is no failure: the pool makes a new one.
  pool.on('error', () => undefined);
  // One that is lost between two statements of a transaction fails the next statement; without a
  // listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function exactNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`the database holds ${text}, which is no exact number`);
  return number;
}
