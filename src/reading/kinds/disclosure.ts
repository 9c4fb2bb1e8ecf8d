import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import type { Page } from '../page.ts';
import { factsOf, named, sign, wordsInLabels } from './facts.ts';

const fewestColumns = 3;

/**
 * A standard disclosure catalogue: a table that says for each matter what is disclosed, on which
 * basis, when and by whom.
 */
export function disclosureTable(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['disclosure-table'];
  const columns = wordsInLabels(facts, rule.columns);
  const own = wordsInLabels(facts, rule.own);
  if (own.length === 0 || columns.length + own.length < fewestColumns) return null;
  const name = named(facts, rule);
  return sign('disclosure-table', name === null ? 0.88 : 0.95, [name, ...own, ...columns]);
}
