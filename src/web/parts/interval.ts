import { type Html, html } from '../markup.ts';

const width = 160;
const height = 14;

/** An interval on an axis from 1 to the number of places, with the place itself as a dot. */
export function intervalPicture(
  {
    low,
    high,
    place,
    all,
  }: { readonly low: number; readonly high: number; readonly place: number; readonly all: number },
  label: string,
): Html {
  const at = (rank: number): string => (((rank - 1) / Math.max(1, all - 1)) * (width - 8) + 4).toFixed(1);
  const long = Math.max(2, Number(at(high)) - Number(at(low))).toFixed(1);
  return html`<svg class="interval" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}"><path class="axis" d="M4 7H${width - 4}"/><rect class="bar" x="${at(low)}" y="4" width="${long}" height="6" rx="2"/><circle class="point" cx="${at(place)}" cy="7" r="3.5"/></svg>`;
}

/** A bar of a share from 0 to 1. */
export function shareBar(share: number, label: string, style = 'bar'): Html {
  const long = (Math.min(1, Math.max(0, share)) * 100).toFixed(1);
  return html`<svg class="share" viewBox="0 0 100 8" width="100" height="8" role="img" aria-label="${label}"><rect class="range" width="100" height="8" rx="2"/><rect class="${style}" width="${long}" height="8" rx="2"/></svg>`;
}
