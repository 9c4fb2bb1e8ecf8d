import { proactiveResponseValue } from '../../model/values/proactive-response.ts';
import { luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf } from './leaf.ts';

type Proactive = { readonly items: number } | null;

const { present, absent } = rowsOf(proactiveResponseValue);

export const proactiveResponse = defineLeaf({
  probe: 'proactive-response',
  fact: 'proactive',
  draw(input): Proactive {
    if (!input.assignment.has('proactive', input.index)) return null;
    return { items: luck(input, 'proactive').skewed(24, 0.8, 3, 200) };
  },
  row: ({ proactive }) =>
    proactive === null ? absent(['portal']) : present(['portal'], { level: 'working', count: proactive.items }),
});
