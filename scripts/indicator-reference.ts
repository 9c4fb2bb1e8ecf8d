// docs/indicators.md: what every leaf of the tree measures, from tree, vocabulary and probes.
import { z } from 'zod';
import type { Pack } from '../src/config/pack.ts';
import type { Leaf, Normalizer, Term } from '../src/config/schema/indicators.ts';
import { treeNodes } from '../src/config/tree.ts';
import { presenceLevels } from '../src/model/finding.ts';
import type { Probe } from '../src/probes/contract.ts';

/**
 * A field of a probe's value: path (`limit.days`, `lists.*.url`, `lacking[].title`), type, meaning.
 */
export interface ValueField {
  readonly path: string;
  readonly kind: string;
  /** Empty if the schema has none. */
  readonly meaning: string;
}

/** All fields of a value schema, with members of nested objects after their parent. */
export function valueFields(schema: z.core.$ZodType, prefix = ''): ValueField[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, field]): ValueField[] => {
    const path = prefix + name;
    const inner = withoutNull(field);
    const meaning = z.globalRegistry.get(field)?.description ?? z.globalRegistry.get(inner)?.description ?? '';
    const own = { path, kind: kindOf(field), meaning };
    if (inner instanceof z.ZodArray) return [own, ...valueFields(inner.element, `${path}[].`)];
    if (inner instanceof z.ZodRecord) return [own, ...valueFields(inner.valueType, `${path}.*.`)];
    return [own, ...valueFields(inner, `${path}.`)];
  });
}

function withoutNull(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodNullable ? schema.unwrap() : schema;
}

function kindOf(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodNullable) return `${kindOf(schema.unwrap())} or null`;
  if (schema instanceof z.ZodEnum) return schema.options.map((one) => `\`${one}\``).join(', ');
  if (schema instanceof z.ZodArray) return `list of ${kindOf(schema.element)}`;
  if (schema instanceof z.ZodRecord) return `${kindOf(schema.valueType)} by name`;
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue, isInt } = schema;
    const kind = isInt ? 'whole number' : 'number';
    return minValue === 0 && maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER ? `${kind} 0..${maxValue}` : kind;
  }
  if (schema instanceof z.ZodBoolean) return 'yes or no';
  return schema instanceof z.ZodString ? 'text' : 'object';
}

/** Describes how a normalizer turns a present finding into a point. */
export function pointInWords(normalizer: Normalizer): string {
  switch (normalizer.kind) {
    case 'boolean':
      return '1 when present';
    case 'key':
      return `1 where \`${normalizer.key}\` holds`;
    case 'freshness':
      return `1 where the day in \`${normalizer.key}\` is up to ${normalizer['fresh-days']} days before the run, 0 from ${normalizer['stale-days']} days on, straight between`;
    case 'weighted':
      return `sum of ${normalizer.terms.map(termInWords).join('; ')}`;
    case 'ladder': {
      const steps = Object.entries(normalizer.steps).map(([step, worth]) => `\`${step}\` ${worth}`);
      return `by the step in \`${normalizer.key}\`: ${steps.join(', ')}`;
    }
    case 'ratio':
      return `\`${normalizer.key}\` as measured, from 0 to 1`;
    case 'capped-count':
      return `\`${normalizer.key}\` n as log(1 + n) / log(1 + ${normalizer.cap}), at most 1`;
    case 'checklist': {
      const items = normalizer.items.map((item) => `\`${item}\``).join(', ');
      return `share of ${normalizer.items.length} items that are in \`${normalizer.key}\`: ${items}`;
    }
  }
}

function termInWords({ weight, measure, levels, missing }: Term): string {
  const condition = levels === undefined ? '' : `, only where \`level\` is ${levels.join(' or ')}`;
  const otherwise = missing === undefined ? '' : `, ${missing} where nothing is stated`;
  return `${weight} × (${pointInWords(measure)}${condition}${otherwise})`;
}

function unknownInWords({ unknown }: Leaf): string {
  if (unknown === 'estimate') return 'estimated from the governments that agree with what is known of it';
  if (unknown === 'renormalize') return 'left out; the weights of the others beside it are renormalized';
  if (unknown === 'zero') return 'counts what is proven, else 0';
  return `the last known finding for ${unknown['carry-forward-days']} days, then estimated`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

/** Levels of a probe, lowest first, with their meaning. */
function levelsOf(probe: Probe): string {
  return presenceLevels
    .flatMap((level) => (probe.about.levels?.[level] === undefined ? [] : `\`${level}\`: ${probe.about.levels[level]}`))
    .join('; ');
}

/**
 * The document. A leaf without a probe is described as always unknown.
 * @param probes probes of the program
 */
export function indicatorReference(pack: Pack, probes: readonly Probe[]): string {
  const byId = new Map(probes.map((probe) => [probe.id, probe]));
  const nodes = treeNodes(pack.tree);
  const names = new Map(nodes.map((node) => [node.id, `${node.name} (${node.weight})`]));
  const placed = nodes.flatMap((node) =>
    node.leaf ? [{ leaf: node.leaf, ids: node.ids, probe: byId.get(node.leaf.finding) ?? null }] : [],
  );
  const overview = placed.map(({ leaf, probe }) => [
    `[${leaf.name}](#${leaf.id})`,
    String(leaf.weight),
    ...(probe
      ? [probe.about.measures, levelsOf(probe) || 'none', pointInWords(leaf.normalizer)]
      : ['no probe', 'none', pointInWords(leaf.normalizer)]),
    ...(probe ? [probe.about.evidence, probe.about.blindSpots.join(' ')] : ['', '']),
  ]);
  const sections = placed.map(({ leaf, ids, probe }) => section(leaf, ids, probe, names, pack));
  const parts = [
    '# Indicators',
    'Generated from the probes, `config/indicators.yaml` and `config/vocabulary.yaml` by `npm run docs`; do not edit. Names in code type ' +
      'such as `reply-limit` are numbers in `config/vocabulary.yaml` or `config/questions.yaml`.',
    'A finding is `present`, `absent` (only where the site was seen whole) or `unknown` (with a reason). An absent one is worth 0; points ' +
      'below are those of a present one. Where the value lacks what the normalizer needs, the leaf is unknown and never 0.',
    table(
      ['indicator', 'weight', 'what is measured', 'levels', 'point', 'evidence kept', 'known blind spots'],
      overview,
    ),
    ...sections,
    wordsSection(
      pack,
      placed.flatMap(({ probe }) => probe?.seeks ?? []),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(
  leaf: Leaf,
  ids: readonly string[],
  probe: Probe | null,
  names: ReadonlyMap<string, string>,
  pack: Pack,
): string {
  const place = ids.map((id) => names.get(id) ?? id).join(' › ');
  const shared = [
    ['place and weights', place],
    ['point', pointInWords(leaf.normalizer)],
    ['when unknown', unknownInWords(leaf)],
  ];
  const title = `## ${leaf.id}\n\n**${leaf.name}**`;
  if (probe === null)
    return `${title}: no probe gives \`${leaf.finding}\`, so it is always unknown.\n\n${table(['', ''], shared)}`;
  const sought = probe.seeks.filter((intent, index) => probe.seeks.indexOf(intent) === index);
  const rows = [
    ...shared,
    ['probe', `\`${probe.id}\`, version ${probe.version}`],
    ['sites', code(probe.sites)],
    ['levels', levelsOf(probe) || 'none'],
    ['evidence kept', probe.about.evidence],
    [
      'seeks',
      sought.map((intent) => `[${intent}](#words) (${firstWords(pack, intent)})`).join(', ') || 'nothing of its own',
    ],
  ];
  const fields = valueFields(probe.value).map(({ path, kind, meaning }) => [`\`${path}\``, kind, meaning]);
  return [
    title,
    probe.about.measures,
    table(['', ''], rows),
    table(['field of the value', 'kind', 'meaning'], fields),
    'Known blind spots:',
    probe.about.blindSpots.map((spot) => `* ${spot}`).join('\n'),
  ].join('\n\n');
}

function firstWords(pack: Pack, intent: string): string {
  const rule = pack.knowledge.vocabulary.intents[intent];
  if (rule === undefined) return 'not in the vocabulary';
  const labels = rule.labels.map(wordOf);
  if (labels.length === 0) return rule.below.length > 0 ? `links on pages of ${rule.below.join(', ')}` : 'by address';
  return labels.slice(0, 3).join(', ') + (labels.length > 3 ? ' …' : '');
}

const wordOf = (word: string | { readonly text: string }): string => (typeof word === 'string' ? word : word.text);

function wordsSection(pack: Pack, sought: readonly string[]): string {
  const { intents } = pack.knowledge.vocabulary;
  const rows = Object.entries(intents).flatMap(([id, rule]) =>
    sought.includes(id)
      ? [[`\`${id}\``, rule.labels.map(wordOf).join(', '), rule.not.join(', '), String(rule['max-depth'])]]
      : [],
  );
  return [
    '## Words',
    'Labels by which the links above are recognised. Addresses and vendors that do so too stand in the vocabulary.',
    table(['intent', 'labels', 'but not', 'most clicks'], rows),
  ].join('\n\n');
}
