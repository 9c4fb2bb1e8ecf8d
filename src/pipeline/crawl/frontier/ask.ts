import type { Ask, Probe } from '../../../probes/contract.ts';
import { seenBy, type VisitView } from '../../../reading/seen.ts';
import { type Target, target } from './target.ts';

const askPriority = 100;

/** What the probes want asked, given everything seen so far, earlier answers included. */
export function ask({ probes }: { readonly probes: readonly Probe[] }, seen: () => VisitView): Target[] {
  const view = seen();
  return probes
    .filter((probe) => probe.asks !== undefined)
    .flatMap((probe) => (probe.asks?.(seenBy(probe, view)) ?? []).map((wish) => targetOf(probe, wish)));
}

function targetOf(probe: Probe, wish: Ask): Target {
  const common = {
    url: wish.url,
    site: probe.sites[0] ?? 'portal',
    role: 'answer',
    depth: 1,
    priority: askPriority,
    anywhere: true,
  } as const;
  if (wish.how === 'browser') {
    const { script, hints, questions } = wish;
    return target({ ...common, via: 'browser', interaction: { script, hints, questions, probe: probe.id } });
  }
  return target({
    ...common,
    method: wish.method === 'post' ? 'POST' : 'GET',
    body: wish.body,
    headers: wish.headers,
    question: { ...wish.question, probe: probe.id },
  });
}
