import type { Obstacle } from '../../model/finding.ts';
import { inZone } from '../../model/time.ts';
import { type CityContext, type CityView, type Compared, cityFile, cityView, type Place } from '../city.ts';
import { type EvidenceRow, evidenceSheet, type FindingIndex } from '../evidence.ts';
import type { Gain, Gains } from '../gains.ts';
import type { ReportInput } from '../input.ts';
import { Markup, markup, type Part, siteLink } from '../markup.ts';
import { type Messages, wordFor } from '../messages.ts';
import { withheldReason } from '../rows.ts';
import { captureAnchor, type StoredPage } from '../stored-page.ts';
import { cityStyle } from '../style.ts';
import { decimals, excerpt, percent } from '../text.ts';
import {
  describeFailures,
  describeRange,
  describeScore,
  type GovernmentFailures,
  type RankingRow,
  type View,
} from '../view.ts';
import { factList, page, table } from './parts.ts';
import { sheetProvenance } from './provenance.ts';
import { machineEvidence, objectionSection, reviewBox, sheetReviews } from './reviews.ts';
import { pictureFile } from './stored-pages.ts';

const styleElement = new Markup(`<style>${cityStyle}</style>`);

/** Tiers with a lower probability are left out. */
const smallestProbabilityShown = 0.005;

/** What a sheet is made of besides the report itself. */
export interface CitySources {
  /** Shared by all sheets. */
  readonly context: CityContext;
  readonly findings: FindingIndex;
  readonly failed: GovernmentFailures | undefined;
  /** Stored pages by capture, which have a file of their own; empty when none is written. */
  readonly pages: ReadonlyMap<string, StoredPage>;
}

/** The sheet of one government as a separate page. */
export function htmlCity(
  input: ReportInput,
  view: View,
  row: RankingRow,
  sources: CitySources,
  messages: Messages,
): string {
  const { context, findings, failed, pages } = sources;
  const { city } = messages;
  const { government } = row;
  const sheet = evidenceSheet(input, view, row, findings, messages);
  const own = cityView(input, row, context);
  const unknown = sheet.rows.filter(({ state }) => state === 'unknown');
  const title = city.title(government.name);
  const body = markup`<header><p><a href="../bulletin.html#ranking">${city.back}</a></p><h1>${title}</h1>${sheetProvenance(input, government.code, messages)}</header>
<main>
${factList(summary(input, row, own, messages))}
${sheetReviews(
  sheet.rows.map(({ review }) => review),
  messages,
)}
${objectionSection(input, government.code, messages)}<h2>${city.compared}</h2>
${comparison(input, row, own.nodes, messages)}
<h2>${city.strengths}</h2>
${standing(own, own.strengths, messages)}
<h2>${city.gaps}</h2>
${standing(own, own.gaps, messages)}
<h2>${city.gains}</h2>
<p class="soft">${city.gainsNote}</p>
${gains(own.gains, messages)}
<h2>${city.unknowns}</h2>
${unknown.length === 0 ? markup`<p>${city.noUnknowns}</p>` : markup`<ul>${unknown.map(({ name, remarks, obstacles }) => markup`<li>${messages.pair(name, remarks.join(' · '))}${obstacleList(obstacles, messages)}</li>`)}</ul>`}
${sheet.withoutProbe.length === 0 ? null : markup`<p class="soft">${city.noProbe(sheet.withoutProbe.join(messages.listMark))}</p>`}
${failed === undefined ? null : markup`<p class="soft">${messages.pair(city.failures, describeFailures(failed, messages))}</p>`}
<h2>${city.points}</h2>
<ul class="points">${sheet.rows.map((entry) => evidenceItem(input, government.code, entry, pages, messages))}</ul>
</main>`;
  return page(title, styleElement, body, input.nature, messages);
}

/** Largest number of obstacles shown per finding. */
const obstaclesShown = 3;

/** The obstacles of a finding: pages, parts and links. */
export function obstacleList(obstacles: readonly Obstacle[], messages: Messages): Markup | null {
  if (obstacles.length === 0) return null;
  const more = obstacles.length - obstaclesShown;
  return markup`<ul>${obstacles.slice(0, obstaclesShown).map(({ reason, site, url, part, intent }) => {
    const where = [site === undefined ? '' : messages.sites[site], excerpt(part ?? intent ?? '', 60)];
    const said = [wordFor(messages.reasons, reason), ...where].filter((text) => text !== '').join(' · ');
    return markup`<li class="soft">${said}${url === undefined ? null : markup` ${siteLink(url, messages.city.open)} <code>${excerpt(url, 200)}</code>`}</li>`;
  })}${more > 0 ? markup`<li class="soft">${messages.city.moreObstacles(String(more))}</li>` : null}</ul>`;
}

function summary(
  input: ReportInput,
  row: RankingRow,
  { inCountry, inGroup, inProvince, uncertainty }: ReturnType<typeof cityView>,
  messages: Messages,
): (readonly [Part, Part])[] {
  const { summary: words } = messages.city;
  const { government, total, place } = row;
  const placed = (label: string, at: Place | null): (readonly [Part, Part])[] =>
    at === null ? [] : [[label, words.of(String(at.rank), String(at.count))]];
  const names = new Map(input.assessment.tiering.tiers.map(({ letter, name }) => [letter, name]));
  const tiers = (uncertainty?.tiers ?? []).flatMap(({ letter, probability }) =>
    probability >= smallestProbabilityShown ? [words.tier(names.get(letter) ?? letter, percent(probability, 0))] : [],
  );
  return [
    ...(inCountry === null
      ? [[words.rank, messages.pair(messages.unranked, withheldReason(row.ranked, input, messages))] as const]
      : placed(words.rank, inCountry)),
    ...placed(messages.pair(words.groupRank, wordFor(input.groupNames, government.group)), inGroup),
    ...placed(messages.pair(words.provinceRank, government.province), inProvince),
    [words.score, describeScore(total, messages)],
    ...(place !== null
      ? [[words.level, messages.lettered(place.name, place.level)] as const]
      : row.band === null
        ? []
        : [[words.level, row.band] as const]),
    [words.coverage, percent(total.coverage, 1)],
    [words.range, describeRange(total, messages)],
    ...(uncertainty === null ? [] : [[words.interval, `${uncertainty.rank.low}–${uncertainty.rank.high}`] as const]),
    ...(tiers.length === 0 ? [] : [[words.probability, tiers.join(messages.listMark)] as const]),
  ];
}

function comparison(
  input: ReportInput,
  { score, government }: RankingRow,
  nodes: readonly Compared[],
  messages: Messages,
): Markup {
  const { columns, city, noscore } = messages;
  const group = wordFor(input.groupNames, government.group);
  return table(
    [columns.indicator, columns.scoreOnly, city.groupMean(group), city.difference, columns.coverage, columns.range],
    nodes.flatMap(({ node, own, mean }) => {
      const held = score.nodes[node.index];
      if (held === undefined) return [];
      const name = node.level === 'branch' ? node.name : markup`<strong>${node.name}</strong>`;
      return [
        [
          name,
          describeScore(held, messages),
          mean === null ? noscore : percent(mean),
          own === null || mean === null ? noscore : signed((own - mean) * 100),
          percent(held.coverage, 1),
          describeRange(held, messages),
        ],
      ];
    }),
    [0],
    [4, 5],
  );
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${decimals(Math.abs(value), 2)}`;
}

function standing(
  { isComparable }: Pick<CityView, 'isComparable'>,
  compared: readonly Compared[],
  { city }: Messages,
): Markup {
  if (compared.length === 0) return markup`<p>${isComparable ? city.none : city.noMean}</p>`;
  return markup`<ul>${compared.map(({ node, own, mean }) => markup`<li>${city.strength(node.name, percent(own ?? 0), percent(mean ?? 0))}</li>`)}</ul>`;
}

function gains({ measured, unknown }: Gains, messages: Messages): Markup {
  const { city, columns, noscore } = messages;
  const rows = (list: readonly Gain[]) =>
    list.map(({ name, current, points }) => [
      name,
      current === null ? noscore : decimals(current, 2),
      decimals(points, 2),
    ]);
  const tableOf = (list: readonly Gain[], heading: string) =>
    list.length === 0 ? null : table([columns.indicator, city.current, heading], rows(list), [0]);
  const inTotal = ({ counted }: Gain) => counted;
  const outside = [...measured, ...unknown].filter((gain) => !inTotal(gain));
  const settled = measured.filter(inTotal);
  return markup`${settled.length === 0 ? markup`<p>${city.fullMarks}</p>` : tableOf(settled, city.gain)}
${tableOf(unknown.filter(inTotal), city.unknownGains)}
${outside.length === 0 ? null : [markup`<p class="soft">${city.gainsOutside}</p>`, tableOf(outside, city.gain)]}`;
}

function evidenceItem(
  { marks, timeZone, measures }: ReportInput,
  code: string,
  row: EvidenceRow,
  pages: CitySources['pages'],
  messages: Messages,
): Markup {
  const { city, pair } = messages;
  const quotes = row.evidence.map(({ url, quote, capture }) => {
    const mark = Object.hasOwn(marks, capture) ? marks[capture] : undefined;
    const facts = [
      markup`${pair(city.capture, '')}<code>${capture}</code>`,
      ...(mark === undefined ? [] : [markup`${pair(city.time, inZone(mark.time, timeZone))}`]),
      ...(mark?.sha256 ? [markup`${pair(city.hash, '')}<code>${mark.sha256}</code>`] : []),
    ];
    return markup`<blockquote>${excerpt(quote, 200)}<br>${storedLinks(code, pages.get(capture), messages)}${siteLink(url, city.open)} <code>${excerpt(url, 200)}</code><br><span class="soft">${facts.map((fact, index) => [index > 0 ? ' · ' : null, fact])}</span></blockquote>`;
  });
  const about = wordFor(measures, row.probe);
  return markup`<li><div class="point"><strong>${row.name}</strong><span class="state ${row.state}">${row.stateWord}</span><span>${pair(city.point, row.point)}</span><span class="soft">${row.remarks.join(' · ')}</span></div>${about === row.probe ? null : markup`<div class="soft">${pair(city.measures, about)}</div>`}${reviewBox(row.probe, row.review, timeZone, messages)}
${row.value === null ? null : markup`<div>${pair(city.measured, row.value)}</div>`}${quotes.length === 0 ? markup`<div class="soft">${city.noEvidence}</div>` : [machineEvidence(row.review, messages), quotes]}<div class="soft"><code>${city.command(code, row.probe)}</code></div></li>`;
}

/** Links to the stored page and its picture; nothing where none was written. */
function storedLinks(code: string, stored: StoredPage | undefined, { stored: words }: Messages): Markup | null {
  if (stored === undefined) return null;
  const { capture, picture } = stored;
  return markup`<a href="../evidence/${cityFile(code)}#${captureAnchor(capture)}">${words.page}</a> · ${
    picture === null ? null : markup`<a href="../evidence/${pictureFile(code, picture.sha256)}">${words.picture}</a> · `
  }`;
}
