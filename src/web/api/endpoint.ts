import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Exchange } from '../exchange.ts';
import { get, type Route } from '../route.ts';

/** One address of the interface for programs. Its schemas check it, and describe it in OpenAPI. */
export interface Endpoint {
  /** In the manner of OpenAPI: `/api/v1/governments/{code}`. */
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodObject;
  readonly answer: z.ZodType;
  readonly read: (exchange: Exchange) => Promise<unknown>;
}

/** An address with its schemas; what `read` gives is cut to the schema of the answer. */
export function endpoint<Query extends z.ZodObject, Answer extends z.ZodType>(of: {
  readonly path: string;
  readonly summary: string;
  readonly query: Query;
  readonly answer: Answer;
  readonly read: (exchange: Exchange, query: z.output<Query>) => Promise<z.input<Answer>>;
}): Endpoint {
  return { ...of, read: (exchange) => of.read(exchange, exchange.query(of.query)) };
}

/** The route of an address. */
export function routeOf({ path, answer, read }: Endpoint): Route {
  return get(path.replace(/\{(\w+)\}/gu, ':$1'), 'reader', null, async (exchange) =>
    jsonResponse(exchange, answer.parse(await read(exchange))),
  );
}

/** A JSON document with its ETag; 304 where the caller has it already. */
export function jsonResponse(exchange: Exchange, content: unknown): Response {
  const body = JSON.stringify(content);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = { 'content-type': 'application/json; charset=utf-8', etag, 'cache-control': 'private, no-cache' };
  const known = exchange.http.req.header('if-none-match')?.split(',') ?? [];
  const isKnown = known.some((one) => one.trim().replace(/^W\//u, '') === etag);
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
