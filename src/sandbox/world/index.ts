export { adoptionOf } from './adoption.ts';
export { scaleRegistry } from './registry.ts';
export { everyTrouble, type Weather } from './trouble.ts';
export { observedProbes, type TruthLine, truthLines, truthProbes } from './truth-sheet.ts';
export { type Families, type Site, World, type WorldOptions } from './world.ts';
