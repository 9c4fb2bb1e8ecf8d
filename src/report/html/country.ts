import { type ProvinceTotals, provinceDrawing, rankDrawing, regionDrawing } from '../charts/country.ts';
import { bothWidths } from '../charts/draw.ts';
import { mapDrawing } from '../charts/map.ts';
import { byMean, inPackOrder } from '../divisions.ts';
import type { ReportData } from '../figures/derive.ts';
import { type Markup, markup, type Part } from '../markup.ts';
import { baseLanguage, type Messages, wordFor } from '../messages.ts';
import { certaintySentences } from '../narrative/certainty.ts';
import { percent } from '../text.ts';
import type { View } from '../view.ts';
import { chart, paragraph, sentenceMarkup } from './parts.ts';

/** The tile map, the regions and the provinces. */
export function country(data: ReportData, messages: Messages): Markup {
  const { charts } = messages;
  const { description, tiles, regionNames, earlier, assessment } = data;
  const provinces = description.provinces.divisions;
  const full = assessment.tree.source['full-mark'];
  const found: Part[] = [];
  if (provinces.length > 0 && tiles !== null) {
    const note = tiles.notes[messages.htmlLanguage] ?? tiles.notes[baseLanguage(messages.htmlLanguage)] ?? '';
    const drawn = bothWidths((width) => mapDrawing(tiles, provinces, messages, width));
    found.push(chart(drawn, charts.map, note));
  }
  const regions = inPackOrder(description.regions.divisions, regionNames);
  if (regions.length > 0) {
    const name = (id: string) => wordFor(regionNames, id);
    // Means of editions that evaluate other governments are not held beside each other.
    const changes = earlier?.comparable === true ? earlier.comparison.published.regions : [];
    const drawn = bothWidths((width) => regionDrawing(regions, changes, name, full, messages, width));
    found.push(chart(drawn, charts.regions));
  }
  const boxes = totalsByProvince(data);
  if (boxes.length > 0) {
    const drawn = bothWidths((width) => provinceDrawing(boxes, messages, width));
    found.push(chart(drawn, charts.provinces));
  }
  return markup`${found}`;
}

/** What a reader should know before relying on a figure, how sure ranks are, and what is left open. */
export function certainty(data: ReportData, { caveats }: View, messages: Messages): Markup {
  const { uncertainty } = data;
  const warning =
    caveats.length === 0
      ? null
      : markup`<aside class="caveat"><h3>${messages.caveats.title}</h3><ul>${caveats.map((entry) => markup`<li>${sentenceMarkup(entry)}</li>`)}</ul></aside>`;
  return markup`${warning}
${certaintySentences(data, messages).map((sentences) => paragraph(sentences, messages))}
${uncertainty === null || uncertainty.governments.length === 0 ? null : rankChart(uncertainty, messages)}`;
}

function rankChart({ governments, settings }: NonNullable<ReportData['uncertainty']>, messages: Messages): Markup {
  const [low, high] = settings.interval;
  const interval = [percent(low, 0), percent(high, 0)] as const;
  const rows = governments.map(({ rank }) => rank);
  const drawn = bothWidths((width) => rankDrawing(rows, interval, messages, width));
  return chart(drawn, messages.charts.ranks);
}

/** Totals of the ranked governments by province, best mean first. */
function totalsByProvince({ assessment, governments, description, tiles }: ReportData): ProvinceTotals[] {
  const labels = new Map((tiles?.tiles ?? []).map(({ province, label }) => [province, label]));
  const province = new Map(governments.map((government) => [government.code, government.province]));
  const scored = assessment.ranking.flatMap(({ government, score, rank }) =>
    score === null || rank === null ? [] : [{ government, score }],
  );
  const totals = Map.groupBy(scored, ({ government }) => province.get(government) ?? '');
  return byMean(description.provinces.divisions).map(({ division: { id } }) => ({
    province: id,
    label: labels.get(id) ?? id,
    totals: (totals.get(id) ?? []).map(({ score }) => score),
  }));
}
