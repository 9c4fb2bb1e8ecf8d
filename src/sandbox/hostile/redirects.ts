import { type Behaviour, everywhere, page, reply } from './behaviour.ts';

function to(location: string, status = 302) {
  return reply('', { location }, status);
}

function sends(name: string, location: string): Behaviour {
  return { name, yields: 'off-site', answer: everywhere(() => to(location)) };
}

/** Sites that redirect in circles or to forbidden targets. */
export const redirects: readonly Behaviour[] = [
  { name: 'to-itself', yields: 'redirect-loop', answer: everywhere(({ url }) => to(url.href)) },
  {
    name: 'back-and-forth',
    yields: 'redirect-loop',
    answer: everywhere(({ url }) => to(url.pathname === '/a' ? '/b' : '/a', 301)),
  },
  {
    name: 'endless-chain',
    yields: 'redirect-loop',
    answer: everywhere(({ url }) => to(`/step?n=${Number(url.searchParams.get('n') ?? 0) + 1}`, 307)),
  },
  { name: 'to-no-address', yields: 'redirect-loop', answer: everywhere(() => to('http://[:::')) },
  sends('to-parked-name', 'http://www.parked-names.example/'),
  sends('to-loopback', 'http://127.0.0.1:8118/'),
  sends('to-loopback-in-disguise', 'http://0x7f.1:8118/'),
  sends('to-own-network', 'http://192.168.1.1/admin'),
  sends('to-metadata', 'http://169.254.169.254/latest/meta-data/'),
  sends('to-a-file', 'file:///etc/passwd'),
  sends('to-script', 'javascript:alert(1)'),
  sends('to-mail-port', '//www.to-mail-port.example:25/'),
  sends('with-password', '//user:password@www.with-password.example/'),
  {
    name: 'refresh-loop',
    yields: 'read',
    answer: everywhere(({ url }) =>
      page(
        '<p>正在跳转</p>',
        `<meta http-equiv="refresh" content="0;url=/?n=${Number(url.searchParams.get('n') ?? 0) + 1}">`,
      ),
    ),
  },
];
