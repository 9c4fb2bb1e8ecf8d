import { DecoratorHandler, type Dispatcher } from 'undici';
import { ownTurn, type Turn } from './pacing.ts';

/**
 * A dispatcher whose next request uses a turn at the moment when it is written to an open
 * connection; where the turn is over by then, the request fails with `TurnOver` and is not sent.
 */
export function inTurn(dispatcher: Dispatcher, turn: Turn): Pick<Dispatcher, 'request'> {
  if (turn === ownTurn) return dispatcher;
  return dispatcher.compose((dispatch) => (options, handler) => dispatch(options, new TurnHandler(handler, turn)));
}

class TurnHandler extends DecoratorHandler implements Dispatcher.DispatchHandler {
  readonly #handler: Dispatcher.DispatchHandler;
  readonly #turn: Turn;

  constructor(handler: Dispatcher.DispatchHandler, turn: Turn) {
    super(handler);
    this.#handler = handler;
    this.#turn = turn;
  }

  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.#turn.use();
    this.#handler.onRequestStart?.(controller, context);
  }
}
