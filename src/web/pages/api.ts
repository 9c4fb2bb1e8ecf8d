import { jsonResponse, routeOf } from '../api/endpoint.ts';
import { endpoints } from '../api/endpoints.ts';
import { openApiDocument } from '../api/openapi.ts';
import type { Exchange } from '../exchange.ts';
import { html, type Piece } from '../markup.ts';
import { apiTexts } from '../messages/api.ts';
import { table } from '../parts/table.ts';
import { get, type Page } from '../route.ts';

function showApi(exchange: Exchange): Page {
  const texts = exchange.texts(apiTexts);
  const rows = endpoints.map(({ path, summary }): Piece[] => [
    path.includes('{') ? html`<code>${path}</code>` : html`<a href="${path}"><code>${path}</code></a>`,
    summary,
  ]);
  return {
    title: texts.title,
    body: html`<p class="lead">${texts.lead}</p>
${table([{ title: texts.columns.path }, { title: texts.columns.what, isText: true }], rows, { caption: texts.caption })}
<p><a href="/api/v1/openapi.json">${texts.document}</a></p>
<p>${texts.paging}</p><p class="soft">${texts.login}</p>`,
  };
}

const document = openApiDocument(endpoints);

export const apiPages = [
  get('/api', 'reader', 'api', showApi),
  get('/api/v1/openapi.json', 'reader', null, (exchange) => jsonResponse(exchange, document)),
  ...endpoints.map(routeOf),
];
