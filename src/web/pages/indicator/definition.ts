import type { IndicatorView } from '../../../application/console/indicators.ts';
import { aboutIn } from '../../../report/about-probe.ts';
import { explainWords } from '../../../report/messages-explain.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece } from '../../markup.ts';
import { indicatorTexts } from '../../messages/indicator.ts';
import { facts } from '../../parts/table.ts';
import { figure } from '../../parts/words.ts';

/** What is measured and by which rule it counts, as the pack and the probe state it. */
export function definition(exchange: Exchange, { leaf, probe, numbered }: IndicatorView): Html {
  const texts = exchange.texts(indicatorTexts);
  const words = explainWords(exchange.language);
  const { own } = words;
  const unknown =
    typeof leaf.unknown === 'string'
      ? own.unknownRules[leaf.unknown]
      : own.unknownRules.carry(String(leaf.unknown['carry-forward-days']));
  const full = figure(numbered.node.full);
  const rows: (readonly [string, Piece])[] = [
    [own.labels.place, numbered.node.counted ? own.ofTotal(full) : own.ofObserved(full)],
    [own.labels.rule, words.rule(leaf.normalizer)],
    [own.labels.unknownRule, unknown],
    [texts.probe, html`<code>${leaf.finding}</code>${probe === null ? null : ` v${probe.version}`}`],
  ];
  if (probe === null) return html`<section><h2>${texts.definition}</h2>${facts(rows)}</section>`;
  const { measures, levels, evidence, blindSpots } = aboutIn(exchange.language, probe);
  const meanings = Object.entries(levels ?? {}).map(
    ([level, meaning]) => html`<li><code>${level}</code> ${meaning}</li>`,
  );
  return html`<section><h2>${texts.definition}</h2>${facts([
    [own.labels.measures, measures],
    ...rows,
    [texts.levels, html`<ul>${meanings}</ul>`],
    [texts.quoted, evidence],
    [texts.blindSpots, html`<ul>${blindSpots.map((spot) => html`<li>${spot}</li>`)}</ul>`],
  ])}</section>`;
}
