import type { Messages } from './messages.ts';

export type SectionId = keyof Messages['sections'];

/** Sections of the bulletin: what is found, how sure it is, then how it was measured. */
const chapters: readonly SectionId[] = [
  'findings',
  'map',
  'tiers',
  'certainty',
  'indicators',
  'system',
  'cases',
  'outlook',
  'notes',
];
const appendices: readonly SectionId[] = [
  'statements',
  'ranking',
  'adoption',
  'failures',
  'items',
  'methods',
  'reviews',
];

export interface SectionTitle {
  readonly id: SectionId;
  readonly title: string;
  readonly isAppendix: boolean;
}

/** The sections that are there, in their order, with their numbers; a preface stands first without one. */
export function outlineOf(
  { sections, numbered, appendix }: Messages,
  isPresent: (id: SectionId) => boolean,
): SectionTitle[] {
  const titled = (ids: readonly SectionId[], title: (index: number, name: string) => string) =>
    ids
      .filter(isPresent)
      .map((id, index) => ({ id, title: title(index + 1, sections[id]), isAppendix: appendices.includes(id) }));
  return [...titled(['preface'], (_, name) => name), ...titled(chapters, numbered), ...titled(appendices, appendix)];
}
