import type { Adoption } from '../../scoring/adoption.ts';
import type { NodeStatistics } from '../../scoring/descriptive/nodes.ts';
import type { TreeNode } from '../../scoring/tree.ts';
import type { Messages } from '../messages.ts';
import { statementText } from '../narrative/adoption.ts';
import { percent } from '../text.ts';
import { type Bar, barDrawing } from './bars.ts';
import type { Drawing } from './draw.ts';
import { colourAt, decalAt } from './palette.ts';

/**
 * Share of each statement over all scored governments; unknown ones in the denominator are hatched.
 */
export function adoptionDrawing(adoption: readonly Adoption[], messages: Messages, width: number): Drawing {
  const bars = adoption.map((entry) => barOf(entry, messages));
  const summary = bars.map(({ label, value }) => messages.pair(label, value)).join(messages.charts.separator);
  return barDrawing('adoption', bars, messages.charts.adoption, summary, width);
}

function barOf(entry: Adoption, messages: Messages): Bar {
  const { base, overall } = entry;
  return {
    label: statementText(entry, messages),
    value:
      overall.share === null
        ? messages.noscore
        : `${percent(overall.share)} (${overall.numerator}/${overall.denominator})`,
    length: overall.share ?? 0,
    open: base === 'all' && overall.denominator > 0 ? overall.unknown / overall.denominator : 0,
  };
}

/**
 * Mean score rate of every node below the total, indented by depth, one colour and pattern per
 * capability.
 */
export function rateDrawing(
  nodes: readonly TreeNode[],
  statistics: readonly NodeStatistics[],
  messages: Messages,
  width: number,
): Drawing {
  let capability = -1;
  const bars = nodes.flatMap(({ index, level, name }) => {
    if (level === 'total') return [];
    if (level === 'capability') capability += 1;
    const rate = statistics[index]?.rate ?? null;
    return [
      {
        label: name,
        value: rate === null ? messages.noscore : percent(rate),
        length: rate ?? 0,
        colour: colourAt(capability),
        decal: decalAt(capability),
        indent: level === 'capability' ? 0 : level === 'branch' ? 12 : 24,
      },
    ];
  });
  const summary = bars.map(({ label, value }) => messages.pair(label, value)).join(messages.charts.separator);
  return barDrawing('rates', bars, messages.charts.rates, summary, width);
}
