import { z } from 'zod';

/** Source of a regular expression that is used with the flags `iu`. */
export const regex = z.string().refine(
  (source) => {
    try {
      new RegExp(source, 'iu');
      return true;
    } catch {
      return false;
    }
  },
  { error: 'expected a valid regular expression' },
);
