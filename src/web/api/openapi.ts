import { z as extended, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { toolVersion } from '../../version.ts';
import type { Endpoint } from './endpoint.ts';

/** A status that is answered with an error in words. */
const failures = { 400: 'A parameter is wrong.', 401: 'Nobody is logged in.', 404: 'There is no such thing.' } as const;

/** The OpenAPI 3.1 document, made of the schemas that check queries and answers. */
export function openApiDocument(endpoints: readonly Endpoint[]): unknown {
  const app = new OpenAPIHono();
  const error = { content: { 'application/json': { schema: extended.object({ error: extended.string() }) } } };
  for (const { path, summary, query, answer } of endpoints) {
    const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '');
    const params = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
    app.openAPIRegistry.registerPath({
      method: 'get',
      path,
      summary,
      request: { query, ...(names.length === 0 ? {} : { params }) },
      responses: {
        200: { description: summary, content: { 'application/json': { schema: answer } } },
        304: { description: 'Nothing changed since the ETag of If-None-Match.' },
        ...Object.fromEntries(
          Object.entries(failures).map(([status, description]) => [status, { description, ...error }]),
        ),
      },
    });
  }
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'govprobe', version: toolVersion, description: 'Read-only interface of the console.' },
  });
}
