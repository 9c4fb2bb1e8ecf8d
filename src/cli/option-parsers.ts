import { InvalidArgumentError } from 'commander';
import { type FindingsFilter, sortKeys } from '../application/findings.ts';
import { type UnknownReason, unknownReasons } from '../model/failure.ts';
import { UsageError } from '../model/usage-error.ts';
import { type Format, formats } from '../report/formats.ts';
import { type EditionYear, editionYears } from '../sandbox/world/figures.ts';

/** More of anything is a slip of the finger. */
const largestCount = 1_000_000;

/** Parser of options that take a whole number between two bounds, both included. */
export function wholeNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = digits(text);
    if (value === null || value < minimum || value > maximum) {
      throw new InvalidArgumentError(`expected a whole number from ${minimum} to ${maximum}.`);
    }
    return value;
  };
}

/** A number in plain digits; null for everything else, such as `1e3`, `0x10` or ` 5`. */
function digits(text: string): number | null {
  return /^\d{1,15}$/u.test(text) ? Number(text) : null;
}

/** Parser of options that take a year of the simulated country. */
export function editionYear(text: string): EditionYear {
  const year = editionYears.find((one) => String(one) === text);
  if (year === undefined) throw new InvalidArgumentError(`expected one of ${editionYears.join(', ')}.`);
  return year;
}

/** Parser of options that take a whole number of at least one. */
export function positive(text: string): number {
  const value = digits(text);
  if (value === null || value < 1 || value > largestCount) {
    throw new InvalidArgumentError(`expected a whole number of at least 1 (and at most ${largestCount}).`);
  }
  return value;
}

/** Parser of options that take a share. */
export function share(text: string): number {
  const value = Number(text);
  if (!/^(?:\d+(?:\.\d*)?|\.\d+)$/u.test(text) || value > 1) {
    throw new InvalidArgumentError('expected a number from 0 to 1.');
  }
  return value;
}

/** Parser of options that take a reason of the closed list. */
export function reason(text: string): UnknownReason {
  const known = unknownReasons.find((one) => one === text);
  if (known === undefined) throw new InvalidArgumentError(`expected one of ${unknownReasons.join(', ')}.`);
  return known;
}

/** Parser of `--sort`: a key, with a dash before it for the other direction. */
export function sortOrder(text: string): NonNullable<FindingsFilter['sort']> {
  const descending = text.startsWith('-');
  const key = sortKeys.find((known) => known === (descending ? text.slice(1) : text));
  if (key === undefined) {
    throw new InvalidArgumentError(`expected one of ${sortKeys.join(', ')}, with a dash before it for descending.`);
  }
  return { key, descending };
}

/** Parser of options that take a port; 0 takes a free one. */
export function port(text: string): number {
  const value = digits(text);
  if (value === null || value > 65_535) throw new InvalidArgumentError('expected a port from 0 to 65535.');
  return value;
}

/** Parser of options that take a year of four digits. */
export function year(text: string): number {
  const value = Number(text);
  if (!/^\d{4}$/.test(text) || value < 1990) throw new InvalidArgumentError('expected a year such as 2023.');
  return value;
}

/** The words of a list separated by commas, without the empty ones; undefined stays undefined. */
export function listOf(text: string | undefined): string[] | undefined {
  return text
    ?.split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/**
 * Kinds of report files from a list separated by commas.
 *
 * @throws UsageError for a word that is no format.
 */
export function formatsOf(list: string): Format[] {
  return list.split(',').map((word) => {
    const format = formats.find((known) => known === word.trim());
    if (format === undefined) throw new UsageError(`--format: expected some of ${formats.join(', ')}, found "${word}"`);
    return format;
  });
}
