import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import type { Probe } from '../../../probes/contract.ts';
import { inspectionLabel, isInspection } from '../../../reading/inspection.ts';
import { makeView, seenBy } from '../../../reading/seen.ts';
import { type Target, target } from './target.ts';
import type { Visit } from './visit.ts';

/** After every question: an inspection is the dearest request of a visit, and nothing waits for it. */
const inspectionPriority = 1;

/**
 * Makes the function that is called when a visit has nothing left to fetch: the one page that a probe wants looked at in a browser. One
 * inspection per visit; none without a browser, since a capture that says so would tell nothing about the site.
 */
export function makeInspections(options: {
  probes: readonly Probe[];
  knowledge: CompiledKnowledge;
  hasBrowser: boolean;
}): (visit: Visit) => readonly Target[] {
  const inspecting = options.hasBrowser ? options.probes.filter((probe) => probe.inspects !== undefined) : [];
  return (visit) => {
    if (inspecting.length === 0 || visit.entries.some(({ capture }) => isInspection(capture))) return [];
    const { government, entries } = visit;
    const view = makeView({ government, knowledge: options.knowledge, entries, unread: visit.unread() });
    for (const probe of inspecting) {
      const order = probe.inspects?.(seenBy(probe, view)) ?? null;
      if (order === null) continue;
      return [
        target({
          url: order.url,
          site: probe.sites[0] ?? 'portal',
          role: 'data',
          via: 'browser',
          label: inspectionLabel,
          priority: inspectionPriority,
          controls: order.controls,
        }),
      ];
    }
    return [];
  };
}
