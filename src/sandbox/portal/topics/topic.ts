/** An everyday topic that people ask their town about. */
export interface Topic {
  readonly id: string;
  /** Names; the first is the official one. */
  readonly words: readonly string[];
  /** Name of the service item. */
  readonly service: string;
  /** Bureau, without the town's name. */
  readonly bureau: string;
  /** An everyday question about it. */
  readonly question: string;
  /** Title of the policy, without the town's name. */
  readonly policy: string;
  /** Who may apply. */
  readonly condition: string;
  readonly materials: readonly string[];
  readonly steps: string;
  /** Promised working days; 0: at once. */
  readonly days: number;
  readonly fee: string;
  /** Further fact; `{n}` becomes a number between the bounds, different by town. */
  readonly fact: string;
  readonly bounds: readonly [number, number];
}

/** Parses the compact form of the topic lists: fields separated by `;`. */
export function topicOf(line: string): Topic {
  const parts = line.split(';').map((part) => part.trim());
  const at = (index: number): string => parts[index] ?? '';
  const bounds = at(12).split('-').map(Number);
  return {
    id: at(0),
    words: at(1).split(','),
    service: at(2),
    bureau: at(3),
    question: at(4),
    policy: at(5),
    condition: at(6),
    materials: at(7).split(','),
    steps: at(8),
    days: Number(at(9)),
    fee: at(10),
    fact: at(11),
    bounds: [bounds[0] ?? 1, bounds[1] ?? 1],
  };
}
