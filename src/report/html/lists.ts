import { cityFile } from '../city.ts';
import { type FigureLists, listAnchorOf } from '../lists.ts';
import { type Markup, markup } from '../markup.ts';
import type { Messages } from '../messages.ts';
import type { StatisticId } from '../narrative/sentence.ts';

/**
 * The names behind a figure. They are folded on screens; the browser opens them when a figure leads
 * here, since the anchor is inside, and prints them.
 */
export function namesBehind(statistic: StatisticId, behind: FigureLists | null, messages: Messages): Markup {
  const { lists: words, comma, listMark, pair, charts } = messages;
  const anchor = listAnchorOf(statistic) ?? '';
  if (behind === null) return markup`<p class="soft" id="${anchor}">${words.missing}</p>`;
  const counts = behind.lists.map(({ title, governments }) => pair(title, String(governments.length)));
  return markup`<details class="names"><summary>${words.title(counts.join(comma))}</summary>
<dl id="${anchor}">${behind.lists.map(
    ({ title, governments }) =>
      markup`<dt>${charts.counted(title, String(governments.length))}</dt><dd>${governments.map(
        ({ code, name }, index) => [
          index > 0 ? listMark : null,
          markup`<a href="cities/${cityFile(code)}">${name}</a>`,
        ],
      )}</dd>
`,
  )}</dl></details>`;
}
