import type { Finding } from '../../model/finding.ts';

/** Keys under which probes name the product that they looked at. */
const productKeys = ['vendor', 'tool'] as const;

/**
 * Names what the error of a finding would be shared with: the probe together with the product that
 * the finding names, else with the host that its evidence stands on (a provincial platform serves
 * many cities from one), else with the government alone. One wrong rule for a product is wrong in
 * every city that uses it.
 */
export function errorSourceOf({ government, probe, value, evidence }: Finding): string {
  for (const key of productKeys) {
    const held = value?.[key];
    if (typeof held === 'string' && held !== '') return `${probe} ${key} ${held}`;
  }
  const host = hostOf(evidence[0]?.url);
  return host === null ? `${probe} government ${government}` : `${probe} host ${host}`;
}

function hostOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return hostname === '' ? null : hostname;
}
