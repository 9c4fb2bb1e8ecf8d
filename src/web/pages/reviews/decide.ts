import { z } from 'zod';
import { type GivenFile, keepAttachment } from '../../../application/reviewing/attachments.ts';
import { answers, type Decision } from '../../../application/reviewing/decide.ts';
import { undoLast } from '../../../application/reviewing/undo.ts';
import { findingStates, presenceLevels } from '../../../model/finding.ts';
import { UsageError } from '../../../model/usage-error.ts';
import type { Exchange } from '../../exchange.ts';
import { type Page, seeOther } from '../../route.ts';
import { entryPath } from './parts.ts';
import { previewOf } from './preview.ts';

/** What one of the buttons means: `accept`, `unknown`, `overrule`, or `is:present:working`. */
const quickSchema = z
  .string()
  .regex(/^(?:accept|unknown|overrule|is:[a-z-]+(?::[a-z]+)?)$/u)
  .transform((text) => {
    const [first, state, level] = text.split(':');
    const answer = answers.find((one) => one === first) ?? 'overrule';
    const isLevel = presenceLevels.some((one) => one === level);
    return { answer, isQuick: first === 'is', state, value: isLevel ? `level=${level}` : '' };
  });

const fields = z.object({
  entry: z.string().max(500),
  quick: quickSchema,
  state: z.enum(findingStates).optional(),
  value: z.string().max(2000).default(''),
  why: z.string().max(2000),
  /** Hash and name of an attachment that the preview has kept. */
  kept: z
    .string()
    .regex(/^[0-9a-f]{64} .{1,120}$/u)
    .optional(),
});

/** What a reviewer sent, without the attachment. */
function decisionOf(exchange: Exchange): Omit<Decision, 'attachment'> & { readonly kept: string | undefined } {
  const { entry, quick, state, value, why, kept } = exchange.fields(fields);
  const chosen = quick.isQuick ? z.enum(findingStates).parse(quick.state) : (state ?? null);
  return {
    ...{ entry, why, kept, answer: quick.answer },
    members: texts(exchange, 'member'),
    state: quick.answer === 'overrule' ? chosen : null,
    value: quick.isQuick ? quick.value : value,
    who: exchange.person.name ?? '',
    seen: new Map(texts(exchange, 'seen').map(seenOf)),
    adjudicates: texts(exchange, 'adjudicates').map(Number).filter(Number.isInteger),
  };
}

function seenOf(text: string): readonly [string, number | null] {
  const at = text.lastIndexOf('=');
  const id = text.slice(at + 1);
  return [text.slice(0, at), id === '' ? null : Number(id)];
}

function texts(exchange: Exchange, name: string): string[] {
  return (exchange.form.get(name) ?? []).filter((one) => typeof one === 'string' && one !== '').map(String);
}

async function sentFile(exchange: Exchange): Promise<GivenFile | null> {
  const file = exchange.form.get('attachment')?.find((one) => typeof one !== 'string');
  if (file === undefined || typeof file === 'string' || file.size === 0) return null;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Shows what a decision would change; the attachment is kept, nothing else is. */
export async function preview(exchange: Exchange): Promise<Page> {
  const { data, desk, now } = exchange.console;
  const { kept: _, ...decision } = decisionOf(exchange);
  if (decision.members.length === 0) throw new UsageError('no finding is ticked; expected at least one');
  const file = await sentFile(exchange);
  const attachment = file === null ? null : await data.write((store) => keepAttachment(store, file));
  const outcome = await desk.ask('decide', {
    ...{ decision: { ...decision, attachment: file }, dryRun: true, now: new Date(now()), kept: null },
  });
  return previewOf(exchange, outcome, attachment);
}

/** Stores a decision and goes on with the next entry. */
export async function confirm(exchange: Exchange): Promise<Response> {
  const { desk, now } = exchange.console;
  const { kept, ...decision } = decisionOf(exchange);
  const isAdjudication = decision.adjudicates.length > 0;
  const next = isAdjudication ? null : await desk.ask('nextEntry', decision.entry);
  const outcome = await desk.ask('decide', {
    ...{ decision: { ...decision, attachment: null }, dryRun: false, now: new Date(now()) },
    kept: kept === undefined ? null : { sha256: kept.slice(0, 64), name: kept.slice(65) },
  });
  const done = `saved:${outcome.reviews.length}`;
  if (isAdjudication) return seeOther(`/readings?done=${done}`);
  return seeOther(next === null ? `/reviews?done=${done}` : entryPath(next, done));
}

/** Goes on without a decision. */
export async function skip(exchange: Exchange): Promise<Response> {
  const { desk, now } = exchange.console;
  const { entry } = exchange.fields(z.object({ entry: z.string().max(500) }));
  const who = exchange.person.name ?? '';
  const next = await desk.ask('nextEntry', entry);
  await desk.ask('skip', { id: entry, who, now: new Date(now()) });
  return seeOther(next === null ? '/reviews?done=skipped:1' : entryPath(next, 'skipped:1'));
}

/** Takes back what this person decided last. */
export async function undo(exchange: Exchange): Promise<Response> {
  const { data, now } = exchange.console;
  const who = exchange.person.name ?? '';
  const entries = await data.write((store) => undoLast(store, who, 'undo', new Date(now())));
  return seeOther(`/reviews?done=undone:${entries.length}`);
}
