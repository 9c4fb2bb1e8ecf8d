import { knowledgeBaseValue } from '../../model/values/knowledge-base.ts';
import { luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf } from './leaf.ts';

/** `fresh`: updated within the window. `stale`: the column exists but is outdated. */
type KnowledgeBase = 'fresh' | 'stale' | null;

const { present, absent } = rowsOf(knowledgeBaseValue);

export const knowledgeBase = defineLeaf({
  probe: 'knowledge-base',
  fact: 'knowledgeBase',
  draw(input): KnowledgeBase {
    const neglected = luck(input, 'knowledge').chance(0.35);
    if (input.assignment.has('freshKnowledge', input.index)) return 'fresh';
    return neglected ? 'stale' : null;
  },
  row({ knowledgeBase: column }) {
    if (column === null) return absent(['portal']);
    const fresh = column === 'fresh';
    return present(['portal'], { fresh, level: fresh ? 'working' : 'reachable' });
  },
});
