import { followUpValue } from '../../model/values/follow-up.ts';
import { defineLeaf, rowsOf } from './leaf.ts';

const { present, absent } = rowsOf(followUpValue);

export const followUp = defineLeaf({
  probe: 'follow-up',
  fact: 'followUp',
  draw: ({ assignment, index }): boolean => assignment.has('followUp', index),
  row: ({ followUp: published }) => (published ? present(['portal']) : absent(['portal'])),
});
