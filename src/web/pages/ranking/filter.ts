import { z } from 'zod';
import { rankingOrders } from '../../../application/console/ranking.ts';
import type { Snapshot } from '../../../application/console/snapshots.ts';
import type { Exchange } from '../../exchange.ts';
import { choiceField, textField } from '../../forms.ts';
import { type Html, html } from '../../markup.ts';
import { partTexts } from '../../messages/parts.ts';
import { rankingTexts } from '../../messages/ranking.ts';
import { choiceOf } from '../../parts/state-choice.ts';

const name = z.string().max(100).optional();

/** Parameters of the ranking, its exports and its interface. */
export const rankingFilterSchema = z.object({
  text: name.describe('Part of a name, a code, or a spelling in Latin letters.'),
  province: name.describe('Name of a province.'),
  region: name.describe('Id of a region of the pack.'),
  group: name.describe('Id of a group of the pack.'),
  tier: name.describe('Letter of a tier, or label of a level.'),
  coverage: z.coerce.number().min(0).max(1).optional().describe('Least share of the index that is settled, 0..1.'),
  place: z.enum(['ranked', 'unranked']).optional(),
  sort: name.describe(`One of ${rankingOrders.join(', ')}, or the id of a capability.`),
  descending: z.stringbool().optional(),
});
export type RankingQuery = z.infer<typeof rankingFilterSchema>;

/** The form that restricts and sorts the ranking; it works as a plain GET. */
export function filterForm(exchange: Exchange, { assessed }: Snapshot, filter: RankingQuery): Html {
  const texts = exchange.texts(rankingTexts);
  const parts = exchange.texts(partTexts);
  const { meta } = exchange.console.pack;
  const { names } = exchange;
  const { governments, assessment } = assessed;
  const any = ['', parts.all] as const;
  const scored = governments.filter((government) => government.scored);
  const provinces = [...new Set(scored.map(({ province }) => province))];
  const groups = [...new Set(scored.map(({ group }) => group))].filter((group) => group !== '');
  const regions = [...new Set(scored.map(({ region }) => region))].filter((region) => region !== '');
  const levels = assessment.tiering.tiers.flatMap(({ letter, levels: own }) => [
    letter,
    ...own.map(({ label }) => label),
  ]);
  const capabilities = assessment.tree.nodes.filter(({ level }) => level === 'capability');
  const choice = choiceOf(exchange);
  return html`<form class="filters" method="get" action="/ranking" data-instant>
${Object.entries(choice).map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`)}
${textField('text', texts.text, filter.text ?? '', { type: 'search', max: 100 })}
${choiceField('province', texts.province, filter.province ?? '', [any, ...provinces.map((one) => [one, names.province(one)] as const)])}
${choiceField('region', texts.region, filter.region ?? '', [any, ...regions.map((one) => [one, names.region(one, meta.regions)] as const)])}
${choiceField('group', texts.group, filter.group ?? '', [any, ...groups.map((one) => [one, names.group(one, meta.groups)] as const)])}
${choiceField('tier', texts.tier, filter.tier ?? '', [any, ...[...new Set(levels)].map((one) => [one, one] as const)])}
${choiceField('coverage', texts.coverage, String(filter.coverage ?? ''), [any, ['0.5', '50%'], ['0.8', '80%'], ['0.9', '90%'], ['1', '100%']])}
${choiceField('place', texts.place, filter.place ?? '', [any, ['ranked', texts.places.ranked], ['unranked', texts.places.unranked]])}
${choiceField('sort', texts.sort, filter.sort ?? 'rank', [
  ...rankingOrders.map((one) => [one, texts.orders[one] ?? one] as const),
  ...capabilities.map((one) => [one.id, names.indicator(one)] as const),
])}
${choiceField('descending', texts.direction, filter.descending === true ? 'true' : '', [
  ['', texts.ascending],
  ['true', texts.descending],
])}
<button class="main">${parts.filter}</button> <a href="/ranking">${parts.clear}</a>
</form>`;
}
