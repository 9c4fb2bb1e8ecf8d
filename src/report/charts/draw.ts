import { BarChart, BoxplotChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Markup, markup } from '../markup.ts';
import { excerpt } from '../text.ts';
import { soft } from './palette.ts';

use([
  BarChart,
  BoxplotChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  GridComponent,
  GraphicComponent,
  VisualMapPiecewiseComponent,
  SVGRenderer,
]);

/** A drawing: ECharts options, size in pixels, and its text alternative. */
export interface Drawing {
  /** Unique in a page; prefix of the drawing's pattern ids. */
  readonly id: string;
  readonly option: EChartsCoreOption;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
}

/** Widths in pixels of the drawings for screens and paper, and for phones. */
export const wide = 920;
export const narrow = 350;

/** True for the width of phones. */
export function isNarrow(width: number): boolean {
  return width < 600;
}

/**
 * Draws the chart for both widths, so that the text size is right on every screen; the style sheet
 * shows one.
 */
export function bothWidths(draw: (width: number) => Drawing): Markup {
  return markup`<div class="wide">${render(draw(wide))}</div><div class="narrow">${render(draw(narrow))}</div>`;
}

/**
 * Renders to SVG on the server. Removes interactive parts (hover styles, series numbers), takes the
 * font from the page, and replaces ECharts' ids, which depend on a counter of the process, by ids
 * of the drawing.
 */
export function render({ id, option, width, height, title, description }: Drawing): Markup {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { color: soft, fontSize: 12 }, ...option });
    const drawn = chart.renderToSVGString();
    const inner = drawn
      .slice(drawn.indexOf('>') + 1, drawn.lastIndexOf('</svg>'))
      .replace(/<style >[\s\S]*?<\/style>/gu, '')
      .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/gu, '')
      .replace(/font-family:[^;"]*;/gu, '')
      .replace(
        /"font: (\d+ )?(\d+px) sans-serif"/gu,
        (_, weight = '400', size) => `"font-size:${size};font-weight:${weight.trim()}"`,
      )
      .replace(/\bzr\d+-/gu, `${id}-${width}-`)
      .replace(/>\n+</gu, '>\n<');
    const frame = `${id}-${width}`;
    return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${frame}-title" aria-describedby="${frame}-description"><title id="${frame}-title">${title}</title><desc id="${frame}-description">${description}</desc>${new Markup(inner.trim())}</svg>`;
  } finally {
    chart.dispose();
  }
}

/** Chinese characters and punctuation of full width. */
const wideCharacter = /[\u2010-\u2027\u2e80-\u{10ffff}]/u;

/**
 * Estimated width of chart text in pixels: full size per Chinese character, two thirds for others.
 * Slightly too large, never too small.
 */
export function textWidth(text: string, size = 12): number {
  return [...text].reduce((width, character) => width + (wideCharacter.test(character) ? 1.02 : 0.66) * size, 0);
}

/** The text on one line, cut to the width. */
export function fitting(text: string, width: number, size = 12): string {
  const characters = [...text];
  let length = characters.length;
  while (length > 1 && textWidth(excerpt(text, length), size) > width) length -= 1;
  return excerpt(text, length);
}
