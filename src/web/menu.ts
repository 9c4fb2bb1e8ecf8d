/** Entries of the menu in their order; one is shown when a route of its section exists that a person may open. */
export const sections = [
  'tonight',
  'ranking',
  'indicators',
  'reviews',
  'readings',
  'objections',
  'runs',
  'diff',
  'editions',
  'bulletin',
  'method',
  'api',
] as const;
export type Section = (typeof sections)[number];
