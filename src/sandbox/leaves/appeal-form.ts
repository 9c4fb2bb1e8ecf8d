import { appealFormValue } from '../../model/values/appeal-form.ts';
import type { Appeal } from './appeal-channels.ts';
import { type Leaf, rowsOf } from './leaf.ts';

const { present, absent } = rowsOf(appealFormValue);

export const appealForm: Leaf<{ readonly appeal: Appeal }> = {
  probe: 'appeal-form',
  row({ appeal: { form } }) {
    if (form === null) return absent(['portal']);
    const { login, maxLength, queryByNumber, limitDays } = form;
    const limit = limitDays === null ? null : ({ days: limitDays, unit: 'working-day' } as const);
    return present(['portal'], { level: 'working', login, maxLength, queryByNumber }, { limit });
  },
};
