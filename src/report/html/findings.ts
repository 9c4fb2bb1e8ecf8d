import { type ProvinceTotals, provinceDrawing, rankDrawing, regionDrawing } from '../charts/country.ts';
import { bothWidths } from '../charts/draw.ts';
import { mapDrawing } from '../charts/map.ts';
import { adoptionDrawing, rateDrawing } from '../charts/shares.ts';
import type { ReportInput } from '../input.ts';
import { type Markup, markup, type Part } from '../markup.ts';
import { baseLanguage, type Messages, wordFor } from '../messages.ts';
import { capabilityChapters } from '../narrative/capability.ts';
import { byMean, inPackOrder, overallChapter } from '../narrative/overall.ts';
import { percent } from '../text.ts';
import { chart, paragraph } from './parts.ts';

/** The findings with their charts: first the country, then each capability. */
export function findings(input: ReportInput, messages: Messages): Markup {
  const chapters = [overallChapter(input, messages), ...capabilityChapters(input, messages)];
  return markup`${chapters.map(
    ({ id, title, paragraphs }, index) => markup`<h3 id="finding-${id}">${title}</h3>
${paragraphs.map((sentences) => paragraph(sentences, messages))}
${index === 0 ? countryCharts(input, messages) : index === 1 ? capabilityCharts(input, messages) : null}
`,
  )}`;
}

function countryCharts(input: ReportInput, messages: Messages): Part {
  const { charts } = messages;
  const { description, tiles, regionNames, earlier, uncertainty, assessment } = input;
  const provinces = description.provinces.divisions;
  const full = assessment.tree.source['full-mark'];
  const found: Part[] = [];
  if (provinces.length > 0 && tiles !== null) {
    const note = tiles.notes[messages.htmlLanguage] ?? tiles.notes[baseLanguage(messages.htmlLanguage)] ?? '';
    found.push(
      chart(
        bothWidths((width) => mapDrawing(tiles, provinces, messages, width)),
        charts.map,
        note,
      ),
    );
  }
  const regions = inPackOrder(description.regions.divisions, regionNames);
  if (regions.length > 0) {
    const name = (id: string) => wordFor(regionNames, id);
    const changes = earlier?.comparison.published.regions ?? [];
    found.push(
      chart(
        bothWidths((width) => regionDrawing(regions, changes, name, full, messages, width)),
        charts.regions,
      ),
    );
  }
  const boxes = totalsByProvince(input);
  if (boxes.length > 0) {
    found.push(
      chart(
        bothWidths((width) => provinceDrawing(boxes, messages, width)),
        charts.provinces,
      ),
    );
  }
  if (uncertainty !== null && uncertainty.governments.length > 0) {
    const [low, high] = uncertainty.settings.interval;
    const interval = [percent(low, 0), percent(high, 0)] as const;
    const rows = uncertainty.governments.map(({ rank }) => rank);
    found.push(
      chart(
        bothWidths((width) => rankDrawing(rows, interval, messages, width)),
        charts.ranks,
      ),
    );
  }
  return found;
}

/** Totals of the ranked governments by province, best mean first. */
function totalsByProvince({ assessment, governments, description, tiles }: ReportInput): ProvinceTotals[] {
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

function capabilityCharts(input: ReportInput, messages: Messages): Part {
  const { charts } = messages;
  const { nodes } = input.assessment.tree;
  return [
    chart(
      bothWidths((width) => rateDrawing(nodes, input.description.whole.nodes, messages, width)),
      charts.rates,
    ),
    input.adoption.length === 0
      ? null
      : chart(
          bothWidths((width) => adoptionDrawing(input.adoption, messages, width)),
          charts.adoption,
        ),
  ];
}
