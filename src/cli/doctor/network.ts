import { lookup } from 'node:dns/promises';
import { say } from '../say.ts';
import type { Check, DoctorOptions } from './check.ts';

/** The variables in the order in which a run looks at them; the first one that is set counts. */
const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * Tells which outbound proxy a run would take from the environment; user name and password in it
 * are not shown.
 */
export function checkProxy({ env }: DoctorOptions): Check {
  const name = say('Proxy');
  const variable = proxyVariables.find((candidate) => env[candidate]);
  if (variable === undefined) {
    if (!env.ALL_PROXY && !env.all_proxy)
      return { name, status: 'ok', detail: say('none in the environment'), cure: null };
    const cure = say('Put an HTTP proxy into HTTPS_PROXY, or name it with --proxy URL.');
    return { name, status: 'warn', detail: say('ALL_PROXY is set, which govprobe does not read'), cure };
  }
  const url = URL.parse(env[variable] ?? '');
  if (url?.protocol === 'http:') {
    const detail = say('{variable} names {host}', { variable, host: url.host });
    return { name, status: 'ok', detail, cure: null };
  }
  const cure = say('Correct {variable}, or override it with --proxy http://host:port.', { variable });
  return { name, status: 'fail', detail: say('{variable} is not of the form http://host:port', { variable }), cure };
}

/**
 * Looks up one host of the registry; a machine without the internet has no answer within the limit.
 */
export async function checkNameLookup(
  { host, limit }: DoctorOptions,
  resolve: (host: string) => Promise<{ readonly address: string }> = lookup,
): Promise<Check> {
  const name = say('Internet');
  if (host === null)
    return { name, status: 'warn', detail: say('not checked: the registry names no host'), cure: null };
  const cure = say(
    'Check cable, DNS or proxy. The simulated country (--sandbox) and recorded pages (--recorded) need no internet.',
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(done, limit, null);
  });
  try {
    const answer = await Promise.race([resolve(host), late]);
    if (answer)
      return { name, status: 'ok', detail: say('{host} is {address}', { host, address: answer.address }), cure: null };
    const detail = say('off line: no answer for {host} within {seconds} s', { host, seconds: limit / 1000 });
    return { name, status: 'warn', detail, cure };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? say('no reason given');
    const detail = say('off line: {host} could not be looked up ({reason})', { host, reason });
    return { name, status: 'warn', detail, cure };
  } finally {
    clearTimeout(timer);
  }
}
