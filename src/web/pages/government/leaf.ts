import { curesFor, type EvidenceLink } from '../../../application/evidence.ts';
import { type Explanation, explainOpened, type LeafExplanation } from '../../../application/explain.ts';
import type { Finding, Obstacle } from '../../../model/finding.ts';
import { aboutIn } from '../../../report/about-probe.ts';
import { wordFor } from '../../../report/messages.ts';
import { type ExplainWords, explainWords } from '../../../report/messages-explain.ts';
import { excerpt, linkable } from '../../../report/text.ts';
import { describeValue } from '../../../report/values/describe.ts';
import { NotFound } from '../../errors.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece, siteText } from '../../markup.ts';
import { governmentTexts } from '../../messages/government.ts';
import { snapshotOf, stateLine, stateQuery } from '../../parts/state-choice.ts';
import { facts } from '../../parts/table.ts';
import { claimLine, dayText, reasonWord, timeText } from '../../parts/words.ts';
import { permits } from '../../roles.ts';
import type { Page } from '../../route.ts';
import { governmentOf } from './government-of.ts';
import { leafLog } from './leaf-log.ts';
import { partTable, pointText, ruleFacts, whatIfTable } from './leaf-point.ts';

/** One indicator of one government: from the point to the rule, the finding and the quotes. */
export async function showLeaf(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(governmentTexts);
  const { names } = exchange;
  const { pack } = exchange.console;
  const snapshot = await snapshotOf(exchange);
  const government = governmentOf(snapshot, exchange.part('code'));
  const id = exchange.part('leaf');
  const node = snapshot.assessed.assessment.tree.nodes.find(({ leaf }) => leaf?.id === id);
  if (node === undefined) throw new NotFound(id);
  const drawn = snapshot.drawn()?.uncertainty ?? null;
  const explanation = await explainOpened(pack, { ...snapshot, drawn }, { government: government.code, indicator: id });
  const [leaf] = explanation.leaves;
  if (leaf === undefined) throw new NotFound(id);
  const back = `/governments/${government.code}${stateQuery(exchange)}`;
  return {
    title: exchange.words.pair(names.government(government), names.indicator(node)),
    body: html`<p><a href="${back}">${texts.back(names.government(government))}</a> · <a href="/indicators/${id}${stateQuery(exchange)}">${names.indicator(node)}</a></p>
${stateLine(exchange, snapshot)}
${leafBody(exchange, explanation, leaf)}
${leaf.evidence === null ? null : await leafLog(exchange, government.code, leaf)}`,
  };
}

function leafBody(exchange: Exchange, explanation: Explanation, leaf: LeafExplanation): Html {
  const words = explainWords(exchange.language);
  const { labels } = words.own;
  const { evidence, probe } = leaf;
  return html`<section><h2>${labels.point}</h2>
${facts([[labels.point, pointText(explanation, leaf, words)], ...ruleFacts(exchange, leaf)])}
${partTable(leaf, words)}</section>
<section><h2>${labels.finding}</h2>
${evidence === null ? html`<p class="nothing">${words.own.noFinding}</p>` : findingFacts(exchange, evidence.finding, words)}
${evidence === null ? null : reviewLink(exchange, evidence.finding)}</section>
${evidence === null ? null : evidenceSection(exchange, explanation.government.code, evidence.chain, words)}
${evidence === null ? null : obstacleSection(exchange, evidence.finding.obstacles ?? [], words)}
${whatIfTable(explanation, leaf, words)}
${probe === null ? null : html`<section><h2>${labels.blindSpots}</h2><ul>${aboutIn(exchange.language, probe).blindSpots.map((spot) => html`<li>${spot}</li>`)}</ul></section>`}`;
}

function findingFacts(exchange: Exchange, finding: Finding, { own }: ExplainWords): Html {
  const { review, value, probe, version } = finding;
  const measured = describeValue(probe, value, exchange.words);
  const rows: (readonly [string, Piece])[] = [
    [own.labels.finding, html`${claimLine(exchange, finding)} <small><code>${probe}</code> v${version}</small>`],
    ...(measured === null ? [] : [[own.labels.value, siteText(measured)] as const]),
  ];
  if (review === undefined) return facts([...rows, [own.labels.review, own.unreviewed]]);
  const said = own.reviewed[review.status](String(review.id), siteText(review.who), dayText(exchange, review.when));
  const other = review.status === 'applied' ? review.machine.state : review.verdict.state;
  return facts([
    ...rows,
    [
      own.labels.review,
      html`${said} ${exchange.words.states[other]}${own.semicolon}${own.because(siteText(review.why))}`,
    ],
  ]);
}

/** The way to decide about the finding, where the console has a page for it. */
function reviewLink(exchange: Exchange, { government, probe }: Finding): Html | null {
  if (!exchange.hasPage('/reviews/entry') || !permits('reviewer', exchange.person.role)) return null;
  const query = new URLSearchParams({ id: `finding ${government} ${probe}` });
  const label = exchange.texts(governmentTexts).review;
  return html`<p class="actions"><a class="button main" href="/reviews/entry?${query.toString()}">${label}</a></p>`;
}

function evidenceSection(
  exchange: Exchange,
  code: string,
  chain: readonly EvidenceLink[],
  { own }: ExplainWords,
): Html {
  const texts = exchange.texts(governmentTexts);
  if (chain.length === 0)
    return html`<section><h2>${own.labels.evidence}</h2><p class="nothing">${texts.noEvidence}</p></section>`;
  const entries = chain.map((link) => {
    const { url, quote, capture, run, time, via, status, screenshot } = link;
    const target = `/captures/${code}/${capture}${stateQuery(exchange, { quote })}`;
    const when = time === null ? own.gone : own.captured(timeText(exchange, time), via ?? '', String(status ?? ''));
    const picture =
      screenshot === null
        ? null
        : html`<a class="thumb" href="${target}"><img src="/captures/${code}/${capture}/picture${stateQuery(exchange)}" loading="lazy" alt="${texts.capture.pictureAlt(excerpt(url, 80))}"></a>`;
    return html`<li>${picture}<blockquote>${siteText(quote)}</blockquote>
<p>${run === null ? null : html`<a href="${target}#quote">${texts.openEvidence}</a> · `}${addressOf(url)}<br><small>${when}</small></p></li>`;
  });
  return html`<section><h2>${own.labels.evidence}</h2><ol class="evidence">${entries}</ol></section>`;
}

/** An address of a site, as text where it is no safe link. */
function addressOf(url: string): Html {
  const href = linkable(url);
  const shown = excerpt(url, 120);
  if (href === null) return html`<code>${shown}</code>`;
  return html`<a href="${href}" rel="noopener noreferrer nofollow" target="_blank"><code>${shown}</code></a>`;
}

function obstacleSection(
  exchange: Exchange,
  obstacles: readonly Obstacle[],
  { own, report, language }: ExplainWords,
): Html {
  if (obstacles.length === 0) return html``;
  const cures = curesFor(obstacles, exchange.console.pack.failures, language);
  const entries = obstacles.map(({ reason, site, url, part, intent }) => {
    const where = [site === undefined ? '' : wordFor(report.sites, site), siteText(part ?? intent ?? '')];
    return html`<li><strong>${reasonWord(exchange, reason)}</strong> ${where.filter((word) => word !== '').join(' · ')} ${url === undefined ? null : addressOf(url)}</li>`;
  });
  const settle = Object.entries(cures).map(
    ([reason, cure]) => html`<dt>${reasonWord(exchange, reason)}</dt><dd>${cure}</dd>`,
  );
  return html`<section><h2>${own.labels.obstacles}</h2><ul>${entries}</ul><h3>${own.labels.settle}</h3><dl class="facts">${settle}</dl></section>`;
}
