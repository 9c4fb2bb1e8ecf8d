import type { Duplex } from 'node:stream';
import type { FailureClass } from '../../model/failure.ts';
import type { Outcome, TunnelOutcome } from '../proxy/upstream.ts';
import type { SiteReply, SiteRequest } from '../town.ts';

/** A kind of broken or hostile site. */
export interface Behaviour {
  /** In kebab case; part of the host name. */
  readonly name: string;
  /**
   * Expected result of the home page's capture: a failure class, or `read` if a careful visitor
   * reads it unharmed.
   */
  readonly yields: FailureClass | 'read';
  /** True if the home page is too large and read only in part, so that it proves nothing absent. */
  readonly partly?: true;
  /** Scheme of the home page; http by default. */
  readonly scheme?: 'https';
  /** Result of a tunnel to the site; a valid certificate by default. */
  readonly connect?: TunnelOutcome;
  readonly answer: (request: SiteRequest) => Outcome;
}

const html = { 'content-type': 'text/html; charset=utf-8' };

export function reply(
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = html,
  status = 200,
): Outcome & { readonly reply: SiteReply } {
  return { kind: 'reply', reply: { status, headers, body } };
}

/** A plain page with content. */
export function page(content: string, head = ''): Outcome {
  return reply(
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>某市人民政府</title>${head}</head><body>${content}</body></html>`,
  );
}

/** Raw bytes on the wire; the connection is closed afterwards. */
export function raw(bytes: string | Buffer): Outcome {
  return { kind: 'raw', play: (socket) => void socket.end(bytes) };
}

/** Sends first bytes, then more at an interval for as long as the client listens. */
export function trickle(first: string, next: (turn: number) => string | Buffer, milliseconds: number): Outcome {
  return {
    kind: 'raw',
    play: (socket: Duplex) => {
      socket.write(first);
      let turn = 0;
      const timer = setInterval(() => {
        if (socket.writableNeedDrain) return;
        socket.write(next(turn));
        turn += 1;
      }, milliseconds);
      socket.on('close', () => clearInterval(timer));
    },
  };
}

/** Answers robots.txt with 404 and everything else with `answer`. */
export function everywhere(answer: (request: SiteRequest) => Outcome): (request: SiteRequest) => Outcome {
  return (request) => (request.url.pathname === '/robots.txt' ? reply('', {}, 404) : answer(request));
}
