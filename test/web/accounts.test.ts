import { statSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  accountsFile,
  checkPassword,
  readAccounts,
  removeAccount,
  saveAccount,
} from '../../src/application/console/accounts.ts';
import { AccountAccess } from '../../src/web/security/access.ts';
import { accessOf } from '../../src/web/security/exposure.ts';
import { sessionLimits } from '../../src/web/security/sessions.ts';
import { Throttle } from '../../src/web/security/throttle.ts';
import { Browser, emptyFolder, openConsole } from './consoles.ts';

const origin = 'https://console.example.org';
const password = 'correct horse battery';
const session = '__Host-govprobe-session';
const start = Date.parse('2026-03-01T00:00:00.000Z');
/** What a guess costs where a test is not about that: a thousandth of the real thing. */
const small = { N: 2 ** 6, r: 8, p: 1, length: 32 };

async function withAccount(role: 'reader' | 'reviewer' | 'admin' = 'reader') {
  const folder = emptyFolder();
  await saveAccount(folder, { name: '王芳', role, password }, new Date(start), small);
  let now = start;
  const { app, events } = openConsole({ folder, origin, access: new AccountAccess(folder), now: () => now });
  const browser = new Browser(app, origin);
  const logIn = async (given = password, name = '王芳'): Promise<Response> =>
    browser.send(
      '/login',
      new URLSearchParams({ token: await browser.token('/login'), name, password: given, back: '/method' }),
    );
  return { folder, app, browser, events, logIn, pass: (milliseconds: number) => (now += milliseconds) };
}

afterEach(() => vi.restoreAllMocks());

describe('accounts', () => {
  it('keep a salted hash that nobody else can read, and no password', async () => {
    const folder = emptyFolder();
    await saveAccount(folder, { name: 'a', role: 'admin', password }, new Date(start));
    await saveAccount(folder, { name: 'b', role: 'reader', password }, new Date(start));
    const [one, other] = readAccounts(folder);
    expect([one?.cost, other?.cost]).toEqual(Array(2).fill({ N: 65_536, r: 8, p: 1, length: 32 }));
    expect(one?.hash).not.toBe(other?.hash);
    expect(JSON.stringify([one, other])).not.toContain(password);
    expect(statSync(accountsFile(folder)).mode & 0o777).toBe(0o600);
    expect(await checkPassword(folder, 'a', password)).toMatchObject({ name: 'a', role: 'admin' });
    expect(await checkPassword(folder, 'a', `${password}x`)).toBeNull();
    expect(await checkPassword(folder, 'nobody', password)).toBeNull();
    removeAccount(folder, 'a');
    expect(await checkPassword(folder, 'a', password)).toBeNull();
    expect(() => removeAccount(folder, 'a')).toThrow('there is no account "a"');
  });

  it.each([
    ['', password, /the name "" cannot be used/u],
    ['a\u202eb', password, /cannot be used/u],
    ['a', 'short', /the password has 5 characters; expected 12 to 200/u],
  ])('refuse the name %j with the password %j', async (name, given, message) => {
    const folder = emptyFolder();
    await expect(saveAccount(folder, { name, role: 'reader', password: given }, new Date())).rejects.toThrow(message);
    expect(readAccounts(folder)).toEqual([]);
  });

  it('are not read from a file with a mistake', () => {
    const folder = emptyFolder();
    writeFileSync(accountsFile(folder), '{"accounts":[{"name":"a"}]}');
    expect(() => readAccounts(folder)).toThrow(/holds no accounts/u);
  });
});

describe('a log-in', () => {
  it('leads back, under a cookie that scripts and other sites do not get', async () => {
    const { browser, logIn } = await withAccount();
    const response = await logIn();
    expect([response.status, response.headers.get('location')]).toEqual([303, '/method']);
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith(session));
    expect(cookie).toMatch(/^__Host-govprobe-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/u);
    expect(await (await browser.get('/api')).text()).toContain('王芳（读者）');
  });

  it('takes no session that was planted before it', async () => {
    const { browser, logIn } = await withAccount();
    browser.cookies.set(session, 'planted');
    await logIn();
    const own = browser.cookies.get(session);
    expect(own).not.toBe('planted');
    browser.cookies.set(session, 'planted');
    expect((await browser.get('/api')).status).toBe(303);
  });

  it('with a wrong name or password says the same, and is slowed down after some', async () => {
    const { logIn, events, pass } = await withAccount();
    const [wrong, unknown] = [await logIn('wrong password'), await logIn(password, 'nobody')];
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    for (let tries = 0; tries < 3; tries++) await logIn('wrong password');
    const slowed = await logIn();
    expect(slowed.status).toBe(429);
    expect(events.map(({ event }) => event)).toContain('log-in-refused');
    pass(3_600_001);
    expect((await logIn()).status).toBe(303);
  });

  it('needs the token of its page', async () => {
    const { browser } = await withAccount();
    const fields = new URLSearchParams({ token: 'x', name: '王芳', password });
    expect((await browser.send('/login', fields)).status).toBe(403);
  });
});

describe('a session', () => {
  it('ends after an hour without requests', async () => {
    const { browser, logIn, pass } = await withAccount();
    await logIn();
    pass(sessionLimits.idle - 1);
    expect((await browser.get('/api')).status).toBe(200);
    pass(sessionLimits.idle + 1);
    expect((await browser.get('/api')).status).toBe(303);
  });

  it('ends after half a day, however busy it was', async () => {
    const { browser, logIn, pass } = await withAccount();
    await logIn();
    for (let passed = 0; passed < sessionLimits.whole; passed += sessionLimits.idle / 2) {
      expect((await browser.get('/api')).status).toBe(200);
      pass(sessionLimits.idle / 2);
    }
    pass(1);
    expect((await browser.get('/api')).status).toBe(303);
  });

  it('ends with the log-out, and nobody can use its cookie afterwards', async () => {
    const { browser, logIn } = await withAccount();
    await logIn();
    const secret = browser.cookies.get(session) ?? '';
    expect((await browser.post('/logout', {}, '/api')).headers.get('location')).toBe('/login');
    browser.cookies.set(session, secret);
    expect((await browser.get('/api')).status).toBe(303);
  });

  it('ends when its account goes, or gets another password', async () => {
    const { browser, logIn, folder, pass } = await withAccount();
    await logIn();
    await saveAccount(folder, { name: '王芳', role: 'admin', password: `${password}!` }, new Date(start + 1), small);
    pass(5000);
    expect((await browser.get('/api')).status).toBe(303);
  });
});

describe('guesses', () => {
  it('of all names together are limited too', () => {
    const throttle = new Throttle();
    for (let tries = 0; tries < 60; tries++) throttle.failed(`name ${tries}`, start);
    expect(throttle.waitOf('another', start)).toBe(60);
    expect(throttle.waitOf('another', start + 60_000)).toBe(0);
  });

  it('of one name wait twice as long each time, and never longer than a quarter of an hour', () => {
    const throttle = new Throttle();
    const waits = Array.from({ length: 16 }, (_, index) => {
      throttle.failed('a', start + index * 61_000);
      return throttle.waitOf('A ', start + index * 61_000);
    });
    expect(waits.slice(0, 7)).toEqual([0, 0, 0, 2, 4, 8, 16]);
    expect(Math.max(...waits)).toBe(900);
    throttle.succeeded('a');
    expect(throttle.waitOf('a', start + 16 * 61_000)).toBe(0);
  });
});

describe('where a console answers', () => {
  it('is this machine, without accounts', () => {
    for (const host of ['127.0.0.1', 'localhost', '::1', '127.0.0.53'])
      expect(accessOf({ host }, emptyFolder())).toMatchObject({ origin: null, access: { kind: 'open' } });
  });

  it.each([
    [{ host: '0.0.0.0' }, /--host 0.0.0.0 is not this machine alone: it needs --origin/u],
    [{ host: '127.0.0.1.example.org' }, /needs --origin/u],
    [{ host: '127.0.0.1', origin: 'http://console.example.org' }, /expected https:\/\/NAME/u],
    [{ host: '127.0.0.1', origin: 'https://console.example.org/path' }, /expected https:\/\/NAME/u],
    [{ host: '127.0.0.1', origin: 'https://user@console.example.org' }, /expected https:\/\/NAME/u],
    [{ host: '127.0.0.1', origin: 'nonsense' }, /expected https:\/\/NAME/u],
    [{ host: '127.0.0.1', origin }, /--origin needs accounts/u],
  ])('is refused as %j', (options, message) => {
    expect(() => accessOf(options, emptyFolder())).toThrow(message);
  });

  it('is elsewhere for those who have accounts', async () => {
    const { folder } = await withAccount('admin');
    expect(accessOf({ host: '0.0.0.0', origin: `${origin}/` }, folder)).toMatchObject({
      origin,
      access: { kind: 'accounts' },
    });
  });
});
