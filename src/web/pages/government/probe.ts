import { type ProbeJob, runOfJob } from '../../../application/console/probe-job.ts';
import { logPlace, runLines } from '../../../application/console/run-lines.ts';
import type { Government } from '../../../model/government.ts';
import { UsageError } from '../../../model/usage-error.ts';
import { excerpt } from '../../../report/text.ts';
import { NotFound } from '../../errors.ts';
import type { Exchange } from '../../exchange.ts';
import { actionForm } from '../../forms.ts';
import { type Html, html, type Piece } from '../../markup.ts';
import { governmentTexts } from '../../messages/government.ts';
import { logLine } from '../../parts/log-lines.ts';
import { snapshotOf } from '../../parts/state-choice.ts';
import { table } from '../../parts/table.ts';
import { dash, stateWord } from '../../parts/words.ts';
import { permits } from '../../roles.ts';
import { type Page, seeOther } from '../../route.ts';
import { governmentOf } from './government-of.ts';

/** Lines of the log that the page of a visit shows. */
const shown = 60;

/** The form that starts a visit; only the explanation where this is not possible. */
export function probeForm(exchange: Exchange, { code }: Government): Html {
  const texts = exchange.texts(governmentTexts);
  const { probes } = exchange.console;
  if (!permits('admin', exchange.person.role)) return html``;
  const content = probes.isOpen
    ? html`<p>${texts.probeNote}</p>${actionForm(exchange, `/governments/${code}/probe`, html`<button>${texts.probeButton}</button>`)}`
    : html`<p class="nothing">${texts.probeClosed}</p>`;
  return html`<section><h2>${texts.probe}</h2>${content}</section>`;
}

/** Starts a visit and shows its page. */
export async function startProbe(exchange: Exchange): Promise<Response> {
  const { probes, now } = exchange.console;
  const { code } = governmentOf(await snapshotOf(exchange, {}), exchange.part('code'));
  const job = probes.start(code, new Date(now()));
  return seeOther(`/probes/${job.id}`);
}

/** A visit that was started on a page: its log while it goes on, and what it changed. */
export async function showProbe(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(governmentTexts);
  const { probes, data } = exchange.console;
  const job = probes.find(exchange.part('job'));
  if (job === null) throw new NotFound('job');
  const { name, code } = governmentOf(await snapshotOf(exchange, {}), job.government);
  const run = await data.read((store) => runOfJob(store, job));
  return {
    title: texts.probing(name),
    ...(job.ended === null ? { refresh: 3 } : {}),
    body: html`<p><a href="/governments/${code}">${texts.back(name)}</a></p>
${endOf(exchange, job)}
<h2>${texts.logLines}</h2>
${run === null ? html`<p class="nothing">${texts.noLog}</p>` : await logOf(exchange, run, code)}`,
  };
}

function endOf(exchange: Exchange, { ended }: ProbeJob): Html {
  const texts = exchange.texts(governmentTexts);
  if (ended === null) return html`<p class="notice" role="status">${texts.probeRuns}</p>`;
  if (ended.result === null)
    return html`<p class="trouble" role="status">${texts.probeFailed(excerpt(ended.failure ?? '', 400))}</p>`;
  const changed = ended.result.changes.filter(({ before, after }) => before?.state !== after.state);
  const rows = changed.map(({ before, after }): Piece[] => [
    html`<code>${after.probe}</code>`,
    before === null ? dash : stateWord(exchange, before.state),
    stateWord(exchange, after.state),
  ]);
  const list =
    rows.length === 0
      ? html`<p>${texts.probeSame}</p>`
      : table([{ title: texts.columns.finding }, { title: '←' }, { title: '→' }], rows, {
          caption: texts.probeChanges,
        });
  return html`<p class="notice" role="status">${texts.probeDone}</p>${list}`;
}

async function logOf(exchange: Exchange, run: string, government: string): Promise<Html> {
  try {
    const { lines } = await runLines(
      await logPlace(exchange.console.data),
      run,
      { government, level: 'info' },
      { most: shown },
    );
    return html`<ol class="loglines">${lines.map((line) => logLine(exchange, line))}</ol>`;
  } catch (error) {
    // The file appears with the first line.
    if (error instanceof UsageError) return html``;
    throw error;
  }
}
