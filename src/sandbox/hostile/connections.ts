import { type Behaviour, everywhere, page } from './behaviour.ts';

const fine = everywhere(() => page('<p>政务公开</p>'));

/** Sites whose connection fails or is not trustworthy. */
export const connections: readonly Behaviour[] = [
  { name: 'unknown-name', yields: 'dns', answer: () => ({ kind: 'error', error: 'dns_error' }) },
  {
    name: 'unknown-name-tls',
    yields: 'dns',
    scheme: 'https',
    connect: { kind: 'error', error: 'dns_error' },
    answer: fine,
  },
  { name: 'refuses', yields: 'refused', answer: () => ({ kind: 'error', error: 'connection_refused' }) },
  {
    name: 'refuses-tls',
    yields: 'refused',
    scheme: 'https',
    connect: { kind: 'error', error: 'connection_refused' },
    answer: fine,
  },
  { name: 'unreachable', yields: 'timeout-connect', answer: () => ({ kind: 'error', error: 'connection_timeout' }) },
  { name: 'never-connects', yields: 'timeout-connect', scheme: 'https', connect: { kind: 'hang' }, answer: fine },
  { name: 'breaks-tunnel', yields: 'reset', scheme: 'https', connect: { kind: 'reset' }, answer: fine },
  { name: 'silent-handshake', yields: 'timeout-connect', scheme: 'https', connect: { kind: 'mute' }, answer: fine },
  {
    name: 'no-tls-behind-https',
    yields: 'tls',
    scheme: 'https',
    connect: { kind: 'open', certificate: 'broken' },
    answer: fine,
  },
  {
    name: 'expired-certificate',
    yields: 'read',
    scheme: 'https',
    connect: { kind: 'open', certificate: 'expired' },
    answer: fine,
  },
  {
    name: 'certificate-of-another',
    yields: 'read',
    scheme: 'https',
    connect: { kind: 'open', certificate: 'wrong-name' },
    answer: fine,
  },
  { name: 'breaks-connection', yields: 'reset', answer: () => ({ kind: 'reset' }) },
  { name: 'says-nothing', yields: 'timeout-first-byte', answer: () => ({ kind: 'hang' }) },
];
