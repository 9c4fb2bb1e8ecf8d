import type { Explanation } from '../../../application/explain.ts';
import { wordFor } from '../../../report/messages.ts';
import { type ExplainWords, explainWords } from '../../../report/messages-explain.ts';
import { bandText, decimals, percent } from '../../../report/text.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece } from '../../markup.ts';
import { governmentTexts } from '../../messages/government.ts';
import { intervalPicture } from '../../parts/interval.ts';
import { facts } from '../../parts/table.ts';
import { figure, shareText } from '../../parts/words.ts';

/** Tiers with a lower probability are left out. */
const smallestProbabilityShown = 0.005;

/** Rank, score, tier, and how sure they are. */
export function standingFacts(exchange: Exchange, explanation: Explanation): Html {
  const words = explainWords(exchange.language);
  const { own } = words;
  const { total } = explanation.standing;
  const [top] = explanation.rows;
  const bounds = total.high - total.low < 0.005 ? [] : [own.between(figure(total.low), figure(total.high))];
  const score =
    total.score === null
      ? own.noScore
      : own.totalOf(figure(total.score), decimals(top?.node.full ?? 0, 2), percent(total.rate ?? 0, 1));
  return facts([
    [own.labels.rank, rankText(exchange, explanation, words)],
    [own.labels.total, [score, ...bounds, own.coverage(shareText(total.coverage))].join(own.comma)],
    ...(explanation.standing.rank === null ? [] : [[own.labels.level, levelText(exchange, explanation, own)] as const]),
    ...uncertainFacts(exchange, explanation, own),
  ]);
}

function rankText(
  exchange: Exchange,
  { government, standing, withheldBy }: Explanation,
  { own, report }: ExplainWords,
): string {
  const { rank, sharedBy, ranked, withheld } = standing;
  if (rank !== null)
    return own.rankOf(String(rank), String(ranked)) + (sharedBy > 1 ? own.shared(String(sharedBy)) : '');
  if (!government.scored) return own.observed;
  if (withheld === null) return own.unranked(own.noScore);
  const name =
    withheldBy === null || withheldBy.level === 'total' ? report.columns.score : exchange.names.indicator(withheldBy);
  return own.unranked(report.withheldReason(name, percent(withheld.coverage, 1), percent(withheld.minimum, 0)));
}

function levelText(
  exchange: Exchange,
  { government, standing, bands, isSimulated }: Explanation,
  own: ExplainWords['own'],
): string {
  if (bands !== null) {
    const band = bandText(bands.places[government.code]) ?? own.noTier;
    return own.band(band, percent(bands.flagged / bands.placed, 0), percent(bands.limit, 0));
  }
  if (standing.place === null) return own.noTier;
  const level = own.tier(exchange.names.tier(standing.place.name), standing.place.level);
  return isSimulated ? level : `${level}${own.semicolon}${own.notSimulated}`;
}

function uncertainFacts(
  exchange: Exchange,
  { uncertain, standing, government }: Explanation,
  own: ExplainWords['own'],
): (readonly [string, Piece])[] {
  if (uncertain === null || standing.rank === null) return [];
  const { rank, score, tiers } = uncertain;
  const text = own.interval(String(rank.low), String(rank.high), figure(score.low), figure(score.high));
  const odds = tiers.filter(({ probability }) => probability >= smallestProbabilityShown);
  const picture = intervalPicture(
    { low: rank.low, high: rank.high, place: standing.rank, all: standing.ranked },
    `${exchange.names.government(government)}: ${rank.low}–${rank.high}`,
  );
  return [
    [own.labels.interval, html`${picture}${text}`],
    [
      exchange.texts(governmentTexts).probabilities,
      odds.map(({ letter, probability }) => `${letter} ${percent(probability, 0)}`).join(own.comma) || own.noTier,
    ],
  ];
}

/** The addresses of the sites and how sure the registry is of them. */
export function siteList(exchange: Exchange, { government }: Explanation): Html {
  const { sites } = exchange.words;
  const entries = Object.entries(government.sites).map(
    ([kind, site]) => html`<li>${wordFor(sites, kind)}: <code>${site?.url ?? ''}</code></li>`,
  );
  return html`<ul>${entries}</ul>`;
}
