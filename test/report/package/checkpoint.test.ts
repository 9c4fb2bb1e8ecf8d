import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  checkpointBody,
  isSignedBy,
  proofText,
  readNote,
  signedNote,
  verifierKey,
} from '../../../src/report/package/checkpoint.ts';
import { appendToLog } from '../../../src/report/package/log.ts';
import { isConsistent, leafHash, rootOfInclusion } from '../../../src/report/package/merkle.ts';

const root = leafHash(Buffer.from('one'));
const body = checkpointBody({ origin: 'example.org/report', size: 1, root });
const signer = { name: 'example.org/report', key: generateKeyPairSync('ed25519').privateKey };

describe('checkpoint', () => {
  it('is read back with its signature', () => {
    const note = readNote(signedNote(body, signer));
    expect(note).toMatchObject({ origin: 'example.org/report', size: 1 });
    expect(note !== null && isSignedBy(note, signer)).toBe(true);
    expect(verifierKey(signer)).toMatch(/^example\.org\/report\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/u);
  });

  it('knows no other signer', () => {
    const note = readNote(signedNote(body, { ...signer, key: generateKeyPairSync('ed25519').privateKey }));
    expect(note !== null && isSignedBy(note, signer)).toBe(false);
    const unsigned = readNote(signedNote(body, null));
    expect(unsigned?.signatures).toEqual([]);
  });

  it.each([
    ['', 'empty'],
    ['example.org\n1\n', 'without an end'],
    ['example.org\n01\nAAAA\n\n', 'with a leading zero'],
    [`exa mple\n1\n${Buffer.from(root).toString('base64')}\n\n`, 'with a blank in its origin'],
    [`example.org\n1\n${Buffer.from(root).toString('base64').slice(0, -2)}B=\n\n`, 'with loose bits in its root'],
    [`${body}\n— nobody !!\n`, 'with a broken signature'],
  ])('%j is no checkpoint: %s', (text) => expect(readNote(text)).toBeNull());

  it('refuses an origin with a line end', () => {
    expect(() => checkpointBody({ origin: 'a\nb', size: 1, root })).toThrow(RangeError);
  });
});

describe('log', () => {
  const leaf = (key: string) => ({ edition: '2023', key, sha256: key.repeat(64).slice(0, 64) });

  it('appends a publication, and proves lines and the log before', () => {
    const first = appendToLog('example.org/log', [], [leaf('a'), leaf('b'), leaf('c')], null);
    const earlier = first.leaves.trimEnd().split('\n');
    const second = appendToLog('example.org/log', earlier, [{ ...leaf('d'), edition: '2024' }], null);
    expect(second.leaves.startsWith(first.leaves)).toBe(true);
    const [before, after] = [readNote(first.checkpoint), readNote(second.checkpoint)];
    if (before === null || after === null) throw new Error('no checkpoint was written');
    const proof = second.consistency
      .trimEnd()
      .split('\n')
      .map((line) => Buffer.from(line, 'base64'));
    expect(isConsistent(before, after, proof)).toBe(true);
    expect(first.consistency).toBe('');

    const [head = '', note = ''] = (second.proofs.get('d') ?? '').split(/\n\n(.*)/su);
    const [version, extra, index, ...hashes] = head.split('\n');
    expect([version, index]).toEqual(['c2sp.org/tlog-proof@v1', 'index 3']);
    expect(note).toBe(second.checkpoint);
    const data = Buffer.from(extra?.replace('extra ', '') ?? '', 'base64');
    expect(data.toString()).toBe(`govprobe-leaf/1 2024 d ${'d'.repeat(64)}`);
    const found = rootOfInclusion(
      leafHash(data),
      3,
      4,
      hashes.map((line) => Buffer.from(line, 'base64')),
    );
    expect(Buffer.from(found ?? []).toString('base64')).toBe(second.root);
  });

  it('writes a proof without extra data', () => {
    expect(proofText(0, [], 'note')).toBe('c2sp.org/tlog-proof@v1\nindex 0\n\nnote');
  });
});
