import type { Government } from '../../model/government.ts';
import type { FolderKind } from '../../model/nature.ts';
import type { Assessment } from '../../scoring/assess.ts';
import { page, table } from '../html/parts.ts';
import { Markup, markup } from '../markup.ts';
import { storedStyle } from '../style.ts';
import { decimals } from '../text.ts';
import type { PageWords } from './first-page.ts';

/** The first page of a publication: all governments in the order of their ranks. */
export function listPage(
  edition: string,
  governments: readonly Government[],
  { ranking }: Pick<Assessment, 'ranking'>,
  nature: FolderKind,
  { own, report }: Pick<PageWords, 'own' | 'report'>,
): string {
  const places = new Map(ranking.map((ranked, position) => [ranked.government, { ...ranked, position }]));
  const last = ranking.length;
  const sorted = governments.toSorted(
    (a, b) => (places.get(a.code)?.position ?? last) - (places.get(b.code)?.position ?? last),
  );
  const rows = sorted.map(({ code, name }) => {
    const place = places.get(code);
    return [
      place?.rank ?? report.noscore,
      name,
      place?.score == null ? report.noscore : decimals(place.score, 2),
      markup`<a href="governments/${code}.html">${own.open}</a>`,
      markup`<a href="governments/${code}.wacz">${code}.wacz</a>`,
    ];
  });
  const title = own.listTitle(edition);
  const body = markup`<header><h1>${title}</h1><p>${own.listIntro}</p></header>
<main>${table([...own.listHead], rows, [1, 3, 4])}</main>`;
  return page(title, new Markup(`<style>${storedStyle}</style>`), body, nature, report, 'nothing');
}
