/** What a page asked for while it was rendered, and what it got. */
export interface RequestedData {
  /** Without what only tells the moment of the request. */
  readonly url: string;
  readonly finalUrl: string;
  readonly method: 'GET' | 'POST';
  /** What was posted; null for a GET. */
  readonly sent: string | null;
  /** `content-type` of what was posted. */
  readonly sentType: string | null;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
