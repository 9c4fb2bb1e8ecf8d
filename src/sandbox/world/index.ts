export { type Adoption, type AdoptionName, type AdoptionReport, adoptionOf, repliesInTime } from './adoption.ts';
export { publishedFigures, publishedSizes, timelyShare } from './figures.ts';
export { scaleRegistry } from './registry.ts';
export { everyTrouble, type Weather, wallProducts, weathers } from './trouble.ts';
export { observedProbes, type TruthLine, truthLines, truthProbes } from './truth-sheet.ts';
export { type Families, type Site, World, type WorldOptions } from './world.ts';
