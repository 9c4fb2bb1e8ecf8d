import type { ProbeAccuracy, Readings, SampledReading } from '../../../application/reviewing/readings.ts';
import type { Agreement, Coefficient } from '../../../scoring/reviewing/agreement.ts';
import type { Exchange } from '../../exchange.ts';
import type { Html } from '../../markup.ts';
import { readingTexts } from '../../messages/readings.ts';
import { share, table } from '../reviews/parts.ts';

/** The address of a finding of the sample. */
export function pathOf({ finding }: Pick<SampledReading, 'finding'>): string {
  return `/readings/${encodeURIComponent(finding.government)}/${encodeURIComponent(finding.probe)}`;
}

/** How people agree, and people with the probe. */
export function agreementTable(exchange: Exchange, { people, withMachine }: Readings): Html {
  const texts = exchange.texts(readingTexts);
  const cells = (name: string, { units, observed, ac1, alpha }: Agreement): string[] => [
    name,
    String(units),
    observed === null ? texts.none : share(observed),
    coefficient(ac1, texts.none),
    coefficient(alpha, texts.none),
  ];
  return table(texts.agreement, texts.agreementColumns, [
    cells(texts.people, people),
    cells(texts.machine, withMachine),
  ]);
}

function coefficient(own: Coefficient | null, none: string): string {
  return own === null ? none : `${own.value.toFixed(2)} (${own.low.toFixed(2)}–${own.high.toFixed(2)})`;
}

/** How often claims of each probe are right in the sample. */
export function accuracyTable(exchange: Exchange, probes: readonly ProbeAccuracy[]): Html {
  const texts = exchange.texts(readingTexts);
  return table(
    texts.accuracy,
    texts.accuracyColumns,
    probes.map(({ probe, read, right, interval }) => [
      probe ?? texts.all,
      String(read),
      String(right),
      interval === null ? texts.none : `${share(interval.low)}–${share(interval.high)}`,
    ]),
  );
}
