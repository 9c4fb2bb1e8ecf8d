import { Client } from 'pg';
import { expect, test } from 'vitest';
import { describeOnPostgres, temporaryDatabase } from '../../postgres.ts';

await describeOnPostgres('the PostgreSQL of the tests', () => {
  const database = temporaryDatabase();

  test.each([1, 2])('gives every test an empty database (%d)', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('create table only_here (name text)');
    const { rows } = await client.query("select name from (values ('b'), ('A'), ('a')) as t (name) order by name");
    expect(rows.map(({ name }) => name)).toEqual(['a', 'A', 'b']);
    await client.end();
  });
});
