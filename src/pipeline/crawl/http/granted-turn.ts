import { type Turn, TurnOver } from './pacing.ts';

export interface GrantedTurnOptions {
  /** Whether the request may still be sent. */
  readonly isValid: () => boolean;
  readonly lost: AbortSignal;
  readonly once: boolean;
  /** The request is being sent. */
  readonly onUse: () => void;
  /** The request was answered. */
  readonly onAnswer: () => void;
  /** The exchange is over, sent or not; called once. */
  readonly onEnd: (used: boolean) => void;
}

/** A turn that was given among several workers: good for one request, until it ends or is lost. */
export class GrantedTurn implements Turn {
  readonly lost: AbortSignal;
  readonly once: boolean;
  readonly #options: GrantedTurnOptions;
  #state: 'unused' | 'used' | 'answered' | 'ended' = 'unused';

  constructor(options: GrantedTurnOptions) {
    this.#options = options;
    this.lost = options.lost;
    this.once = options.once;
  }

  use(): void {
    if (this.#state !== 'unused' || this.lost.aborted || !this.#options.isValid())
      throw new TurnOver('the turn at the host is over');
    this.#state = 'used';
    this.#options.onUse();
  }

  answered(): void {
    if (this.#state !== 'used') return;
    this.#state = 'answered';
    this.#options.onAnswer();
  }

  end(): void {
    if (this.#state === 'ended') return;
    const used = this.#state !== 'unused';
    this.#state = 'ended';
    this.#options.onEnd(used);
  }
}
