import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindRules } from '../../config/schema/kinds.ts';
import type { KindSign } from '../kind.ts';
import { numberedLinesOf } from '../numbered-lines.ts';
import type { Page } from '../page.ts';
import { attachments, type Facts, factsOf, ruledOut, sign, wordsInLabels } from './facts.ts';

export const serviceListKinds = [
  'power-list',
  'permit-list',
  'public-service-list',
  'proof-list',
  'charge-list',
] as const;
type ServiceListKind = (typeof serviceListKinds)[number];

const longestTitle = 60;
const longestHeading = 40;
const fewestColumns = 3;
const fewestHolders = 5;
const fewestLines = 3;

/**
 * A published list (powers, permits, public services, certificates, charges): a table, files, or an
 * index of authorities that publish one.
 */
export function serviceList(kind: ServiceListKind): (page: Page, knowledge: CompiledKnowledge) => KindSign | null {
  return (page, knowledge) => {
    const facts = factsOf(page, knowledge);
    const rule = facts.rules[kind];
    const written = numberedLinesOf(page, knowledge).length >= fewestHolders;
    const name = nameOf(facts, rule) ?? (written ? nameAbove(facts, rule) : null);
    if (name === null) return null;
    const columns = wordsInLabels(facts, rule.columns);
    // A table under a heading of this name needs no header row.
    const headed = page.records.some(
      ({ heading, source, records }) =>
        source !== 'list' && records.length >= fewestHolders && rule.names.in(foldLabel(heading)) !== null,
    );
    if (headed) return sign(kind, 0.85, [name]);
    if (columns.length >= fewestColumns) return sign(kind, 0.93, [name, ...columns]);
    // Lists in files are usually numbered paragraphs.
    if (written) return sign(kind, 0.82, [name]);
    const files = attachments(facts).filter(({ label }) => rule.files.in(foldLabel(label)) !== null);
    if (files.length > 0) return sign(kind, 0.88, [name, ...files.map(({ label }) => label)]);
    const holders = facts.links.filter(({ label }) => {
      const folded = foldLabel(label);
      if (facts.common.news.in(folded) !== null) return false;
      return rule.names.in(folded) !== null || rule.holders.list.some((word) => folded.endsWith(word));
    });
    if (holders.length < fewestHolders || holders.length * 2 < facts.links.length) return null;
    return sign(kind, 0.8, [name, ...holders.map(({ label }) => label)]);
  };
}

/** The title in one of the first lines, for files, which have no headings. */
function nameAbove({ prose, common }: Facts, rule: KindRules['kinds'][ServiceListKind]): string | null {
  for (const line of prose.slice(0, fewestLines)) {
    const folded = foldLabel(line);
    if (folded.length > longestHeading || common.news.in(folded) !== null) continue;
    const word = rule['not-names'].in(folded) === null ? rule.names.in(folded) : null;
    if (word !== null) return word;
  }
  return null;
}

/** Lists are often published under a long title: 某局行政权力事项清单(2026年版), 关于公布……清单的通知. */
function nameOf(facts: Facts, rule: KindRules['kinds'][ServiceListKind]): string | null {
  const own = foldLabel(facts.ownTitle);
  if (facts.common.news.in(own) !== null) return null;
  // A heading above rows says what they are, although the column's name speaks of other things.
  if (ruledOut(facts, rule)) return facts.headline ? null : headingOf(facts, rule);
  if (own.length <= longestTitle) {
    const word = rule.names.in(own);
    if (word !== null) return word;
  }
  if (facts.headline) return null;
  const headed = headingOf(facts, rule);
  if (headed !== null) return headed;
  // A table whose header names its rows so (权责事项名称) needs no title.
  for (const header of facts.page.records.flatMap(({ headers }) => headers)) {
    const word = rule.names.in(foldLabel(header));
    if (word !== null) return word;
  }
  for (const name of facts.names) {
    if (name.length > longestTitle) continue;
    const word = rule['not-names'].in(name) === null ? rule.names.in(name) : null;
    if (word !== null && name.length - word.length <= 12) return word;
  }
  return null;
}

/** The name in the heading of rows. */
function headingOf({ page, common }: Facts, rule: KindRules['kinds'][ServiceListKind]): string | null {
  for (const { heading } of page.records) {
    const folded = foldLabel(heading);
    const word =
      folded.length <= longestHeading && rule['not-names'].in(folded) === null ? rule.names.in(folded) : null;
    if (word !== null && common.news.in(folded) === null) return word;
  }
  return null;
}
