import { type Account, checkPassword, readAccounts } from '../../application/console/accounts.ts';
import type { Role } from '../roles.ts';
import { Sessions } from './sessions.ts';
import { Throttle } from './throttle.ts';

/** Who is at the other end of a request. */
export interface Person {
  /** Null where nobody has given a name. */
  readonly name: string | null;
  /** Null where nobody is logged in. */
  readonly role: Role | null;
}

/** What became of a log-in: the secret of a new session, a refusal, or the seconds to wait. */
export type LogIn =
  | { readonly kind: 'in'; readonly session: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number };

/**
 * How people come in: on this machine whoever opens the console may do everything and gives a name
 * for reviews; elsewhere each has an account.
 */
export interface Access {
  readonly kind: 'open' | 'accounts';
  /** The person behind the secret of a session cookie. */
  personOf(session: string | undefined, now: number): Person;
  logIn(name: string, password: string, now: number): Promise<LogIn>;
  logOut(session: string): void;
}

const nobody: Person = { name: null, role: null };

/** Access on this machine alone. */
export const openAccess: Access = {
  kind: 'open',
  personOf: () => ({ name: null, role: 'admin' }),
  logIn: async () => ({ kind: 'wrong' }),
  logOut: () => undefined,
};

/** Access by the accounts of a data folder. */
export class AccountAccess implements Access {
  readonly kind = 'accounts';
  readonly #folder: string;
  readonly #sessions = new Sessions();
  readonly #throttle = new Throttle();
  #known: { readonly read: number; readonly accounts: readonly Account[] } | null = null;

  constructor(dataFolder: string) {
    this.#folder = dataFolder;
  }

  /** A session ends with its account, and when the account got another password or role. */
  personOf(secret: string | undefined, now: number): Person {
    const session = secret === undefined ? null : this.#sessions.use(secret, now);
    if (session === null) return nobody;
    const account = this.#accounts(now).find(({ name, made }) => name === session.name && made === session.made);
    return account === undefined ? nobody : { name: account.name, role: account.role };
  }

  async logIn(name: string, password: string, now: number): Promise<LogIn> {
    const seconds = this.#throttle.waitOf(name, now);
    if (seconds > 0) return { kind: 'wait', seconds };
    // Counted before the password is checked, so that guesses at once cannot slip through together.
    this.#throttle.failed(name, now);
    const account = await checkPassword(this.#folder, name, password);
    if (account === null) return { kind: 'wrong' };
    this.#throttle.succeeded(name);
    return { kind: 'in', session: this.#sessions.begin(account, now) };
  }

  logOut(session: string): void {
    this.#sessions.end(session);
  }

  /** The accounts, read anew every few seconds. */
  #accounts(now: number): readonly Account[] {
    if (this.#known === null || Math.abs(now - this.#known.read) > 2000)
      this.#known = { read: now, accounts: readAccounts(this.#folder) };
    return this.#known.accounts;
  }
}
