import { lookup } from 'node:dns/promises';
import type { Check, DoctorOptions } from './check.ts';

/** The variables in the order in which a run looks at them; the first one that is set counts. */
const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * Tells which outbound proxy a run would take from the environment; user name and password in it
 * are not shown.
 */
export function checkProxy({ env }: DoctorOptions): Check {
  const name = 'Proxy';
  const variable = proxyVariables.find((candidate) => env[candidate]);
  if (variable === undefined) {
    if (!env.ALL_PROXY && !env.all_proxy) return { name, status: 'ok', detail: 'none in the environment', cure: null };
    const cure = 'Put an HTTP proxy into HTTPS_PROXY, or name it with --proxy URL.';
    return { name, status: 'warn', detail: 'ALL_PROXY is set, which govprobe does not read', cure };
  }
  const url = URL.parse(env[variable] ?? '');
  if (url?.protocol === 'http:') return { name, status: 'ok', detail: `${variable} names ${url.host}`, cure: null };
  const cure = `Correct ${variable}, or override it with --proxy http://host:port.`;
  return { name, status: 'fail', detail: `${variable} is not of the form http://host:port`, cure };
}

/**
 * Looks up one host of the registry; a machine without the internet has no answer within the limit.
 */
export async function checkNameLookup(
  { host, limit }: DoctorOptions,
  resolve: (host: string) => Promise<{ readonly address: string }> = lookup,
): Promise<Check> {
  const name = 'Internet';
  if (host === null) return { name, status: 'warn', detail: 'not checked: the registry names no host', cure: null };
  const cure =
    'Check cable, DNS or proxy. The simulated country (--sandbox) and recorded pages (--recorded) need no internet.';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(done, limit, null);
  });
  try {
    const answer = await Promise.race([resolve(host), late]);
    if (answer) return { name, status: 'ok', detail: `${host} is ${answer.address}`, cure: null };
    return { name, status: 'warn', detail: `off line: no answer for ${host} within ${limit / 1000} s`, cure };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'no reason given';
    return { name, status: 'warn', detail: `off line: ${host} could not be looked up (${reason})`, cure };
  } finally {
    clearTimeout(timer);
  }
}
