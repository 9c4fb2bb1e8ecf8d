import type { Capture } from '../../../model/capture.ts';
import type { OpenVisits, RequestQueue, VisitHandler } from '../frontier/frontiers.ts';
import type { PlannedRequest } from '../frontier/planned-request.ts';
import type { Clock } from '../outcome/clock.ts';
import type { Handled, MainCalls, SentRequest } from './calls.ts';

/** A visit of this thread whose requests wait in the main thread. */
interface OpenFrontier {
  readonly id: number;
  readonly queue: RequestQueue<PlannedRequest>;
  /** Takes all that waits in the queue, and registers how each is carried out. */
  readonly send: () => SentRequest[];
  /** Captures made since the last answer to the main thread. */
  readonly captures: Capture[];
  readonly closed: () => void;
}

interface Errand {
  readonly frontier: OpenFrontier;
  readonly request: PlannedRequest;
  readonly handle: () => Promise<void>;
  readonly failed: (error: unknown) => Promise<void>;
}

/** Sends the requests of this thread's visits to the main thread, and carries out what comes back. */
export class SentFrontiers {
  readonly #main: Pick<MainCalls, 'open' | 'close'>;
  readonly #clock: Clock;
  readonly #open = new Set<OpenFrontier>();
  readonly #errands = new Map<number, Errand>();
  readonly #numbers = new WeakMap<PlannedRequest, number>();
  #number = 0;

  constructor(main: Pick<MainCalls, 'open' | 'close'>, clock: Clock) {
    this.#main = main;
    this.#clock = clock;
  }

  /**
   * The frontiers of one visit.
   * @param captures where its captures are put until the main thread is answered
   */
  of(visit: number, captures: Capture[]): OpenVisits {
    return {
      open: (queue, handler) => this.#openOne(visit, queue, handler, captures),
      close: (queue) => this.#close(queue),
    };
  }

  /** The number under which the main thread knows a request. */
  numberOf(request: PlannedRequest): number {
    const number = this.#numbers.get(request);
    if (number === undefined) throw new Error('a request that was not sent');
    return number;
  }

  /** Carries out a request whose turn has come. */
  handle(number: number): Promise<Handled> {
    return this.#carryOut(number, ({ handle, failed }) => handle().catch(failed));
  }

  failed(number: number, error: Error): Promise<Handled> {
    return this.#carryOut(number, ({ failed }) => failed(error));
  }

  /** Closes every visit. */
  closeAll(): void {
    for (const { closed } of this.#open) closed();
    this.#open.clear();
  }

  #openOne<R extends PlannedRequest>(
    visit: number,
    queue: RequestQueue<R>,
    handler: VisitHandler<R>,
    captures: Capture[],
  ): Promise<void> {
    if (queue.done) return Promise.resolve();
    return new Promise((closed) => {
      const frontier: OpenFrontier = {
        id: ++this.#number,
        queue,
        captures,
        closed,
        send: () => {
          const sent: SentRequest[] = [];
          // The main thread waits for hosts and for the time of a second try.
          for (
            let request = queue.next(Infinity, () => true);
            request !== null;
            request = queue.next(Infinity, () => true)
          )
            sent.push(this.#send(frontier, request, handler));
          return sent;
        },
      };
      this.#open.add(frontier);
      const requests = frontier.send();
      const first = this.#errands.get(requests[0]?.id ?? 0)?.request.visit;
      if (first === undefined) throw new Error('a visit that is not done has no request');
      const now = this.#clock.steady();
      const deadline = now + first.timeLeft(now);
      this.#main.open({ id: frontier.id, visit, government: first.government, deadline, requests });
    });
  }

  #send<R extends PlannedRequest>(frontier: OpenFrontier, request: R, handler: VisitHandler<R>): SentRequest {
    const id = ++this.#number;
    this.#numbers.set(request, id);
    const handle = () => handler.handle(request);
    this.#errands.set(id, { frontier, request, handle, failed: (error) => handler.failed(request, error) });
    const { target, notBefore } = request;
    return { id, target, notBefore };
  }

  async #carryOut(number: number, run: (errand: Errand) => Promise<void>): Promise<Handled> {
    const errand = this.#errands.get(number);
    if (errand === undefined) throw new Error('a request that was not sent');
    await run(errand);
    this.#errands.delete(number);
    const { frontier } = errand;
    return { captures: frontier.captures.splice(0), requests: frontier.send() };
  }

  #close(queue: RequestQueue<PlannedRequest>): void {
    for (const frontier of this.#open) {
      if (frontier.queue !== queue) continue;
      this.#open.delete(frontier);
      this.#main.close(frontier.id);
      frontier.closed();
    }
  }
}
