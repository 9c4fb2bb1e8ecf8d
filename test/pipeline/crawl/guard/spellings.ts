import { hostname, networkInterfaces } from 'node:os';

/**
 * Spellings of the loopback address and of other addresses of this machine in a link or redirect.
 */
const hosts = [
  '127.0.0.1',
  '127.0.0.2',
  '127.255.255.254',
  '127.0.0.1.',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7F.0x0.0x0.0x1',
  '0x7f.1',
  '0177.0.0.1',
  '0177.1',
  '017700000001',
  '00000177.0.0.1',
  '0.0.0.0',
  '0',
  '0x0',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  'localhost.localdomain',
  'ip6-localhost',
  '１２７.０.０.１',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '127．0．0．1',
  'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
  'ｌｏｃａｌｈｏｓｔ',
  '%31%32%37.0.0.1',
  '%6c%6f%63%61%6c%68%6f%73%74',
  'l\tocal\nhost',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:FFFF:7F00:0001]',
  '[::127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::80ff:fffe]',
  '[::1%25lo]',
  'user:password@127.0.0.1',
  'www.example.com@127.0.0.1',
  'loopback.hostile.example',
  'mapped.hostile.example',
];

/** Names that resolve to forbidden addresses. */
export const hostileNames: Readonly<Record<string, readonly { address: string; family: 4 | 6 }[]>> = {
  'loopback.hostile.example': [{ address: '127.0.0.1', family: 4 }],
  'mapped.hostile.example': [
    { address: '::ffff:127.0.0.1', family: 6 },
    { address: '::1', family: 6 },
  ],
};

/** Other names of this machine, where a listener on all interfaces also answers. */
function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((items) => items ?? []);
  const own = addresses.filter(({ internal, address }) => !internal && !address.startsWith('fe80'));
  return [hostname(), ...own.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address))];
}

/** Addresses of a port of this machine in different spellings. */
export function spellings(port: number): string[] {
  return [
    ...[...hosts, ...ownNames()].map((host) => `http://${host}:${port}/secret`),
    `https://127.0.0.1:${port}/secret`,
    `HTTP://127.0.0.1:${port}/secret`,
    `http:127.0.0.1:${port}/secret`,
    `http:/127.0.0.1:${port}/secret`,
    `http:\\\\127.0.0.1:${port}\\secret`,
    `http:////127.0.0.1:${port}/secret`,
    ` \u0000http://127.0.0.1:${port}/secret`,
    `http://127.0.0.1:0${port}/secret`,
    `ftp://127.0.0.1:${port}/secret`,
    `ws://127.0.0.1:${port}/secret`,
    `gopher://127.0.0.1:${port}/secret`,
  ];
}
