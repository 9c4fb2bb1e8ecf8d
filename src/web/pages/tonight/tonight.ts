import { streamSSE } from 'hono/streaming';
import type { RunFigures } from '../../../application/console/nights.ts';
import type { Exchange } from '../../exchange.ts';
import { html } from '../../markup.ts';
import { tonightTexts } from '../../messages/tonight.ts';
import { get, type Page } from '../../route.ts';
import { earlierNights } from './nights.ts';
import { progress } from './progress.ts';

/** Nights that the small multiples show. */
const nightsShown = 30;
/** Pause (ms) between two looks at a run that is under way. */
const pause = 2000;
/** A stream ends after so long (ms); the browser opens it again. */
const longestStream = 10 * 60_000;

interface Night {
  /** The run under way, of a part of the country too; else the newest crawl, or part where there is none. */
  readonly newest: RunFigures | null;
  readonly canaries: RunFigures | null;
  /** Crawls, newest first. */
  readonly nights: readonly RunFigures[];
}

/** @param followed id of a run that is shown to its end; undefined: the one under way, or the newest crawl */
async function nightOf({ console }: Exchange, followed?: string): Promise<Night> {
  const { desk } = console;
  const of = (kind: 'crawl' | 'probe' | 'canary', most: number) => desk.ask('nights', { kinds: [kind], most });
  const nights = await of('crawl', nightsShown);
  const [part] = await of('probe', 1);
  const usual = (part?.isUnderWay && !nights[0]?.isUnderWay ? part : nights[0]) ?? part ?? null;
  const newest = followed === undefined ? usual : await desk.ask('night', { id: followed });
  if (newest === null) return { newest, canaries: null, nights };
  const [beside] = await of('canary', 1);
  const canaries = beside?.run.id.startsWith(newest.run.id) ? beside : null;
  return { newest, canaries, nights };
}

async function showTonight(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(tonightTexts);
  const { newest, canaries, nights } = await nightOf(exchange);
  if (newest === null) return { title: texts.title, body: html`<p class="nothing">${texts.none}</p>` };
  const { isUnderWay, run } = newest;
  const stream = isUnderWay ? html` data-stream="/tonight/stream"` : null;
  return {
    title: texts.title,
    body: html`<p class="lead">${isUnderWay ? texts.running(run.id) : texts.last(run.id)}</p>
<p class="soft">${isUnderWay ? texts.live : texts.quiet} <a href="/logs?run=${run.id}">${texts.log}</a></p>
<div${stream}><div id="progress">${await progress(exchange, newest, canaries)}</div></div>
${earlierNights(exchange, nights)}`,
  };
}

/** The progress of the run under way, drawn anew whenever it has changed. */
function streamTonight(exchange: Exchange): Response {
  return streamSSE(exchange.http, async (stream) => {
    const until = Date.now() + longestStream;
    let sent = '';
    let followed: string | undefined;
    while (!stream.aborted && Date.now() < until) {
      const { newest, canaries } = await nightOf(exchange, followed);
      followed = newest?.run.id;
      const markup = newest === null ? '' : String(await progress(exchange, newest, canaries));
      if (markup !== sent)
        await stream.writeSSE({ event: 'replace', data: JSON.stringify({ id: 'progress', html: markup }) });
      sent = markup;
      if (newest === null || !newest.isUnderWay) {
        await stream.writeSSE({ event: 'end', data: '' });
        return;
      }
      await stream.sleep(pause);
    }
  });
}

export const tonightPages = [
  get('/', 'reader', 'tonight', showTonight),
  get('/tonight/stream', 'reader', null, streamTonight),
];
