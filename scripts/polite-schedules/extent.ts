/** How large a schedule with real processes is. */
export interface Extent {
  /** Names, separated by commas; most of them share the platform of a province. */
  readonly governments: string;
  readonly workers: number;
  /** Pause that the simulated country asks for, in milliseconds. */
  readonly pause: number;
  /** How long (ms) a worker is frozen; its visits are others' by then. */
  readonly frozen: number;
  /** Time (ms) of the first fault after the first requests, and between two. */
  readonly between: { readonly first: number; readonly least: number; readonly most: number };
  /** Faults at most. A kill, a freeze and a restart of the database come first, in any order. */
  readonly faults: number;
}

export const whole: Extent = {
  governments: '杭州,宁波,温州,成都',
  workers: 4,
  pause: 300,
  frozen: 40_000,
  between: { first: 8_000, least: 6_000, most: 18_000 },
  faults: 6,
};

/** What fits into the budget of continuous integration. */
export const short: Extent = {
  governments: '杭州,宁波',
  workers: 2,
  pause: 300,
  frozen: 30_000,
  between: { first: 2_000, least: 2_000, most: 6_000 },
  faults: 3,
};
