import { download } from '../../download.ts';
import type { Exchange } from '../../exchange.ts';
import { choiceOf, snapshotOf } from '../../parts/state-choice.ts';
import { governmentOf } from './government-of.ts';

/** The appeal pack of a government as one archive. */
export async function appealFile(exchange: Exchange): Promise<Response> {
  const { code } = governmentOf(await snapshotOf(exchange), exchange.part('code'));
  const choice = { ...choiceOf(exchange), government: code, language: exchange.language };
  const archive = await exchange.console.files.ask('appeal', choice);
  return download(archive, `appeal-${code}.zip`, 'application/zip');
}
