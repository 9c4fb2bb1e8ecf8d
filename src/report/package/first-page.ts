import type { Evidence, Finding } from '../../model/finding.ts';
import { dayIn, inZone } from '../../model/time.ts';
import type { Point } from '../../scoring/point.ts';
import type { TreeNode } from '../../scoring/tree.ts';
import type { AppealInput } from '../appeal/input.ts';
import { obstacleList } from '../html/city.ts';
import { factList, page, section, table } from '../html/parts.ts';
import { Markup, markup, siteLink } from '../markup.ts';
import { type Messages, wordFor } from '../messages.ts';
import { type AppealMessages, ruleText } from '../messages-appeal.ts';
import type { PackageMessages } from '../messages-package.ts';
import { captureAnchor } from '../stored-page.ts';
import { storedStyle } from '../style.ts';
import { decimals, excerpt, percent } from '../text.ts';
import { describeValue } from '../values/describe.ts';
import type { PackedCapture } from './government-files.ts';

/** The texts that the page is written with, in one language. */
export interface PageWords {
  readonly report: Messages;
  readonly appeal: AppealMessages;
  readonly own: PackageMessages;
}

/** What the page shows besides the findings. */
export interface PageSources {
  /** By id of the capture. */
  readonly packed: ReadonlyMap<string, PackedCapture>;
  /** Pictures (JPEG) that the page holds, by id of the capture. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Names of the package and of the objection form. */
  readonly packageFile: string;
  readonly objectionFile: string;
  /** Governments with a rank; null where the others are not known. */
  readonly ranked: number | null;
}

/** A leaf with its point and the finding behind it. */
interface Item {
  readonly node: TreeNode;
  readonly point: Point | null;
  readonly finding: Finding;
}

const styleElement = new Markup(`<style>${storedStyle}</style>`);
const quotesShown = 6;

/**
 * The first page of a package, for people: self-contained, without script or network, in a policy
 * that permits nothing but its own style and pictures.
 */
export function firstPage(input: AppealInput, sources: PageSources, words: PageWords): string {
  const { own } = words;
  const items = itemsOf(input);
  const title = own.title(input.government.name);
  const body = markup`<header><h1>${title}</h1>
<p class="soft">${own.intro}</p></header>
<main>
${factList(standing(input, sources, words))}
${section('contents', own.contents, contents(items, words))}
${section(
  'points',
  own.points,
  items.map((item) => pointArticle(input, item, sources, words)),
)}
${section('unknown', own.unknowns, unknowns(items, words))}
${section('index', own.index, pageIndex(input, items, sources, words))}
${section('objection', own.objection, steps(own.objectionSteps(sources.objectionFile)))}
${section('check', own.check, steps(own.checkSteps(sources.packageFile)))}
</main>`;
  return page(title, styleElement, body, input.nature, words.report, 'embedded');
}

function itemsOf({ nodes, findings, score }: AppealInput): Item[] {
  const points = new Map((score?.points ?? []).map((point) => [point.leaf, point]));
  const known = new Map(findings.map(({ finding }) => [finding.probe, finding]));
  return nodes.flatMap((node) => {
    const finding = node.leaf === null ? undefined : known.get(node.leaf.finding);
    return finding === undefined || node.leaf === null
      ? []
      : [{ node, point: points.get(node.leaf.id) ?? null, finding }];
  });
}

function standing(
  { score, place, nodes, interval, edition, runs, timeZone }: AppealInput,
  { ranked }: PageSources,
  { own, report }: PageWords,
): (readonly [string, string | Markup])[] {
  const [total] = score?.nodes ?? [];
  const full = nodes[0]?.full ?? 0;
  const rank = place?.rank ?? null;
  const times = runs.map(({ started, finished }) =>
    [started, finished].flatMap((time) => (time === null ? [] : [inZone(time, timeZone)])).join(' – '),
  );
  return [
    [
      own.rank,
      rank === null ? own.noRank : own.rankOf(String(rank), ranked === null ? report.noscore : String(ranked)),
    ],
    ...(interval === null
      ? []
      : [[own.interval, own.intervalOf(String(interval.rank.low), String(interval.rank.high))] as const]),
    [own.score, total?.score == null ? report.noscore : own.scoreOf(decimals(total.score, 2), decimals(full, 0))],
    ...(total === undefined
      ? []
      : [
          [own.range, own.rangeOf(decimals(total.low, 2), decimals(total.high, 2))] as const,
          [own.coverage, percent(total.coverage, 1)] as const,
        ]),
    ...(place?.level == null ? [] : [[report.city.summary.level, place.level] as const]),
    ...(edition === null
      ? []
      : [[own.edition, edition.name] as const, [own.seal, markup`<code>${edition.sha256}</code>`] as const]),
    [own.runs, runs.map(({ id }) => id).join(report.listMark)],
    [own.visited, times.join(report.listMark)],
  ];
}

function anchorOf({ node }: Item): string {
  return `p-${node.id.replace(/[^\w-]/gu, '-')}`;
}

function contents(items: readonly Item[], { own, report }: PageWords): Markup {
  return table(
    [report.columns.indicator, own.point, own.state],
    items.map((item) => [
      markup`<a href="#${anchorOf(item)}">${item.node.name}</a>`,
      pointText(item.point, report),
      report.states[item.point?.state ?? item.finding.state],
    ]),
    [0, 2],
  );
}

function pointText(point: Point | null, { noscore }: Messages): string {
  return point?.point == null ? noscore : decimals(point.point, 2);
}

function pointArticle(input: AppealInput, item: Item, sources: PageSources, words: PageWords): Markup {
  const { own, report, appeal } = words;
  const { node, point, finding } = item;
  const value = describeValue(finding.probe, finding.value, report);
  const isOpen = point !== null && point.low !== point.high;
  const marks =
    point?.point == null ? report.noscore : `${decimals(point.point * node.full, 2)} / ${decimals(node.full, 2)}`;
  return markup`<article id="${anchorOf(item)}"><h3>${node.name}</h3>
${factList([
  [own.state, report.states[finding.state]],
  [own.point, pointText(point, report)],
  [own.marks, isOpen ? report.pair(marks, own.bounds(decimals(point.low, 2), decimals(point.high, 2))) : marks],
  ...(node.leaf === null ? [] : [[own.rule, ruleText(node.leaf.normalizer, appeal)] as const]),
])}
${value === null ? null : markup`<p>${report.pair(own.found, value)}</p>`}
${reviewLine(input, finding, words)}
${finding.state === 'unknown' ? reasonsOf(item, words) : null}
${finding.evidence.length === 0 ? markup`<p class="soft">${own.noQuote}</p>` : finding.evidence.slice(0, quotesShown).map((one) => quoteOf(input, one, sources, words))}
</article>
`;
}

function reviewLine({ timeZone }: AppealInput, { review }: Finding, { own }: PageWords): Markup | null {
  if (review === undefined) return null;
  const by = review.status === 'applied' ? own.review : own.staleReview;
  return markup`<p><strong>${by(review.who, dayIn(review.when, timeZone))}</strong> ${excerpt(review.why, 300)}</p>`;
}

function quoteOf(
  input: AppealInput,
  { url, quote, capture }: Evidence,
  sources: PageSources,
  words: PageWords,
): Markup {
  const { own, report } = words;
  const found = input.captures.find((one) => one.capture.id === capture);
  const packed = sources.packed.get(capture);
  const picture = sources.pictures.get(capture);
  const hasPicture = found !== undefined && found.capture.screenshot !== null;
  return markup`<blockquote><p><q>${excerpt(quote, 200)}</q></p>
<p class="soft">${siteLink(url, excerpt(url, 200))}${found === undefined ? null : markup` · ${inZone(found.capture.time, input.timeZone, 'seconds')}`} · <a href="#${captureAnchor(capture)}"><code>${capture}</code></a>${packed === undefined || packed.masked === 0 ? null : markup` · ${own.masked(String(packed.masked))}`}${packed?.published === null ? markup` · ${own.gone}` : null}</p>
${
  picture === undefined
    ? hasPicture
      ? markup`<p class="soft">${own.pictureInside}</p>`
      : null
    : markup`<details><summary>${own.picture}</summary><img alt="${own.picture}" src="${new Markup(`data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`)}"></details>`
}</blockquote>
${report.sentenceGap === '' ? null : markup` `}`;
}

function reasonsOf({ finding, point }: Item, { report }: PageWords): Markup {
  const reason = finding.reason ?? point?.reason ?? null;
  return markup`${reason === null ? null : markup`<p>${wordFor(report.reasons, reason)}</p>`}${obstacleList(finding.obstacles ?? [], report)}`;
}

function unknowns(items: readonly Item[], words: PageWords): Markup {
  const { own, report } = words;
  const open = items.filter(({ finding }) => finding.state === 'unknown');
  if (open.length === 0) return markup`<p>${own.noUnknowns}</p>`;
  return markup`<p>${own.unknownNote}</p>
<ul>${open.map((item) => {
    const reason = item.finding.reason ?? '';
    return markup`<li><a href="#${anchorOf(item)}">${item.node.name}</a>${report.sentenceGap === '' ? null : markup` `}${wordFor(report.reasons, reason)}</li>`;
  })}</ul>`;
}

/** From every point to the pages that it quotes, with the hash of what is published. */
function pageIndex(
  input: AppealInput,
  items: readonly Item[],
  { packed }: PageSources,
  { own, report }: PageWords,
): Markup {
  const captures = new Map(input.captures.map(({ capture }) => [capture.id, capture]));
  const quoting = new Map<string, Item[]>();
  for (const item of items)
    for (const id of new Set(item.finding.evidence.map(({ capture }) => capture)))
      quoting.set(id, [...(quoting.get(id) ?? []), item]);
  const rows = [...quoting].map(([id, quoted]) => {
    const capture = captures.get(id);
    const names = quoted.map((item) => markup`<a href="#${anchorOf(item)}">${item.node.name}</a> `);
    const address = capture?.finalUrl ?? report.noscore;
    const records = (packed.get(id)?.records ?? []).map((record) => markup`<br><code>${record}</code>`);
    const hash = packed.get(id)?.published ?? report.noscore;
    return [
      markup`<span id="${captureAnchor(id)}">${names}</span>`,
      markup`${siteLink(address, excerpt(address, 200))}${records}`,
      capture === undefined ? report.noscore : inZone(capture.time, input.timeZone, 'seconds'),
      markup`<code>${hash}</code>`,
    ];
  });
  return table([...own.indexHead], rows, [0, 1, 2, 3]);
}

function steps(lines: readonly string[]): Markup {
  return markup`<ol>${lines.map((line) => markup`<li>${line}</li>`)}</ol>`;
}

/**
 * The form for objections, which the console reads when it is filled in; see
 * `docs/objection.schema.json`. It has an item for each finding, of which the sender keeps some.
 */
export function objectionForm({ government, findings }: AppealInput): object {
  return {
    ...{ format: 'govprobe-objection', version: 1, government: government.code },
    ...{ office: '', signer: '', dated: '', reference: null },
    items: findings.map(({ finding: { probe, state } }) => ({ indicator: probe, state, value: null, why: '' })),
  };
}
