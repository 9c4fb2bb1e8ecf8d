import { type Adoption, boundsOfShare, type Share } from '../../scoring/adoption.ts';
import type { TreeNode } from '../../scoring/tree.ts';
import type { ReportInput } from '../input.ts';
import { type Messages, wordFor } from '../messages.ts';
import { decimals, percent } from '../text.ts';
import { type Figure, listed, type Sentence, sentence } from './sentence.ts';
import { isSupported, mostUnknown } from './support.ts';

/** Number of provinces named for a statement. */
const provincesNamed = 7;

/**
 * Sentences about the statements that use probes of this capability: shares, changes and provinces.
 */
export function adoptionSentences(input: ReportInput, node: TreeNode, messages: Messages): Sentence[][] {
  const probes = new Set(
    input.assessment.tree.nodes.flatMap(({ leaf, path }) =>
      leaf !== null && path.startsWith(`${node.path}/`) ? [leaf.finding] : [],
    ),
  );
  const concerned = input.adoption.filter((entry) => entry.probes.some((probe) => probes.has(probe)));
  const subject = (entry: Adoption) => statementText(entry, messages);
  const shares = concerned.flatMap((entry) => sharesOf(entry, subject(entry), input, messages));
  const changes = concerned.flatMap((entry) => changeOf(entry, subject(entry), input, messages));
  const places = concerned.flatMap((entry) => placesOf(entry, input, messages));
  return [shares, [...changes, ...places]].filter((sentences) => sentences.length > 0);
}

/** Text of a statement, from the catalogue or else from the pack. */
export function statementText({ statement, text }: Adoption, { statements }: Messages): string {
  return Object.hasOwn(statements, statement) ? wordFor(statements, statement) : text;
}

/** The share as a figure that links to the statement's definition. */
export function shareFigure(statement: string, share: Share): Figure {
  return {
    text: share.share === null ? '' : intervalText(share),
    statistic: `adoption:${statement}`,
    numerator: share.numerator,
    denominator: share.denominator,
  };
}

/** The share, or what it lies between if some governments are unknown. */
export function intervalText(share: Share): string {
  const bounds = boundsOfShare(share);
  if (bounds === null || share.unknown === 0) return percent(share.share ?? 0);
  return `${percent(bounds.low)}–${percent(bounds.high)}`;
}

function sharesOf(entry: Adoption, subject: string, input: ReportInput, messages: Messages): Sentence[] {
  const { adoption } = messages.narrative;
  const { statement, overall, groups } = entry;
  const scored = new Set(input.governments.filter((government) => government.scored).map(({ group }) => group));
  // A statement about observed platforms has answers only in their group.
  const ofObserved = groups.filter(({ group, yes, no }) => group !== null && !scored.has(group) && yes + no > 0);
  const shown = overall.yes + overall.no > 0 ? [overall] : ofObserved;
  return shown.flatMap((share): Sentence[] => {
    if (share.share === null) return [];
    if (!isSupported(share.yes + share.no, share.unknown)) {
      return [
        sentence(adoption.insufficient, {
          subject,
          unknown: { text: String(share.unknown), statistic: `adoption:${statement}` },
          limit: percent(mostUnknown, 0),
        }),
      ];
    }
    const parts: Sentence[] = [counted(adoption.share, statement, share, { subject })];
    const inGroups = groups.filter(
      ({ group, share: own, yes, no, unknown }) =>
        group !== null && scored.has(group) && own !== null && isSupported(yes + no, unknown),
    );
    if (entry.base === 'all' && share === overall && inGroups.length > 1) {
      const items = inGroups.map((own) =>
        counted(adoption.group, statement, own, { name: wordFor(input.groupNames, own.group ?? '') }),
      );
      parts.push(sentence(adoption.groups, { groups: listed(items, messages.listMark) }));
    }
    return [sentence(adoption.list, { items: listed(parts, messages.comma) })];
  });
}

function counted(template: string, statement: string, share: Share, values: Sentence['values']): Sentence {
  const figure = shareFigure(statement, share);
  return sentence(template, {
    ...values,
    share: figure,
    numerator: { ...figure, text: String(share.numerator) },
    denominator: { ...figure, text: String(share.denominator) },
  });
}

function changeOf(entry: Adoption, subject: string, { earlier }: ReportInput, { narrative }: Messages): Sentence[] {
  const before = earlier?.adoption.find(({ statement }) => statement === entry.statement)?.overall;
  const after = entry.overall;
  if (earlier === null || before === undefined || before.share === null || after.share === null) return [];
  if (!isSupported(before.yes + before.no, before.unknown) || !isSupported(after.yes + after.no, after.unknown))
    return [];
  const difference = after.share - before.share;
  if (difference === 0) return [];
  const statistic = 'adoption-change';
  return [
    sentence(difference > 0 ? narrative.adoption.changeUp : narrative.adoption.changeDown, {
      edition: earlier.name,
      subject,
      difference: { text: decimals(Math.abs(difference) * 100, 2), statistic },
      count: { text: String(Math.abs(after.numerator - before.numerator)), statistic },
    }),
  ];
}

/** The provinces of the governments that lack the thing, most first. */
function placesOf(entry: Adoption, input: ReportInput, messages: Messages): Sentence[] {
  const { adoption } = messages.narrative;
  const [probe] = entry.probes;
  if (!adoption.located.includes(entry.statement)) return [];
  if (!isSupported(entry.overall.yes + entry.overall.no, entry.overall.unknown)) return [];
  const absent = new Set(
    input.findings.flatMap((finding) =>
      finding.probe === probe && finding.state === 'absent' ? [finding.government] : [],
    ),
  );
  const counts = new Map<string, number>();
  for (const { code, province, scored } of input.governments) {
    if (scored && absent.has(code)) counts.set(province, (counts.get(province) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, provincesNamed);
  if (most.length === 0) return [];
  const items = most.map(([name, count]) =>
    sentence(adoption.whereItem, { name, count: { text: String(count), statistic: `adoption:${entry.statement}` } }),
  );
  return [sentence(adoption.where, { names: listed(items, messages.listMark) })];
}
