import type { TileMap } from '../../config/schema/tiles.ts';
import type { DivisionStatistics } from '../../scoring/descriptive/divisions.ts';
import type { Messages } from '../messages.ts';
import { decimals } from '../text.ts';
import { type TextElement, textAt } from './bars.ts';
import { type Drawing, fitting, isNarrow } from './draw.ts';
import { ink, sequential, soft } from './palette.ts';

/** Colour classes of equal width between the lowest and the highest mean. */
function classesOf(means: readonly number[]): { from: number; to: number; colour: string }[] {
  const low = Math.min(...means);
  const high = Math.max(...means);
  const count = high > low ? sequential.length : 1;
  return Array.from({ length: count }, (_, index) => ({
    from: low + ((high - low) * index) / count,
    to: low + ((high - low) * (index + 1)) / count,
    colour: sequential[count === 1 ? 2 : index] ?? sequential[0],
  }));
}

type Classes = ReturnType<typeof classesOf>;

/** Tile map of the mean totals; darker is higher, provinces without governments are dashed. */
export function mapDrawing(
  map: TileMap,
  provinces: readonly DivisionStatistics[],
  messages: Messages,
  width: number,
): Drawing {
  const { charts } = messages;
  const means = new Map(provinces.map(({ id, nodes }) => [id, nodes[0]?.score.mean ?? null]));
  const known = [...means.values()].filter((mean) => mean !== null);
  const classes = known.length > 0 ? classesOf(known) : [];
  const columns = Math.max(...map.tiles.map(({ column }) => column));
  const rows = Math.max(...map.tiles.map(({ row }) => row));
  const narrow = isNarrow(width);
  const size = Math.min(Math.floor((width - 4) / columns), narrow ? 44 : 62);
  const legendTop = rows * size + 14;
  const place = { left: Math.floor((width - size * columns) / 2), size };
  return {
    id: 'map',
    width,
    height: legendTop + 34,
    title: charts.map,
    description: charts.mapText(String(known.length)),
    option: {
      graphic: {
        elements: [...tileElements(map, means, classes, place, messages), ...legendElements(classes, legendTop, width)],
      },
    },
  };
}

/** Tiles: a square in the colour of its class, name and figure. */
function tileElements(
  { tiles }: TileMap,
  means: ReadonlyMap<string, number | null>,
  classes: Classes,
  { left, size }: { readonly left: number; readonly size: number },
  { noscore }: Messages,
) {
  return tiles.flatMap(({ province, label, column, row }) => {
    const x = left + (column - 1) * size;
    const y = (row - 1) * size;
    const mean = means.get(province) ?? null;
    const position = classes.findIndex(({ to }) => mean !== null && mean <= to + 1e-9);
    const colour = mean === null ? '#ffffff' : (classes[position]?.colour ?? '#ffffff');
    const text = position >= 3 ? '#ffffff' : ink;
    const figure = mean === null ? noscore : decimals(mean, 2);
    return [
      {
        type: 'rect',
        silent: true,
        shape: { x: x + 1, y: y + 1, width: size - 2, height: size - 2, r: 3 },
        style: {
          fill: colour,
          stroke: mean === null ? soft : ink,
          lineWidth: 0.6,
          lineDash: mean === null ? [3, 3] : null,
        },
      },
      coloured(textAt(x + size / 2, y + size * 0.36, fitting(label, size - 6, 12), 'center', true, 12), text),
      coloured(textAt(x + size / 2, y + size * 0.68, figure, 'center', false, 11), text),
    ];
  });
}

/** Legend of the classes with their bounds. */
function legendElements(classes: Classes, top: number, width: number) {
  const step = isNarrow(width) ? 64 : 96;
  const left = Math.floor((width - Math.max(classes.length, 1) * step) / 2);
  return classes.flatMap(({ from, to, colour }, index) => {
    const x = left + index * step;
    return [
      {
        type: 'rect',
        silent: true,
        shape: { x, y: top, width: step, height: 12 },
        style: { fill: colour, stroke: ink, lineWidth: 0.6 },
      },
      textAt(x + step / 2, top + 23, `${decimals(from, 1)}–${decimals(to, 1)}`, 'center', false, 11),
    ];
  });
}

function coloured(text: TextElement, fill: string): TextElement {
  return { ...text, style: { ...text.style, fill } };
}
