/**
 * Colours that are distinct with common colour blindness (Okabe and Ito 2008); best tier first,
 * repeated if there are more.
 */
const palette = ['#0072b2', '#009e73', '#e69f00', '#d55e00', '#cc79a7', '#56b4e9'];

/** Low to high in one hue: ordered by lightness, so it survives grey print (ColorBrewer, Blues). */
export const sequential = ['#eff3ff', '#bdd7e7', '#6baed6', '#3182bd', '#08519c'] as const;

/**
 * The opposite direction (ColorBrewer, Oranges), distinct from blue with common colour blindness.
 */
export const oppositeSequential = ['#feedde', '#fdbe85', '#fd8d3c', '#e6550d', '#a63603'] as const;

export const ink = '#17212b';
export const soft = '#52606d';
export const gridColour = '#e3e8ed';
export const emptyColour = '#eceff2';

/** The colour of a tier or series by its index. */
export function colourAt(index: number): string {
  return palette[index % palette.length] ?? soft;
}

/** A pattern on top of a colour, so that neighbours differ in grey print. */
export interface Decal {
  readonly symbol: 'rect' | 'circle';
  readonly color: string;
  readonly dashArrayX: number | readonly (readonly number[])[];
  readonly dashArrayY: number | readonly number[];
  readonly rotation?: number;
  readonly symbolSize?: number;
}

const light = 'rgba(255,255,255,0.6)';

const decals: readonly (Decal | null)[] = [
  null,
  { symbol: 'rect', color: light, dashArrayX: [[1, 0]], dashArrayY: [2, 6], rotation: Math.PI / 4 },
  {
    symbol: 'circle',
    color: light,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.7,
  },
  { symbol: 'rect', color: light, dashArrayX: [[1, 0]], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
];

/** The pattern that goes with `colourAt`; the first colour is plain. */
export function decalAt(index: number): Decal | null {
  return decals[index % decals.length] ?? null;
}

/** Grey hatching for unknown shares. */
export const unknownDecal: Decal = {
  symbol: 'rect',
  color: '#8a95a1',
  dashArrayX: [[1, 0]],
  dashArrayY: [2, 4],
  rotation: Math.PI / 4,
};
