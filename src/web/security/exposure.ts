import { readAccounts } from '../../application/console/accounts.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type Access, AccountAccess, openAccess } from './access.ts';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/u;

/**
 * How people come into a console, by where it answers.
 *
 * @throws UsageError for an address elsewhere without an origin, an origin without TLS, and when
 *   nobody has an account to log in with.
 */
export function accessOf(
  { host, origin }: { readonly host: string; readonly origin?: string | undefined },
  dataFolder: string,
): { readonly origin: string | null; readonly access: Access } {
  if (origin === undefined) {
    if (loopback.test(host)) return { origin: null, access: openAccess };
    throw new UsageError(
      `--host ${host} is not this machine alone: it needs --origin, the https address of the proxy before the console`,
    );
  }
  const url = URL.parse(origin);
  if (url === null || url.protocol !== 'https:' || url.origin !== origin.replace(/\/$/u, ''))
    throw new UsageError(
      `--origin is ${JSON.stringify(origin)}; expected https://NAME, without path, user or password`,
    );
  if (readAccounts(dataFolder).length === 0)
    throw new UsageError('--origin needs accounts: add one with `govprobe serve --add-user NAME --role admin`');
  return { origin: url.origin, access: new AccountAccess(dataFolder) };
}
