import type { Probe } from '../../../probes/contract.ts';
import { inspectionLabel, isInspection } from '../../../reading/inspection.ts';
import { seenBy, type VisitView } from '../../../reading/seen.ts';
import { type Target, target } from './target.ts';
import type { Visit } from './visit.ts';

/** After every question, since an inspection is the dearest request and nothing depends on it. */
const inspectionPriority = 1;

/**
 * The page that a probe wants inspected in a browser, one per visit. Empty without a browser, since
 * a capture that failed for that would say nothing about the site.
 */
export function inspections(
  { probes, hasBrowser }: { readonly probes: readonly Probe[]; readonly hasBrowser: boolean },
  seen: () => VisitView,
  visit: Visit,
): Target[] {
  const inspecting = hasBrowser ? probes.filter((probe) => probe.inspects !== undefined) : [];
  if (inspecting.length === 0 || visit.captures.some(isInspection)) return [];
  const view = seen();
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
}
