import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { logPlace, type RunLines, runLines } from '../../../application/console/run-lines.ts';
import { runIds } from '../../../application/console/run-pages.ts';
import type { logLevels } from '../../../application/visit-log.ts';
import { UsageError } from '../../../model/usage-error.ts';
import type { Exchange } from '../../exchange.ts';
import { choiceField, textField } from '../../forms.ts';
import { type Html, html } from '../../markup.ts';
import { partTexts } from '../../messages/parts.ts';
import { runTexts } from '../../messages/runs.ts';
import { logLine } from '../../parts/log-lines.ts';
import type { Page } from '../../route.ts';

/** Lines of one page, and those that a stream sends at once. */
const pageSize = 100;
const levelNames = ['debug', 'info', 'warn', 'error', 'fatal'] as const satisfies readonly (keyof typeof logLevels)[];
/** Pause (ms) between two looks at a log that is followed. */
const pause = 1500;
/** A stream ends after so long (ms); the browser opens it again. */
const longestStream = 10 * 60_000;

const text = z.string().max(200).optional();
const querySchema = z.object({
  run: text,
  government: text,
  level: z.enum(levelNames).default('info'),
  event: text,
  probe: text,
  text,
  before: z.coerce.number().int().min(0).optional(),
  follow: z.literal('1').optional(),
});
type LogQuery = z.infer<typeof querySchema>;

/** The log of a run, filtered; newest lines first. */
export async function showLogs(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(runTexts);
  const query = exchange.query(querySchema);
  const ids = await exchange.console.data.read(runIds);
  const run = query.run ?? ids[0];
  if (run === undefined) return { title: texts.logTitle, body: html`<p class="nothing">${texts.noRuns}</p>` };
  if (!ids.includes(run)) throw new UsageError(`there is no run ${run}`);
  const read = await linesOf(exchange, run, query);
  return {
    title: texts.logTitle,
    body: html`${filterForm(exchange, query, run, ids)}
${followLine(exchange, query)}
${read === null ? html`<p class="nothing">${texts.noLog}</p>` : logSection(exchange, query, read)}`,
  };
}

/** Null when the log of the run is gone. */
async function linesOf({ console }: Exchange, run: string, query: LogQuery): Promise<RunLines | null> {
  try {
    return await runLines(await logPlace(console.data), run, query, { before: query.before, most: pageSize });
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

function filterForm(exchange: Exchange, query: LogQuery, run: string, ids: readonly string[]): Html {
  const texts = exchange.texts(runTexts);
  const { filter } = texts;
  const shown = ids.slice(0, 200);
  const runs = (shown.includes(run) ? shown : [run, ...shown]).map((id) => [id, id] as const);
  return html`<form class="filters" method="get" action="/logs" data-instant>
${choiceField('run', filter.run, run, runs)}
${textField('government', filter.government, query.government ?? '', { max: 20 })}
${choiceField(
  'level',
  filter.level,
  query.level,
  levelNames.map((level) => [level, texts.levels[level]] as const),
)}
${textField('event', filter.event, query.event ?? '', { max: 60 })}
${textField('probe', filter.probe, query.probe ?? '', { max: 60 })}
${textField('text', filter.text, query.text ?? '', { max: 200, type: 'search' })}
<button class="main">${exchange.texts(partTexts).filter}</button> <a href="/logs">${exchange.texts(partTexts).clear}</a>
</form>`;
}

function followLine(exchange: Exchange, { follow }: LogQuery): Html {
  const texts = exchange.texts(runTexts);
  if (follow === undefined)
    return html`<p><a class="button" href="${exchange.withQuery({ follow: 1, before: null })}">${texts.follow}</a></p>`;
  return html`<p class="notice" role="status">${texts.following} <a href="${exchange.withQuery({ follow: null })}">${texts.stopFollowing}</a></p>`;
}

function logSection(exchange: Exchange, query: LogQuery, { lines, older, end }: RunLines): Html {
  const texts = exchange.texts(runTexts);
  const stream =
    query.follow === undefined
      ? null
      : html` data-stream="/logs/stream${exchange.url.search}${exchange.url.search === '' ? '?' : '&'}from=${end}"`;
  const list =
    lines.length === 0 ? html`<p class="nothing">${texts.noLines}</p>` : html`<p class="soft">${texts.logCaption}</p>`;
  return html`${list}<div${stream}><ol class="loglines" id="lines">${lines.map((line) => logLine(exchange, line))}</ol></div>
<nav class="pages" aria-label="${exchange.texts(partTexts).pages}">
${query.before === undefined ? null : html`<a href="${exchange.withQuery({ before: null })}">${texts.newest}</a>`}
${older === null ? null : html`<a href="${exchange.withQuery({ before: older, follow: null })}">${texts.older}</a>`}
</nav>`;
}

const streamSchema = querySchema.extend({ from: z.coerce.number().int().min(0) });

/** New lines of a log as they are written. */
export async function streamLogs(exchange: Exchange): Promise<Response> {
  const query = exchange.query(streamSchema);
  const { data } = exchange.console;
  const ids = await data.read(runIds);
  const run = query.run ?? ids[0];
  // A name that is no run could name another file.
  if (run === undefined || !ids.includes(run)) throw new UsageError(`there is no run ${run ?? ''}`);
  return streamSSE(exchange.http, async (stream) => {
    let since = query.from;
    const until = Date.now() + longestStream;
    while (!stream.aborted && Date.now() < until) {
      const read = await runLines(await logPlace(data), run, query, { since, most: pageSize });
      since = read.end;
      for (const line of [...read.lines].reverse()) {
        const markup = String(await logLine(exchange, line));
        await stream.writeSSE({ event: 'prepend', data: JSON.stringify({ id: 'lines', html: markup }) });
      }
      await stream.sleep(pause);
    }
  });
}
