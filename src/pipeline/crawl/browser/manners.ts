/** The manners of a guest, which the browser shares with fetching over HTTP. */
export interface Manners {
  /** Whether robots.txt of the address's host lets us ask for it. Never rejects. */
  allows(url: URL): Promise<boolean>;
  /** Resolves when another document may be asked of a host. */
  turn(host: string): Promise<void>;
  /**
   * A connection to a host as soon as one is free; call what it resolves with to give it back.
   * @param giveUp called while others wait; closes the connection where it carries nothing just
   *   then
   * @param lost called when the connection must be closed at once
   */
  connect(host: string, giveUp: (() => void) | null, lost?: () => void): Promise<() => void>;
  /**
   * Whether others may ask the same hosts, so that what a page wanted to send while this process
   * was frozen must not be sent any more.
   */
  readonly shared?: boolean;
}

/** For a browser alone on a network of its own: nothing forbidden, no pauses, no limit. */
export const unbound: Manners = {
  allows: async () => true,
  turn: async () => undefined,
  connect: async () => () => undefined,
};
