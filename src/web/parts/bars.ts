import type { FindingState } from '../../model/finding.ts';
import { type Html, html } from '../markup.ts';

const width = 160;
const states = ['present', 'absent', 'unknown'] as const;

/** Shares of the states beside each other; the label says them in words. */
export function stateBar(counts: Readonly<Record<FindingState, number>>, label: string): Html {
  const all = Math.max(1, counts.present + counts.absent + counts.unknown);
  let at = 0;
  const parts = states.map((state) => {
    const long = (width * counts[state]) / all;
    const part = html`<rect class="${state}" x="${at.toFixed(1)}" y="1" width="${long.toFixed(1)}" height="10"/>`;
    at += long;
    return part;
  });
  return html`<svg class="states" viewBox="0 0 ${width} 12" width="${width}" height="12" role="img" aria-label="${label}">${parts}</svg>`;
}

interface Column {
  readonly value: number;
  /** Below the column; empty for none. */
  readonly name: string;
  /** What the column says, for everybody who does not see it. */
  readonly label: string;
}

/** Columns over names, with their values above them. */
export function columnPicture(columns: readonly Column[], label: string, style = 'bar'): Html {
  const [step, tall] = [44, 120];
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const drawn = columns.map(({ value, name, label: own }, index) => {
    const high = (value / most) * tall;
    const x = index * step + 4;
    return html`<g><title>${own}</title><rect class="${style}" x="${x}" y="${(tall - high + 16).toFixed(1)}" width="${step - 8}" height="${high.toFixed(1)}"/><text x="${x + (step - 8) / 2}" y="${(tall - high + 12).toFixed(1)}" text-anchor="middle">${value}</text><text x="${x + (step - 8) / 2}" y="${tall + 32}" text-anchor="middle">${name}</text></g>
`;
  });
  const wide = columns.length * step;
  return html`<svg class="columns-picture" viewBox="0 0 ${wide} ${tall + 38}" width="${wide}" height="${tall + 38}" role="img" aria-label="${label}"><path class="axis" d="M0 ${tall + 16}H${wide}"/>
${drawn}</svg>`;
}
