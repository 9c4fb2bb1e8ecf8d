import type { Role } from '../roles.ts';

/** Who is at the other end of a request. */
export interface Person {
  /** Null where nobody has given a name. */
  readonly name: string | null;
  /** Null where nobody is logged in. */
  readonly role: Role | null;
}

/**
 * How people come in: on this machine whoever opens the console may do everything and gives a name
 * for reviews; elsewhere each has an account.
 */
export interface Access {
  readonly kind: 'open' | 'accounts';
  /** The person behind the secret of a session cookie. */
  readonly personOf: (session: string | undefined, now: number) => Person;
}

/** Access on this machine alone. */
export const openAccess: Access = { kind: 'open', personOf: () => ({ name: null, role: 'admin' }) };
