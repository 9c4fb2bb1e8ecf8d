import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { mailNotification } from '../../../../src/pipeline/operations/nightly/notify/email.ts';
import { letterOf, type Notification } from '../../../../src/pipeline/operations/nightly/notify/message.ts';
import { notify, notifySecrets } from '../../../../src/pipeline/operations/nightly/notify/notify.ts';
import { postNotification, signature } from '../../../../src/pipeline/operations/nightly/notify/webhook.ts';

const finding = { state: 'present', value: { level: 'working' }, reason: null, evidence: [] } as const;
const notification: Notification = {
  event: 'published',
  simulated: false,
  title: '中国地方政府',
  run: '20261126-220000-000',
  published: '20261126-220000-000',
  before: '20261125-220000-000',
  reasons: [],
  checks: [{ name: 'visits', passed: true, sentence: 'all are complete' }],
  counts: { appeared: 1 },
  changes: [
    {
      government: '510100',
      name: '成都市\r\nBcc: victim@example.org',
      probe: 'smart-search',
      kind: 'appeared',
      causes: ['site'],
      before: { ...finding, state: 'absent', value: null, evidence: [] },
      after: { ...finding, evidence: [{ url: 'http://www.a.gov.cn/\u001b[31m', quote: 'q', capture: 'c' }] },
    },
  ],
};

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A receiver that answers with these statuses, one after the other, and keeps what it was sent. */
async function receiver(
  statuses: number[],
): Promise<{ url: string; got: { headers: IncomingMessage['headers']; body: string }[] }> {
  const got: { headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    got.push({ headers: request.headers, body });
    response.writeHead(statuses[got.length - 1] ?? 200, { location: 'http://127.0.0.1:9/' }).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push(() => new Promise((done) => server.close(() => done())));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/secret-path`, got };
}

/** A mail server that keeps the letters it takes. */
async function mailbox(user: string | null): Promise<{ port: number; letters: { to: string[]; text: string }[] }> {
  const letters: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: user === null,
    disabledCommands: user === null ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    onAuth: (auth, _session, done) =>
      auth.username === user && auth.password === 'secret' ? done(null, { user }) : done(new Error('no')),
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk;
      });
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push(() => new Promise((done) => server.close(() => done())));
  return { port: (server.server.address() as AddressInfo).port, letters };
}

describe('the webhook', () => {
  test('gets the whole notification as JSON, with a signature over its bytes', async () => {
    const { url, got } = await receiver([204]);
    await postNotification(url, notification, 'key');
    expect(JSON.parse(got[0]?.body ?? '')).toEqual(notification);
    expect(got[0]?.headers['x-govprobe-signature']).toBe(signature(got[0]?.body ?? '', 'key'));
    expect(got[0]?.headers['content-type']).toMatch(/application\/json/);
  });

  test('signs as the standard tool does, and not without a secret', async () => {
    // printf hello | openssl dgst -sha256 -hmac key
    expect(signature('hello', 'key')).toBe('sha256=9307b3b915efb5171ff14d8cb55fbcc798c6c0ef1456d66ded1a6aa723a58b7b');
    const { url, got } = await receiver([200]);
    await postNotification(url, notification, null);
    expect(got[0]?.headers).not.toHaveProperty('x-govprobe-signature');
  });

  test('is tried again after 5xx, not after 4xx, and is not followed elsewhere; its path stays untold', async () => {
    const patient = await receiver([503, 200]);
    await postNotification(patient.url, notification, null, 1);
    expect(patient.got).toHaveLength(2);
    for (const status of [404, 302]) {
      const strict = await receiver([status]);
      const error = await postNotification(strict.url, notification, null, 1).catch((thrown: Error) => thrown);
      expect(String(error)).toMatch(new RegExp(`answered ${status}`));
      expect(String(error)).not.toContain('secret-path');
      expect(strict.got).toHaveLength(1);
    }
  });
});

describe('e-mail', () => {
  const settings = {
    host: '127.0.0.1',
    secure: false,
    from: 'probe@example.org',
    to: ['a@example.org', 'b@example.org'],
  };

  test('reaches everybody with the list attached, and text of sites adds no header', async () => {
    const { port, letters } = await mailbox(null);
    await mailNotification({ ...settings, port }, notification, null);
    expect(letters[0]?.to).toEqual(settings.to);
    expect(letters[0]?.text).toMatch(/Subject: govprobe: run 20261126-220000-000 is published, 1 changes/);
    expect(letters[0]?.text).toMatch(/20261126-220000-000\.json/);
    expect(letters[0]?.text).not.toMatch(/^Bcc:/m);
  });

  test('a server that is not there, or does not encrypt a password, is one sentence', async () => {
    await expect(mailNotification({ ...settings, port: 9 }, notification, null)).rejects.toThrow(
      /127\.0\.0\.1:9 did not take/,
    );
    const { port, letters } = await mailbox('probe');
    const login = { user: 'probe', password: 'secret' };
    await expect(mailNotification({ ...settings, port }, notification, login)).rejects.toThrow(/did not take/);
    expect(letters).toEqual([]);
  });

  test('shows text of sites without what a terminal would obey', () => {
    const { text } = letterOf(notification);
    expect(text).not.toMatch(/[\u001b\r]/);
    expect(text).toContain('510100 成都市 Bcc: victim@example.org smart-search: appeared');
  });
});

describe('notifying', () => {
  test('one way that fails keeps no other from being tried', async () => {
    const { url, got } = await receiver([200]);
    const email = { host: '127.0.0.1', port: 9, secure: false, from: 'a@example.org', to: ['b@example.org'] };
    const problems = await notify({ webhook: url, email, always: true }, notification, { webhook: null, login: null });
    expect(got).toHaveLength(1);
    expect(problems).toHaveLength(1);
  });

  test('says nothing about a night without changes where that is asked for, but always about a refused one', async () => {
    const { url, got } = await receiver([]);
    const settings = { webhook: url, email: null, always: false };
    const secrets = { webhook: null, login: null };
    await notify(settings, { ...notification, changes: [] }, secrets);
    expect(got).toHaveLength(0);
    await notify(settings, { ...notification, event: 'refused', changes: [] }, secrets);
    expect(got).toHaveLength(1);
  });

  test('half a login is a mistake', () => {
    expect(() => notifySecrets({ GOVPROBE_SMTP_USER: 'a' })).toThrow(/belong together/);
    expect(notifySecrets({ GOVPROBE_WEBHOOK_SECRET: 's' })).toEqual({ webhook: 's', login: null });
  });
});
