import type { Adoption } from '../../scoring/adoption.ts';
import type { TreeNode } from '../../scoring/tree.ts';
import type { ReportData } from '../figures/derive.ts';
import type { AdoptionFigures, Counted } from '../figures/schema.ts';
import { type Messages, wordFor } from '../messages.ts';
import { percent } from '../text.ts';
import { count, countChange, difference, middle, pointer, share } from './figures.ts';
import { listed, type Sentence, sentence } from './sentence.ts';

/** A statement with its figures and their place in `report.json`. */
interface Told {
  readonly entry: Adoption;
  readonly figures: AdoptionFigures;
  readonly subject: string;
  readonly statistic: string;
  readonly at: (...steps: (string | number)[]) => string;
}

/**
 * Sentences about the statements that use probes of this capability, of those on which something is
 * concluded: shares, changes, provinces, shared engines, comparisons.
 */
export function adoptionSentences(data: ReportData, node: TreeNode, messages: Messages): Sentence[][] {
  const probes = new Set(
    data.assessment.tree.nodes.flatMap(({ leaf, path }) =>
      leaf !== null && path.startsWith(`${node.path}/`) ? [leaf.finding] : [],
    ),
  );
  const concerned = toldStatements(data, messages).filter(
    ({ entry, figures }) => figures.concluded && entry.probes.some((probe) => probes.has(probe)),
  );
  const saying = (what: 'share' | 'change') =>
    concerned.filter(({ entry }) => {
      const condition = data.conditions.find(({ id }) => id === entry.statement);
      return condition === undefined || condition.says.includes(what);
    });
  const shares = saying('share').map((told) => shareSentence(told, data, messages));
  const changes = saying('change').flatMap((told) => changeSentence(told, data, messages));
  const places = concerned.flatMap((told) => [
    ...provinceSentence(told, messages),
    ...engineSentence(told, messages),
    ...againstSentence(told, data, messages),
  ]);
  // Shares with their groups are long: each has a paragraph of its own.
  return [...shares.map((entry) => [entry]), places, changes].filter((sentences) => sentences.length > 0);
}

/** Statements on which nothing is concluded, with the number of unknown governments. */
export function openStatements(data: ReportData, messages: Messages): Sentence[] {
  return toldStatements(data, messages).flatMap(({ figures, subject, statistic, at }) =>
    figures.concluded || figures.said.unknown === 0
      ? []
      : [
          sentence(messages.narrative.certainty.openStatement, {
            subject,
            unknown: count(statistic, at('said', 'unknown'), figures.said.unknown),
          }),
        ],
  );
}

function toldStatements({ adoption, figures }: ReportData, messages: Messages): Told[] {
  return adoption.flatMap((entry, index): Told[] => {
    const own = figures.adoption[index];
    if (own === undefined) return [];
    return [
      {
        entry,
        figures: own,
        subject: statementText(entry, messages),
        statistic: `adoption:${entry.statement}`,
        at: (...steps) => pointer('bulletin', 'adoption', index, ...steps),
      },
    ];
  });
}

/** Text of a statement, from the catalogue or else from the pack. */
export function statementText({ statement, text }: Adoption, { statements }: Messages): string {
  return Object.hasOwn(statements, statement) ? wordFor(statements, statement) : text;
}

/** The share, or what it lies between if some governments are unknown; null where it concerns nobody. */
export function intervalText({ low, high, unknown }: Counted): string | null {
  if (low === null || high === null) return null;
  return unknown === 0 ? percent(low) : `${percent(low)}–${percent(high)}`;
}

/** The number of governments, at least and at most: `258–273`. */
export function countText({ least, most }: Counted): string {
  return least === most ? String(least) : `${least}–${most}`;
}

type At = (...steps: (string | number)[]) => string;

/** `258个`, or `至少258个、至多273个`. */
function countOf({ least, most }: Counted, statistic: string, at: At, { narrative }: Messages): Sentence {
  const { exact, bounded, atMost } = narrative.adoption;
  return sentence(least === most ? exact : least === 0 ? atMost : bounded, {
    least: count(statistic, at('least'), least),
    most: count(statistic, at('most'), most),
  });
}

function shareOf({ low, high }: Counted, statistic: string, at: At, { narrative }: Messages): Sentence {
  const { exactShare, boundedShare } = narrative.adoption;
  return sentence(low === high ? exactShare : boundedShare, {
    low: share(statistic, at('low'), low ?? 0),
    high: share(statistic, at('high'), high ?? 0),
  });
}

function shareSentence({ figures, subject, statistic, at }: Told, data: ReportData, messages: Messages): Sentence {
  const { adoption } = messages.narrative;
  const { said, groups } = figures;
  const everyone = data.description.whole.governments;
  const template =
    said.id !== null ? adoption.shareOfGroup : said.concerned === everyone ? adoption.share : adoption.shareOf;
  const saidAt: At = (...steps) => at('said', ...steps);
  const main = sentence(template, {
    subject,
    name: wordFor(data.groupNames, said.id ?? ''),
    concerned: count(statistic, saidAt('concerned'), said.concerned),
    count: countOf(said, statistic, saidAt, messages),
    share: shareOf(said, statistic, saidAt, messages),
  });
  if (groups.length < 2) return sentence(adoption.list, { items: main });
  const items = groups.map((own, index) => {
    const groupAt: At = (...steps) => at('groups', index, ...steps);
    return sentence(adoption.group, {
      name: wordFor(data.groupNames, own.id ?? ''),
      count: countOf(own, statistic, groupAt, messages),
      share: shareOf(own, statistic, groupAt, messages),
    });
  });
  const inGroups = sentence(adoption.groups, { groups: listed(items, messages.listMark) });
  return sentence(adoption.list, { items: listed([main, inGroups], messages.comma) });
}

function changeSentence({ entry, subject }: Told, { figures }: ReportData, { narrative }: Messages): Sentence[] {
  const { changes } = figures;
  const index = changes?.adoption.findIndex(({ statement }) => statement === entry.statement) ?? -1;
  const own = changes?.adoption[index];
  if (changes === null || own === undefined || own.points === null) return [];
  const { changeUp, changeDown, changeSame } = narrative.adoption;
  const statistic = 'adoption-change';
  const at = (key: string) => pointer('bulletin', 'changes', 'adoption', index, key);
  return [
    sentence(own.difference === 0 ? changeSame : own.difference > 0 ? changeUp : changeDown, {
      edition: changes.edition,
      subject,
      n: count(statistic, at('n'), own.n),
      before: count(statistic, at('before'), own.before),
      after: count(statistic, at('after'), own.after),
      count: countChange(statistic, at('difference'), own.difference),
      difference: difference(statistic, at('points'), own.points),
    }),
  ];
}

/** The provinces where most, or all, meet the condition, each with its number of governments. */
function provinceSentence({ figures, subject, statistic, at }: Told, messages: Messages): Sentence[] {
  const { named, provinces } = figures;
  if (named === null || named.found === 0) return [];
  const { adoption } = messages.narrative;
  const items = named.provinces.flatMap((name) => {
    const index = provinces.findIndex(({ id }) => id === name);
    const own = provinces[index];
    if (own === undefined) return [];
    const ownAt: At = (...steps) => at('provinces', index, ...steps);
    return [
      sentence(adoption.province, {
        name,
        concerned: count(statistic, ownAt('concerned'), own.concerned),
        count: countOf(own, statistic, ownAt, messages),
      }),
    ];
  });
  const isAll = named.by === 'all';
  const template =
    items.length < named.found
      ? isAll
        ? adoption.allNamed
        : adoption.mostNamed
      : isAll
        ? adoption.all
        : adoption.most;
  return [
    sentence(template, {
      subject,
      found: count(statistic, at('named', 'found'), named.found),
      named: count(statistic, at('named', 'count'), named.count),
      items: listed(items, messages.listMark),
    }),
  ];
}

function engineSentence({ figures, subject, statistic, at }: Told, { narrative }: Messages): Sentence[] {
  const { engines } = figures;
  if (engines === null || engines.addressed === 0) return [];
  const { adoption } = narrative;
  const figure = (key: keyof typeof engines) => count(statistic, at('engines', key), engines[key]);
  return [
    sentence(engines.governments === 0 ? adoption.noEngines : adoption.engines, {
      subject,
      addressed: figure('addressed'),
      governments: figure('governments'),
      engines: figure('engines'),
      provinces: figure('provinces'),
    }),
  ];
}

function againstSentence(told: Told, { assessment }: ReportData, { narrative }: Messages): Sentence[] {
  const { figures, subject, statistic, at } = told;
  const { against } = figures;
  if (against === null || against.met.rank === null || against.unmet.rank === null) return [];
  const { againstAhead, againstBehind } = narrative.adoption;
  const node = assessment.tree.nodes.find(({ path }) => path === against.node);
  return [
    sentence(against.unmet.rank < against.met.rank ? againstAhead : againstBehind, {
      subject,
      node: node?.name ?? against.node,
      provinces: count(statistic, at('against', 'provinces'), against.provinces),
      met: count(statistic, at('against', 'met', 'n'), against.met.n),
      rank: middle(statistic, at('against', 'met', 'rank'), against.met.rank),
      unmet: count(statistic, at('against', 'unmet', 'n'), against.unmet.n),
      otherRank: middle(statistic, at('against', 'unmet', 'rank'), against.unmet.rank),
    }),
  ];
}
