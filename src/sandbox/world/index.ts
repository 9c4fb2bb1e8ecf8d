export { type AdoptionName, type AdoptionReport, adoptionOf } from './adoption.ts';
export { calibratedSeed, type Development, developmentAt, developmentOf } from './development.ts';
export { type EditionYear, editionYears, latestYear } from './figures.ts';
export { scaleRegistry } from './registry.ts';
export { everyTrouble, type Weather } from './trouble.ts';
export { observedProbes, type TruthLine, truthLines, truthLinesOf, truthProbes } from './truth-sheet.ts';
export { type Families, type Site, World, type WorldOptions } from './world.ts';
