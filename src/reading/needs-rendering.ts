import type { CompiledKnowledge } from '../config/knowledge.ts';
import { listTotal, readCounts } from './counts.ts';
import { itemLinks } from './list-items.ts';
import type { Page } from './page.ts';

/**
 * Whether only a browser shows what the page is about: an empty shell, or, on a data-open site, counters whose label stands on the page
 * while their number is missing or a bare 0 that scripts replace, or a list that shows nothing of what is wanted of it.
 */
export function needsRendering(page: Page, knowledge: CompiledKnowledge): boolean {
  if (page.kind !== 'html') return false;
  if (page.shell) return true;
  if (page.capture.site !== 'open-data' || page.scripts.length + page.inlineScript.length === 0) return false;
  if (isBareList(page, knowledge)) return true;
  const unitsAndLabels = Object.entries(knowledge.vocabulary.counts)
    .filter(([id]) => id === 'dataset' || id === 'api' || id === 'app')
    .flatMap(([, rule]) => [...rule.labels, ...rule.units]);
  const lines = page.text.split('\n');
  const waiting = lines.filter((line, index) => {
    if (line.length > 60 || !unitsAndLabels.some((word) => line.includes(word))) return false;
    if (/[1-9]/.test(line)) return false;
    if (/(?:^|[^\d.])0(?:[^\d.]|$)|--|加载|loading/i.test(line)) return true;
    const before = lines[index - 1] ?? '';
    const after = lines[index + 1] ?? '';
    return /^[0\-\s]*$/.test(before) !== /^[0\-\s]*$/.test(after) && !/[1-9]/.test(before + after);
  });
  return waiting.length >= 2;
}

/** A list of which a sample is wanted, or the number of its things, and that shows neither things nor a number. */
function isBareList(page: Page, knowledge: CompiledKnowledge): boolean {
  const { intents } = page.capture;
  const rules = [...knowledge.intents.values()].map(({ rule }) => rule);
  const sampled = rules.some(
    (rule) => rule.sample && !rule['only-below'] && rule.below.some((list) => intents.includes(list)),
  );
  const kinds = intents.flatMap((id) => knowledge.intents.get(id)?.rule['answered-by'] ?? []);
  if ((!sampled && kinds.length === 0) || itemLinks(page, knowledge).length > 0) return false;
  if (sampled) return true;
  return listTotal(page, knowledge) === null && readCounts(page, knowledge).every(({ kind }) => !kinds.includes(kind));
}
