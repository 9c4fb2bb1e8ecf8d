import { createHash } from 'node:crypto';
import { newSecret } from './tokens.ts';

/** Milliseconds after which a session ends: without a request, and in any case. */
export const sessionLimits = { idle: 60 * 60_000, whole: 12 * 60 * 60_000 } as const;
/** More sessions than this at once are an attack or a mistake; the oldest end. */
const mostSessions = 2000;

interface Session {
  readonly name: string;
  /** When the account got its password, which ends the sessions of the one before. */
  readonly made: string;
  readonly begun: number;
  readonly used: number;
}

/** Sessions of people who logged in, kept in memory under hashes of their secrets: a restart ends all. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  /** Begins a session under a new secret, whatever the browser sent before. */
  begin({ name, made }: Pick<Session, 'name' | 'made'>, now: number): string {
    const secret = newSecret();
    this.#sessions.set(keyOf(secret), { name, made, begun: now, used: now });
    for (const [old] of this.#sessions) if (this.#sessions.size > mostSessions) this.#sessions.delete(old);
    return secret;
  }

  /** The session of a secret; null when there is none, or it has ended. */
  use(secret: string, now: number): Session | null {
    const key = keyOf(secret);
    const session = this.#sessions.get(key);
    if (session === undefined) return null;
    if (now - session.used > sessionLimits.idle || now - session.begun > sessionLimits.whole) {
      this.#sessions.delete(key);
      return null;
    }
    this.#sessions.set(key, { ...session, used: now });
    return session;
  }

  end(secret: string): void {
    this.#sessions.delete(keyOf(secret));
  }
}

function keyOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
