import { type Drawing, fitting, textWidth } from './draw.ts';
import { colourAt, type Decal, emptyColour, ink, unknownDecal } from './palette.ts';

/**
 * One bar with its label above it and its figure at the right edge, so that texts never overlap.
 */
export interface Bar {
  readonly label: string;
  /** The figure as text, for grey print and screen readers. */
  readonly value: string;
  /** Share of the full width, 0..1. */
  readonly length: number;
  /** Hatched part after the bar: the unknown share, 0..1. */
  readonly open?: number;
  readonly colour?: string;
  readonly decal?: Decal | null;
  /** Indentation of the label: the depth of the node. */
  readonly indent?: number;
}

/** With more bars than this the spacing is smaller, so that the chart fits a page. */
const manyBars = 16;

/** Horizontal bars, first on top. */
export function barDrawing(
  id: string,
  bars: readonly Bar[],
  title: string,
  description: string,
  width: number,
): Drawing {
  const dense = bars.length > manyBars;
  const rowHeight = dense ? 32 : 42;
  const barWidth = dense ? 9 : 14;
  const size = dense ? 12 : 13;
  const height = Math.max(bars.length, 1) * rowHeight + 8;
  const inner = width - 4;
  const data = bars.map(({ length, colour = colourAt(0), decal = null }) => ({
    value: length,
    itemStyle: { color: colour, borderRadius: 2, ...(decal === null ? {} : { decal }) },
  }));
  const texts = bars.flatMap(({ label, value, indent = 0 }, index) => {
    const y = index * rowHeight + 10;
    const room = inner - textWidth(value, size) - 12 - indent;
    return [
      textAt(2 + indent, y, fitting(label, room, size), 'left', false, size),
      textAt(width - 2, y, value, 'right', true, size),
    ];
  });
  return {
    id,
    width,
    height,
    title,
    description,
    option: {
      grid: { left: 2, right: 2, top: 17 + barWidth / 2 + 4 - rowHeight / 2, height: bars.length * rowHeight },
      xAxis: { type: 'value', min: 0, max: 1, show: false },
      yAxis: { type: 'category', inverse: true, show: false, data: bars.map((_, index) => String(index)) },
      series: [
        {
          type: 'bar',
          stack: 'share',
          barWidth,
          silent: true,
          showBackground: true,
          backgroundStyle: { color: emptyColour },
          data,
        },
        {
          type: 'bar',
          stack: 'share',
          barWidth,
          silent: true,
          itemStyle: { color: emptyColour, decal: unknownDecal },
          data: bars.map(({ open = 0 }) => (open > 0 ? open : '-')),
        },
      ],
      graphic: { elements: texts },
    },
  };
}

/** A text of ECharts' graphic component. */
export interface TextElement {
  readonly type: 'text';
  readonly silent: true;
  readonly x: number;
  readonly y: number;
  readonly style: Readonly<Record<string, string | number>>;
}

/** A text with a halo, readable on top of a line. */
export function withHalo(text: TextElement): TextElement {
  return { ...text, style: { ...text.style, stroke: '#ffffff', lineWidth: 4 } };
}

/** A text at a position of the frame; `y` is its middle. */
export function textAt(
  x: number,
  y: number,
  text: string,
  align: 'left' | 'center' | 'right',
  bold = false,
  size = 13,
): TextElement {
  return {
    type: 'text',
    silent: true,
    x,
    y,
    style: {
      text,
      textAlign: align,
      textVerticalAlign: 'middle',
      fill: ink,
      font: `${bold ? '600 ' : ''}${size}px sans-serif`,
    },
  };
}
