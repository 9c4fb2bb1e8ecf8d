import type { Snapshot } from '../../../application/console/snapshots.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html } from '../../markup.ts';
import { rankingTexts } from '../../messages/ranking.ts';
import { figure } from '../../parts/words.ts';

const side = 44;
const gap = 3;

/** The map of tiles: one a province, shaded by its mean total, each a link to the ranking of the province. */
export function tileMap(exchange: Exchange, snapshot: Snapshot): Html {
  const { tiles } = exchange.console.pack;
  if (tiles === null) return html``;
  const texts = exchange.texts(rankingTexts);
  const { divisions } = snapshot.facts().description.provinces;
  const means = new Map(divisions.map((division) => [division.id, division]));
  const known = divisions.flatMap(({ nodes }) => nodes[0]?.score.mean ?? []);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const columns = Math.max(...tiles.tiles.map(({ column }) => column));
  const rows = Math.max(...tiles.tiles.map(({ row }) => row));
  const drawn = tiles.tiles.map(({ province, label, column, row }) => {
    const own = means.get(province);
    const mean = own?.nodes[0]?.score.mean ?? null;
    const step =
      mean === null ? 'none' : String(Math.min(4, Math.floor((5 * (mean - low)) / Math.max(1e-9, high - low))));
    const [x, y] = [(column - 1) * (side + gap), (row - 1) * (side + gap)];
    const title = texts.mapTile(province, figure(mean, 1), String(own?.governments ?? 0));
    return html`<a href="${exchange.withQuery({ province, page: null })}"><rect class="tile step-${step}" x="${x}" y="${y}" width="${side}" height="${side}" rx="3"><title>${title}</title></rect><text class="on-${step}" x="${x + side / 2}" y="${y + 18}" text-anchor="middle">${label}</text><text class="on-${step}" x="${x + side / 2}" y="${y + 35}" text-anchor="middle">${figure(mean, 1)}</text></a>
`;
  });
  return html`<section><h2>${texts.map}</h2><figure>
<svg class="map" viewBox="0 0 ${columns * (side + gap)} ${rows * (side + gap)}" role="group" aria-label="${texts.map}">
${drawn}</svg>
<figcaption>${texts.mapCaption}</figcaption></figure></section>`;
}
