import './reflection.ts';

import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import * as x509 from '@peculiar/x509';
import { dayLength } from '../../model/time.ts';

/** Certificate of a host: valid, expired, or for another name. */
export type CertificateKind = 'valid' | 'expired' | 'wrong-name';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
/**
 * Number of cached contexts; one takes some tens of kilobytes and about a millisecond to create.
 */
const contextCacheSize = 256;

/**
 * A certificate authority for all hosts of the simulated country; created at start and never
 * written to disk.
 */
export class CertificateAuthority {
  /** Certificate of the authority (PEM), which a visitor must trust. */
  readonly certificate: string;
  readonly #authority: x509.X509Certificate;
  readonly #authorityKeys: CryptoKeyPair;
  readonly #leafKeys: CryptoKeyPair;
  readonly #leafKey: string;
  /** Shared by all contexts, so that sessions resume after a context was evicted and recreated. */
  readonly #ticketKeys = randomBytes(48);
  readonly #contexts = new Map<string, Promise<SecureContext>>();

  private constructor(
    authority: x509.X509Certificate,
    authorityKeys: CryptoKeyPair,
    leafKeys: CryptoKeyPair,
    leafKey: string,
  ) {
    this.certificate = authority.toString('pem');
    this.#authority = authority;
    this.#authorityKeys = authorityKeys;
    this.#leafKeys = leafKeys;
    this.#leafKey = leafKey;
  }

  static async create(): Promise<CertificateAuthority> {
    x509.cryptoProvider.set(crypto);
    const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const leafKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const authority = await x509.X509CertificateGenerator.createSelfSigned({
      serialNumber: '01',
      name: 'CN=Simulated country, O=govprobe sandbox',
      notBefore: new Date(Date.now() - 30 * dayLength),
      notAfter: new Date(Date.now() + 365 * dayLength),
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    });
    const exported = await crypto.subtle.exportKey('pkcs8', leafKeys.privateKey);
    return new CertificateAuthority(authority, keys, leafKeys, x509.PemConverter.encode(exported, 'PRIVATE KEY'));
  }

  /** The TLS context of a host name or IP address. */
  contextFor(host: string, kind: CertificateKind): Promise<SecureContext> {
    const key = `${kind} ${host}`;
    const kept = this.#contexts.get(key);
    if (kept !== undefined) {
      this.#contexts.delete(key);
      this.#contexts.set(key, kept);
      return kept;
    }
    const context = this.#makeContext(host, kind);
    this.#contexts.set(key, context);
    if (this.#contexts.size > contextCacheSize) {
      const [oldest] = this.#contexts.keys();
      if (oldest !== undefined) this.#contexts.delete(oldest);
    }
    return context;
  }

  async #makeContext(host: string, kind: CertificateKind): Promise<SecureContext> {
    const name = kind === 'wrong-name' ? 'default.hosting.invalid' : host;
    const now = Date.now();
    const leaf = await x509.X509CertificateGenerator.create({
      serialNumber: randomBytes(12)
        .toString('hex')
        .replace(/^[89a-f]/, '1'),
      subject: `CN=${name}`,
      issuer: this.#authority.subject,
      notBefore: new Date(now - 20 * dayLength),
      notAfter: new Date(kind === 'expired' ? now - 2 * dayLength : now + 300 * dayLength),
      signingAlgorithm: algorithm,
      publicKey: this.#leafKeys.publicKey,
      signingKey: this.#authorityKeys.privateKey,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension([{ type: isIP(name) === 0 ? 'dns' : 'ip', value: name }]),
        await x509.AuthorityKeyIdentifierExtension.create(this.#authority),
      ],
    });
    return createSecureContext({
      key: this.#leafKey,
      cert: `${leaf.toString('pem')}\n${this.certificate}`,
      ticketKeys: this.#ticketKeys,
    });
  }
}
