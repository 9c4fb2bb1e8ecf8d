/** A reply that one process received and others may take; its body lies here or in the evidence. */
export interface PostedReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body, lower-case hex. */
  readonly hash: string;
  /** A body that is so small that it stands here; null: the evidence has it. */
  readonly body: Buffer | null;
  /** The visit whose request brought it, and when (ISO 8601 UTC). */
  readonly from: { readonly government: string; readonly time: string };
}

/**
 * `ours`: nobody has asked yet, and the caller is the one who does. `theirs`: another process is
 * asking. `alone`: the reply is one that every visit must ask for itself.
 */
export type ReplyClaim =
  | { readonly kind: 'ours' | 'theirs' | 'alone' }
  | { readonly kind: 'known'; readonly reply: PostedReply };

/**
 * The replies to requests that visits of one pass of a run make alike, shared by all its processes.
 * Every method is one statement and rejects with the errors of the driver.
 */
export interface ReplyBoard {
  /**
   * @param key tells requests apart that are answered differently
   * @param token names the claim, if it is granted
   * @param lease milliseconds until another process may claim a request that is still unanswered
   */
  claim(key: string, token: string, lease: number): Promise<ReplyClaim>;
  /** Posts the reply to a claimed request; nothing where the claim has gone to another. */
  post(key: string, token: string, reply: PostedReply): Promise<void>;
  /** Ends a claim without a reply. @param alone whether no reply to the request is ever shared */
  giveUp(key: string, token: string, alone: boolean): Promise<void>;
}

/** The boards of all runs on one database. */
export interface ReplyBoards {
  of(run: string, pass: 1 | 2): ReplyBoard;
  /** Deletes what was posted in a run. */
  drop(run: string): Promise<void>;
}
