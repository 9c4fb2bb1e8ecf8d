import { Command, InvalidArgumentError } from 'commander';
import { UsageError } from '../../model/usage-error.ts';
import { freezeEdition } from '../../pipeline/assessment/editions/freeze.ts';
import { readEdition } from '../../pipeline/assessment/editions/read.ts';
import { probes } from '../../probes/list.ts';
import type { Edition } from '../../store/editions.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { cell, note, printJson, printLines, table } from '../output.ts';

interface EditionOptions extends CommonOptions {
  readonly run?: string;
  readonly year?: number;
  readonly note?: string;
}

const actions = ['freeze', 'list', 'show', 'verify'] as const;

function yearOf(text: string): number {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 1990) throw new InvalidArgumentError('expected a year such as 2023.');
  return year;
}

export function editionCommand(): Command {
  return withCommonOptions(new Command('edition'))
    .summary('freeze a published assessment, for good')
    .description(
      'Freezes an assessment under a name (freeze), lists what is frozen (list), shows one (show), recomputes its hashes (verify).',
    )
    .argument('<action>', actions.join(', '))
    .argument('[name]', 'name of the edition; list needs none')
    .option(
      '--run <id>',
      'with freeze: this run only (default: the newest crawl with later single probes laid over it)',
    )
    .option('--year <n>', 'with freeze: the year it stands for', yearOf)
    .option('--note <text>', 'with freeze: a remark')
    .addHelpText(
      'after',
      `
An edition keeps the registry, the indicator tree, findings with their reviews, points, scores, ranks, tiers, and the record of every
capture, each with its SHA-256. It never changes: no command alters or deletes one, and the database refuses it.

Examples:
  govprobe edition freeze 2023 --year 2023 --note '正式发布'
  govprobe edition list
  govprobe edition verify 2023
  govprobe score --edition 2023
  govprobe diff 2022 2023
  govprobe rejudge --edition 2022 --as 2022-by-today`,
    )
    .action(edition);
}

async function edition(action: string, name: string | undefined, options: EditionOptions): Promise<void> {
  const known = actions.find((item) => item === action);
  if (known === undefined)
    throw new UsageError(`edition ${JSON.stringify(action)}: expected one of ${actions.join(', ')}`);
  if (known === 'list') {
    if (name !== undefined) throw new UsageError(`edition list takes no name, found ${JSON.stringify(name)}`);
    return list(options);
  }
  if (name === undefined)
    throw new UsageError(`edition ${known} needs a name, such as \`govprobe edition ${known} 2023\``);
  if (known === 'freeze') return freeze(name, options);
  return known === 'show' ? show(name, options) : verify(name, options);
}

async function freeze(name: string, options: EditionOptions): Promise<void> {
  const pack = await packOf(options);
  const frozen = await withStore(options, (store) =>
    freezeEdition(store, {
      name,
      year: options.year ?? null,
      note: options.note ?? null,
      run: options.run ?? null,
      pack,
      probes,
    }),
  );
  if (options.json) printJson(frozen);
  else printLines([`edition ${name} is frozen, sha256 ${frozen.sha256}`, `next: govprobe report --edition ${name}`]);
}

async function list(options: EditionOptions): Promise<void> {
  const editions = await withStore(options, (store) => store.editions.list());
  if (options.json) return printJson(editions);
  const rows = editions.map((item) => [
    item.name,
    item.year === null ? '-' : String(item.year),
    item.frozen.slice(0, 16),
    item.runs.map(({ id }) => id).join(' + '),
    item.derivedFrom ?? '-',
    item.sha256.slice(0, 12),
    cell(item.note ?? '', 60),
  ]);
  printLines(
    rows.length === 0
      ? ['no edition is frozen yet; `govprobe edition freeze NAME` makes one']
      : table(['name', 'year', 'frozen (UTC)', 'runs', 'rejudged from', 'sha256', 'note'], rows),
  );
}

async function show(name: string, options: EditionOptions): Promise<void> {
  const state = await withStore(options, (store) => readEdition(store, name));
  const { assessment, governments, findings, reviews } = state;
  const ranked = assessment.ranking.filter(({ rank }) => rank !== null).length;
  const applied = findings.filter((finding) => finding.review?.status === 'applied').length;
  const stale = findings.filter((finding) => finding.review?.status === 'stale').length;
  if (options.json) {
    const tiers = assessment.tiering.tiers;
    return printJson({
      ...state.edition,
      governments: governments.length,
      ranked,
      findings: findings.length,
      applied,
      stale,
      tiers,
    });
  }
  printLines([
    ...describe(state.edition),
    `tree        ${assessment.tree.source.title}, ${assessment.tree.nodes.filter(({ leaf }) => leaf !== null).length} leaves`,
    `governments ${governments.length}, ${ranked} of them ranked`,
    `findings    ${findings.length}, ${applied} decided by a review, ${stale} with a review that is stale`,
    `reviews     ${reviews.length}`,
    `tiers       ${assessment.tiering.tiers.map(({ letter, size }) => `${letter} ${size}`).join(', ') || 'none'}`,
  ]);
}

function describe(item: Edition): string[] {
  return [
    `edition     ${item.name}${item.year === null ? '' : ` (${item.year})`}`,
    ...(item.note === null ? [] : [`note        ${cell(item.note, 300)}`]),
    `frozen      ${item.frozen}, govprobe ${item.toolVersion}, configuration ${item.configHash.slice(0, 12)}`,
    `runs        ${item.runs.map(({ id }) => id).join(' + ')}`,
    ...(item.derivedFrom === null ? [] : [`judged      from the captures of edition ${item.derivedFrom}`]),
    `sha256      ${item.sha256}`,
  ];
}

async function verify(name: string, options: EditionOptions): Promise<void> {
  const result = await withStore(options, async (store) => {
    const damage = await store.editions.verify(name);
    if (damage.length > 0) return { damage, bodies: 0 };
    const bodies = [...(await store.editions.evidence(name))].sort();
    for (const [index, hash] of bodies.entries()) {
      if (store.evidence.get(hash) === null) damage.push(`evidence ${hash}: its bytes are missing or damaged`);
      if ((index + 1) % 5000 === 0) note(`${index + 1}/${bodies.length} evidence files checked`);
    }
    return { damage, bodies: bodies.length };
  });
  if (options.json) printJson({ edition: name, intact: result.damage.length === 0, ...result });
  else if (result.damage.length === 0)
    printLines([`edition ${name} is intact: all records and ${result.bodies} evidence files`]);
  else printLines([`edition ${name} is damaged:`, ...result.damage]);
  if (result.damage.length > 0) process.exitCode = 1;
}
