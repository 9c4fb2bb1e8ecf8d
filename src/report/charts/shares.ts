import type { NodeStatistics } from '../../scoring/descriptive/nodes.ts';
import type { TreeNode } from '../../scoring/tree.ts';
import type { ReportData } from '../figures/derive.ts';
import type { Messages } from '../messages.ts';
import { countText, intervalText, statementText } from '../narrative/adoption.ts';
import { percent } from '../text.ts';
import { type Bar, barDrawing } from './bars.ts';
import type { Drawing } from './draw.ts';
import { colourAt, decalAt } from './palette.ts';

/**
 * Number and share of each statement on which something is concluded, over those whom the bulletin
 * speaks of; the bar ends at the lower bound, the unknown ones behind it are hatched.
 */
export function adoptionDrawing({ adoption, figures }: ReportData, messages: Messages, width: number): Drawing {
  const bars = adoption.flatMap((entry, index): Bar[] => {
    const own = figures.adoption[index];
    if (own === undefined || !own.concluded) return [];
    const { said } = own;
    return [
      {
        label: statementText(entry, messages),
        value: `${intervalText(said) ?? messages.noscore} (${countText(said)}/${said.concerned})`,
        length: said.low ?? 0,
        open: (said.high ?? 0) - (said.low ?? 0),
      },
    ];
  });
  const summary = bars.map(({ label, value }) => messages.pair(label, value)).join(messages.charts.separator);
  return barDrawing('adoption', bars, messages.charts.adoption, summary, width);
}

/**
 * Mean score rate of every node below the total on which something is concluded, indented by depth,
 * one colour and pattern per capability.
 */
export function rateDrawing(
  nodes: readonly TreeNode[],
  statistics: readonly NodeStatistics[],
  messages: Messages,
  width: number,
): Drawing {
  let capability = -1;
  const bars = nodes.flatMap(({ index, level, name }): Bar[] => {
    if (level === 'total') return [];
    if (level === 'capability') capability += 1;
    const rate = statistics[index]?.rate ?? null;
    if (rate === null) return [];
    return [
      {
        label: name,
        value: percent(rate),
        length: rate,
        colour: colourAt(capability),
        decal: decalAt(capability),
        indent: level === 'capability' ? 0 : level === 'branch' ? 12 : 24,
      },
    ];
  });
  const summary = bars.map(({ label, value }) => messages.pair(label, value)).join(messages.charts.separator);
  return barDrawing('rates', bars, messages.charts.rates, summary, width);
}
