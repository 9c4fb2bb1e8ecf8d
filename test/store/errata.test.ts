import { expect, test } from 'vitest';
import { pastProgram } from './place.ts';
import { temporaryStore } from './temporary-store.ts';

const given = temporaryStore();

async function frozen(name: string) {
  const meta = { name, year: 2023, note: null, frozen: '2026-01-01T00:00:00.000Z', toolVersion: '0', configHash: 'c' };
  return given.store.editions.freeze({ ...meta, runs: [], derivedFrom: null, replaces: null }, []);
}
const say = (what: string) => ({ who: '王芳', when: '2026-11-29T08:00:00.000Z', what });
const tamper = (statement: string): Promise<void> => pastProgram(given.path, statement, true);

test('errata are kept in order, by edition, beside an edition that does not change', async () => {
  const [one, other] = [await frozen('2022'), await frozen('2023')];
  expect(await given.store.errata.list()).toEqual([]);
  await given.store.errata.append(one, say('甲'));
  await given.store.errata.append(other, say('乙'));
  await given.store.errata.append(one, say('丙'));
  expect((await given.store.errata.list('2022')).map(({ id, what }) => [id, what])).toEqual([
    [1, '甲'],
    [3, '丙'],
  ]);
  expect(await given.store.errata.list()).toHaveLength(3);
  for (const edition of [one, other]) expect(await given.store.errata.verify(edition)).toEqual([]);
  expect(await given.store.editions.get('2022')).toEqual(one);
});

test('the database refuses to change or delete an erratum', async () => {
  await given.store.errata.append(await frozen('2023'), say('甲'));
  for (const statement of ["update errata set what = 'x'", 'delete from errata'])
    await expect(pastProgram(given.path, statement), statement).rejects.toThrow(/errata are only ever added to/);
});

test.each([
  ["update errata set what = 'x' where id = 2", ['erratum 2']],
  ["update errata set who = 'x' where id = 1", ['erratum 1']],
  ['delete from errata where id = 1', ['erratum 2']],
  ["update errata set what = 'x', sha256 = 'y' where id = 1", ['erratum 1', 'erratum 2']],
])('what was changed behind its back is named: %s', async (statement, names) => {
  const edition = await frozen('2023');
  for (const what of ['甲', '乙']) await given.store.errata.append(edition, say(what));
  await tamper(statement);
  expect((await given.store.errata.verify(edition)).map((text) => text.split(':')[0])).toEqual(names);
});
