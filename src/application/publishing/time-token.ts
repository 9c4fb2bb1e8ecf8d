import { createHash, randomBytes } from 'node:crypto';
import { type ContentInfo, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, PKIStatus, TimeStampReq, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { request } from 'undici';
import { UsageError } from '../../model/usage-error.ts';

/** Asks an authority for a token over some bytes; resolves to its answer as it came (DER). */
export type AskToken = (url: string, data: Uint8Array) => Promise<Uint8Array>;

const sha256Id = '2.16.840.1.101.3.4.2.1';
const patience = 30_000;
const longestAnswer = 100_000;

/**
 * Asks a time-stamping authority over HTTP (RFC 3161, section 3.4).
 *
 * @throws UsageError when it cannot be reached, refuses, or answers for other bytes; whether the
 *   signature of the token holds is checked by whoever verifies the publication.
 */
export const askForToken: AskToken = async (url, data) => {
  const hash = createHash('sha256').update(data).digest();
  const nonce = randomBytes(8);
  // A positive number whose first byte is never left out.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const answer = await post(url, Buffer.from(AsnConvert.serialize(requestFor(hash, nonce))));
  const problem = problemOf(answer, hash, nonce);
  if (problem !== null) throw new UsageError(`--time-authority ${url}: ${problem}`);
  return answer;
};

function requestFor(hash: Uint8Array, nonce: Uint8Array): TimeStampReq {
  return new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: sha256Id, parameters: null }),
      hashedMessage: new OctetString(hash),
    }),
    nonce: bytesOf(nonce),
    certReq: true,
  });
}

function bytesOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

async function post(url: string, body: Uint8Array): Promise<Buffer> {
  try {
    const response = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body,
      signal: AbortSignal.timeout(patience),
    });
    if (response.statusCode !== 200) throw new Error(`it answered with status ${response.statusCode}`);
    const bytes = Buffer.from(await response.body.arrayBuffer());
    if (bytes.length > longestAnswer) throw new Error(`its answer has ${bytes.length} bytes`);
    return bytes;
  } catch (error) {
    throw new UsageError(
      `--time-authority ${url}: no token was given: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** What is wrong with an answer; null for a token over the hash that was asked for. */
export function problemOf(answer: Uint8Array, hash: Uint8Array, nonce: Uint8Array | null): string | null {
  try {
    const { status, timeStampToken } = AsnConvert.parse(bytesOf(answer), TimeStampResp);
    if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods)
      return `it refused, status ${status.status}`;
    if (timeStampToken === undefined) return 'its answer holds no token';
    const info = infoOf(timeStampToken);
    const stamped = Buffer.from(info.messageImprint.hashedMessage.buffer);
    if (!stamped.equals(hash)) return 'its token is over other bytes';
    if (nonce !== null && (info.nonce === undefined || !Buffer.from(info.nonce).equals(nonce)))
      return 'its token answers another request';
    return null;
  } catch (error) {
    return `its answer is no time-stamp response: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function infoOf(token: ContentInfo): TSTInfo {
  const signed = AsnConvert.parse(token.content, SignedData);
  const content = signed.encapContentInfo.eContent;
  const bytes = content?.single?.buffer ?? content?.any;
  if (bytes === undefined) throw new Error('the token holds no content');
  return AsnConvert.parse(bytes, TSTInfo);
}
