import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret that nobody can guess: 256 bits, as text that fits into a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Tokens of forms, each bound to the cookie of one browser, so that no other site can make one. */
export class FormTokens {
  readonly #key = randomBytes(32);

  tokenFor(browser: string): string {
    return createHmac('sha256', this.#key).update(browser).digest('base64url');
  }

  isValid(token: string, browser: string): boolean {
    const [given, expected] = [Buffer.from(token), Buffer.from(this.tokenFor(browser))];
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
