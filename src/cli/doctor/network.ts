import { lookup } from 'node:dns/promises';
import type { Check, DoctorOptions } from './check.ts';

const proxyVariables = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];

/** Names the proxy variables that are set; their values may hold passwords and are not shown. */
export function checkProxy({ env }: DoctorOptions): Check {
  const name = 'Proxy';
  const set = proxyVariables
    .flatMap((variable) => [variable, variable.toLowerCase()])
    .filter((variable) => env[variable]);
  if (set.length === 0) return { name, status: 'ok', detail: 'no proxy variable is set', cure: null };
  const cure =
    'govprobe does not read them: where sites are reached only through that proxy, name it with --proxy URL.';
  return { name, status: 'warn', detail: `${set.join(', ')} set`, cure };
}

/** Looks up one host of the registry; a machine without the internet has no answer within the limit. */
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
