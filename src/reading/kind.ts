/** What a page is by its content, whatever link led to it. Values are ids of `kinds` in the pack or one of the kinds that code asks for by name. */
export interface KindSign {
  readonly kind: string;
  /** 0..1: how sure structure and words together make it. */
  readonly confidence: number;
  /** The words and structures it rests on, for people. */
  readonly words: readonly string[];
}
