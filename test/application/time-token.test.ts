import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForToken } from '../../src/application/publishing/time-token.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { canVerify, publish, storeEdition, verify } from './published-edition.ts';

const openssl = spawnSync('openssl', ['version']).status === 0;
if (!openssl) process.stderr.write('openssl is missing: time tokens are not tested\n');

const configuration = `
[req]
distinguished_name = name
[name]
[ca]
basicConstraints = critical,CA:TRUE
[tsa]
extendedKeyUsage = critical,timeStamping
[own]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
certs = ca.pem
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
ess_cert_id_alg = sha256
`;

/** An authority for time stamps (RFC 3161) made with openssl, behind HTTP. */
class Authority {
  readonly folder = mkdtempSync(join(tmpdir(), 'govprobe-authority-'));
  readonly #server: Server;
  url = '';

  constructor(change: (answer: Buffer) => Buffer) {
    this.#openssl('ecparam -name prime256v1 -genkey -noout -out ca.key');
    this.#openssl('ecparam -name prime256v1 -genkey -noout -out tsa.key');
    this.#openssl('req -x509 -new -key ca.key -subj /CN=ca -days 2 -config tsa.cnf -extensions ca -out ca.pem');
    this.#openssl('req -new -key tsa.key -subj /CN=tsa -config tsa.cnf -out tsa.csr');
    this.#openssl(
      'x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile tsa.cnf -extensions tsa -out tsa.pem',
    );
    writeFileSync(join(this.folder, 'serial'), '01\n');
    this.#server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        writeFileSync(join(this.folder, 'query'), Buffer.concat(pieces));
        this.#openssl('ts -reply -queryfile query -config tsa.cnf -section own -out reply');
        response.setHeader('content-type', 'application/timestamp-reply');
        response.end(change(readFileSync(join(this.folder, 'reply'))));
      });
    });
  }

  get certificates(): string {
    return ['tsa.pem', 'ca.pem'].map((name) => readFileSync(join(this.folder, name), 'utf8')).join('');
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address !== null && typeof address === 'object') this.url = `http://127.0.0.1:${address.port}/`;
  }

  close(): void {
    this.#server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #openssl(command: string): void {
    writeFileSync(join(this.folder, 'tsa.cnf'), configuration);
    execFileSync('openssl', command.split(' '), { cwd: this.folder, stdio: 'pipe' });
  }
}

describe.skipIf(!openssl)('a time token', () => {
  const given = temporaryStore();
  let authority: Authority;
  let changed = (answer: Buffer): Buffer => answer;
  beforeAll(async () => {
    authority = new Authority((answer) => changed(answer));
    await authority.open();
  });
  afterAll(() => authority.close());

  test('of the authority holds for the checkpoint, and for nothing else', async () => {
    await storeEdition(given.store, 'e1', ['510100']);
    const out = join(authority.folder, 'out');
    const { url, certificates } = authority;
    await publish(given.store, given.path, { edition: 'e1', out, authority: { url, certificates } });
    if (!canVerify) return;
    expect(verify(out).output).toMatch(/the time token holds: /u);
    const other = join(authority.folder, 'other');
    await publish(given.store, given.path, { edition: 'e1', out: other, authority: { url, certificates } });
    writeFileSync(join(out, 'proof/checkpoint.tsr'), readFileSync(join(other, 'proof/checkpoint.tsr')));
    const { status, output } = verify(out);
    expect(status).toBe(1);
    expect(output).toContain('proof/checkpoint.tsr does not hold');
  }, 120_000);

  test('over other bytes, broken or missing is refused, and nothing is published', async () => {
    await storeEdition(given.store, 'e1', ['510100']);
    const earlier = await askForToken(authority.url, Buffer.from('something else'));
    changed = () => Buffer.from(earlier);
    await expect(askForToken(authority.url, Buffer.from('this'))).rejects.toThrow('its token is over other bytes');
    changed = (answer) => answer.subarray(0, 40);
    await expect(askForToken(authority.url, Buffer.from('this'))).rejects.toThrow('no time-stamp response');
    const out = join(authority.folder, 'none');
    const request = { edition: 'e1', out, authority: { url: authority.url, certificates: '' } };
    await expect(publish(given.store, given.path, request)).rejects.toThrow('--time-authority');
    expect(await given.store.publications.list()).toEqual([]);
    changed = (answer) => answer;
    await expect(askForToken('http://127.0.0.1:1/', Buffer.from('x'))).rejects.toThrow('no token was given');
  }, 60_000);
});
