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

/** One drawing: ECharts' option, its frame in pixels, and what a reader who cannot see it is told. */
export interface Drawing {
  /** Used once in a page; names the patterns of the drawing. */
  readonly id: string;
  readonly option: EChartsCoreOption;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
}

/** Width of the drawing for screens and paper, and for phones. */
export const wide = 920;
export const narrow = 350;

/** Whether the drawing is the one for phones. */
export function isNarrow(width: number): boolean {
  return width < 600;
}

/** Two drawings of the same chart, so that text keeps its size: the style sheet shows the one that fits the screen. */
export function bothWidths(draw: (width: number) => Drawing): Markup {
  return markup`<div class="wide">${render(draw(wide))}</div><div class="narrow">${render(draw(narrow))}</div>`;
}

/**
 * Renders on the server to SVG. What only an interactive chart needs (hover styles, series numbers) is cut away, the font comes
 * from the page, and identifiers are those of the drawing: ECharts counts them up within the process.
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

/** Chinese, and the punctuation that its fonts draw as wide as a character. */
const wideCharacter = /[\u2010-\u2027\u2e80-\u{10ffff}]/u;

/** Width of chart text in pixels at the given size, a little too large: square for Chinese, two thirds of that for the rest. */
export function textWidth(text: string, size = 12): number {
  return [...text].reduce((width, character) => width + (wideCharacter.test(character) ? 1.02 : 0.66) * size, 0);
}

/** The text as one clean line, cut so that it takes no more than the width. */
export function fitting(text: string, width: number, size = 12): string {
  const characters = [...text];
  let length = characters.length;
  while (length > 1 && textWidth(excerpt(text, length), size) > width) length -= 1;
  return excerpt(text, length);
}
