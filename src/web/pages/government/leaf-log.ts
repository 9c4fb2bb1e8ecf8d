import type { JudgementLines } from '../../../application/console/judgement-lines.ts';
import { logPlace } from '../../../application/console/run-lines.ts';
import { newestVisitRun } from '../../../application/console/visit-run.ts';
import type { LeafExplanation } from '../../../application/explain.ts';
import { UsageError } from '../../../model/usage-error.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html } from '../../markup.ts';
import { governmentTexts } from '../../messages/government.ts';
import { logLine } from '../../parts/log-lines.ts';

/** Lines that are shown of one finding. */
const shown = 12;

/** What the log says of the finding: how it was judged. */
export async function leafLog(exchange: Exchange, code: string, { row, evidence }: LeafExplanation): Promise<Html> {
  const texts = exchange.texts(governmentTexts);
  const run = evidence?.chain.find((link) => link.run !== null)?.run ?? (await runOf(exchange, code));
  const probe = row.finding?.probe ?? '';
  if (run === null) return html``;
  const lines = await linesOf(exchange, run, { government: code, probe });
  const link = `/logs?${new URLSearchParams({ run, government: code })}`;
  return html`<section><h2>${texts.logLines}</h2>
${lines.length === 0 ? html`<p class="nothing">${texts.noLog}</p>` : html`<ol class="loglines">${lines.map((line) => logLine(exchange, line))}</ol>`}
<p><a href="${link}">${texts.log}</a></p></section>`;
}

function runOf({ console }: Exchange, code: string): Promise<string | null> {
  return console.data.read((store) => newestVisitRun(store, code));
}

async function linesOf(
  { console }: Exchange,
  run: string,
  of: { government: string; probe: string },
): Promise<Awaited<ReturnType<JudgementLines['of']>>> {
  try {
    return await console.judgementLines.of(await logPlace(console.data), run, of, shown);
  } catch (error) {
    // The logs of old runs are deleted by age, and editions outlive them.
    if (error instanceof UsageError) return [];
    throw error;
  }
}
