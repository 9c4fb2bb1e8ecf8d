import type { EditionFigures } from '../../application/edition.ts';
import type { Erratum } from '../../model/erratum.ts';
import { inZone } from '../../model/time.ts';
import type { Edition } from '../../store/editions.ts';
import { correctionLines } from '../corrections.ts';
import { cell, table } from '../output.ts';
import { say, titles } from '../say.ts';

/** An edition with what was said about it since. */
export interface ListedEdition extends Edition {
  /** Name of the edition that corrects it. */
  readonly replacedBy: string | null;
  readonly errata: readonly Erratum[];
}

/** One row for each edition, or how to make the first. */
export function editionsTable(editions: readonly ListedEdition[], zone: string): string[] {
  if (editions.length === 0) return [say('no edition is frozen yet; `govprobe edition freeze NAME` makes one')];
  const rows = editions.map((item) => [
    item.name,
    item.year === null ? '-' : String(item.year),
    inZone(item.frozen, zone),
    item.runs.map(({ id }) => id).join(' + '),
    item.derivedFrom ?? '-',
    item.sha256.slice(0, 12),
    correctionCell(item),
    cell(item.note ?? '', 60),
  ]);
  return table(titles('name', 'year', 'frozen', 'runs', 'rejudged from', 'sha256', 'corrections', 'note'), rows);
}

/** Where an edition comes from, and what it holds. */
export function editionLines(figures: EditionFigures, zone: string): string[] {
  const { edition, tree, governments, ranked, findings, applied, stale, reviews, tiers } = figures;
  return [
    ...describe(edition, zone),
    ...correctionLines(edition.name, figures, zone),
    `tree        ${tree.title}, ${tree.leaves} leaves`,
    `governments ${governments}, ${ranked} of them ranked`,
    `findings    ${findings}, ${applied} decided by a review, ${stale} with a review that is stale`,
    `reviews     ${reviews}`,
    `tiers       ${tiers.map(({ letter, size }) => `${letter} ${size}`).join(', ') || 'none'}`,
  ];
}

function describe(item: Edition, zone: string): string[] {
  return [
    `edition     ${item.name}${item.year === null ? '' : ` (${item.year})`}`,
    ...(item.note === null ? [] : [`note        ${cell(item.note, 300)}`]),
    `frozen      ${inZone(item.frozen, zone)}, govprobe ${item.toolVersion}, configuration ${item.configHash.slice(0, 12)}`,
    `runs        ${item.runs.map(({ id }) => id).join(' + ')}`,
    ...(item.derivedFrom === null ? [] : [`judged      from the captures of edition ${item.derivedFrom}`]),
    ...(item.replaces === null ? [] : [`replaces    edition ${item.replaces.name}, sha256 ${item.replaces.sha256}`]),
    `sha256      ${item.sha256}`,
  ];
}

function correctionCell({ replaces, replacedBy, errata }: ListedEdition): string {
  const parts = [
    ...(replacedBy === null ? [] : [say('replaced by {name}', { name: replacedBy })]),
    ...(replaces === null ? [] : [say('replaces {name}', { name: replaces.name })]),
    ...(errata.length === 0 ? [] : [say('errata: {count}', { count: errata.length })]),
  ];
  return parts.join(', ') || '-';
}
