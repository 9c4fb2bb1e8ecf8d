import { wilson } from '../../src/scoring/evaluation/wilson.ts';
import type { WorldResult } from '../exam/result.ts';
import type { FirstContact, Today } from './files.ts';

const decimal = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

function historyTable(contacts: readonly FirstContact[]): string {
  const header = [
    'world',
    'governments',
    'commit',
    'date',
    'browser',
    'states right',
    '`present` right',
    '`absent` right',
    'decided',
    'levels',
    'counts',
    'shares',
    'calibration error',
  ];
  const rows = contacts.map((item) => [
    item.world,
    String(item.governments),
    item.commit,
    item.date,
    item.browser ? 'yes' : 'no',
    decimal(item.states),
    decimal(item.present),
    `${decimal(item.absent)}${item['false-absent'] === null ? '' : ` (${item['false-absent']} false)`}`,
    decimal(item.decided),
    decimal(item.levels),
    decimal(item.counts),
    decimal(item.shares),
    decimal(item['calibration-error']),
  ]);
  return markdownTable(header, rows);
}

/** A share with its count and 95% interval: `0.950 (19/20, 0.76–0.99)`. */
function interval(right: number, of: number): string {
  if (of === 0) return '–';
  const { low, high } = wilson(right, of);
  return `${(right / of).toFixed(3)} (${right}/${of}, ${low.toFixed(2)}–${high.toFixed(2)})`;
}

function worldTable(worlds: readonly WorldResult[]): string {
  const header = [
    'world',
    'governments',
    'states right',
    '`present` right',
    '`absent` right',
    'decided',
    'levels',
    'counts',
    'shares',
    'calibration error',
    'Brier score (best constant)',
    'calibrated by the others: error',
    'Brier score',
  ];
  const rows = worlds.map((item) => {
    const { error, interval: between, brier } = item.calibration;
    return [
      item.world,
      String(item.governments),
      interval(item.states.right, item.states.of),
      interval(item.present.right, item.present.of),
      interval(item.absent.right, item.absent.of),
      interval(item.decided.right, item.decided.of),
      interval(item.levels.right, item.levels.of),
      interval(item.counts.right, item.counts.of),
      interval(item.shares.right, item.shares.of),
      `${decimal(error)}${between === null ? '' : ` (${between.low.toFixed(2)}–${between.high.toFixed(2)})`}`,
      brier === null ? '–' : `${decimal(brier.score)} (${decimal(brier.constant)})`,
      decimal(item.byOthers?.error ?? null),
      decimal(item.byOthers?.brier?.score ?? null),
    ];
  });
  return markdownTable(header, rows);
}

function probeTable(worlds: readonly WorldResult[]): string {
  const probes = [...new Set(worlds.flatMap((item) => Object.keys(item.probes)))].sort();
  const rows = probes.map((probe) => {
    const sum = (entry: string): number =>
      worlds.reduce((total, item) => total + (item.probes[probe]?.[entry] ?? 0), 0);
    const share = (right: string, of: string): string => interval(sum(right), sum(of));
    return [
      `\`${probe}\``,
      share('right', 'rows'),
      share('presentRight', 'present'),
      share('absentRight', 'absent'),
      share('decided', 'decidable'),
      share('levelsRight', 'levels'),
      share('countsRight', 'counts'),
      share('sharesRight', 'shares'),
    ];
  });
  const header = [
    'probe',
    'states right',
    '`present` right',
    '`absent` right',
    'decided',
    'levels',
    'counts',
    'shares',
  ];
  return markdownTable(header, rows);
}

function todayPart(today: Today | null): string {
  if (today === null) return 'No examination has been saved yet (`npm run exam -- --save`).\n';
  const with_ = today.browser ? 'with a browser' : 'without a browser';
  return [
    `Saved on ${today.date} at commit ${today.commit}, ${with_}. Behind each share stand its count and a 95% interval (Wilson).`,
    `### By world\n\n${worldTable(today.worlds)}`,
    `### By probe, all worlds together\n\n${probeTable(today.worlds)}`,
  ]
    .join('\n\n')
    .concat('\n');
}

/**
 * `docs/accuracy.md`: every first contact, and the newest saved examination. Pure: the same input
 * gives the same page.
 */
export function accuracyPage(history: readonly FirstContact[], today: Today | null): string {
  return `# Accuracy

Made by \`npm run docs\` from \`docs/accuracy-history.yaml\` and \`docs/accuracy-today.json\`; do not edit.

A world is a small country that others wrote without a look at this program, together with the truth about it. What the program says of our
own simulated country proves load, faults and arithmetic and is not shown here: sites and detectors written by the same hands agree.

* **states right**: rows of the truth sheet whose state is one that the sheet accepts.
* **\`present\` right**, **\`absent\` right**: claims that the sheet accepts.
* **decided**: of the rows that a careful person can decide, those on which the program claims something.
* **levels**, **counts**, **shares**: of the right \`present\` claims of which the sheet knows one, those that state it (a share within 0.06, of
  letters within 0.02).
* **calibration error**: how far the stated confidence lies from the share of right claims, over ten bins, with a 95% interval (bootstrap over
  governments). **Brier score**: mean squared distance of the two, beside that of the best constant. **Calibrated by the others**: the
  same for claims that a calibration states which was measured on all other worlds (\`config/calibration.yaml\` is measured on all).

## First contacts

What each world said when it was met for the first time, before anything was changed for it. These figures are kept for good.

${historyTable(history)}

## Today

${todayPart(today)}`;
}
