import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import type { Probe } from '../../../probes/contract.ts';
import { makeView, seenBy } from '../../../reading/seen.ts';
import { type Target, target } from './target.ts';
import type { Visit } from './visit.ts';

const askPriority = 100;

/**
 * Makes the function that is called when a visit has nothing left to fetch: every probe that asks says what it wants asked, given all that
 * was seen so far, answers included. A visit ends when no probe asks anything new.
 */
export function makeAsk(options: {
  probes: readonly Probe[];
  knowledge: CompiledKnowledge;
}): (visit: Visit) => readonly Target[] {
  const asking = options.probes.filter((probe) => probe.asks !== undefined);
  return (visit) => {
    const targets: Target[] = [];
    const { government, entries } = visit;
    const view = makeView({ government, knowledge: options.knowledge, entries, unread: visit.unread() });
    for (const probe of asking) {
      const seen = seenBy(probe, view);
      for (const ask of probe.asks?.(seen) ?? []) {
        if (ask.how === 'browser') {
          const { script, hints, questions } = ask;
          targets.push(
            target({
              url: ask.url,
              site: probe.sites[0] ?? 'portal',
              role: 'answer',
              via: 'browser',
              depth: 1,
              priority: askPriority,
              interaction: { script, hints, questions, probe: probe.id },
              anywhere: true,
            }),
          );
          continue;
        }
        targets.push(
          target({
            url: ask.url,
            site: probe.sites[0] ?? 'portal',
            role: 'answer',
            method: ask.method === 'post' ? 'POST' : 'GET',
            body: ask.body,
            headers: ask.headers,
            depth: 1,
            priority: askPriority,
            question: { ...ask.question, probe: probe.id },
            anywhere: true,
          }),
        );
      }
    }
    return targets;
  };
}
