import { z } from 'zod';
import type { Capture } from '../model/capture.ts';

/** `label` of the capture that holds an inspection. */
export const inspectionLabel = 'inspection';

const mostClasses = 60;
const mostTools = 60;
const count = z.number().int().min(0);

/**
 * Computed properties of a document in a browser; sizes in CSS pixels as displayed, page zoom
 * included.
 */
const factsSchema = z.object({
  /** URL of the document. */
  page: z.string(),
  /** Font size of the middle character of the visible text; 0 without text. */
  letters: z.number().min(0),
  /** Computed `font-size` of the body. */
  base: z.number().min(0),
  /**
   * Number of visible tool bars: elements with that role, and bars fixed to the window with several
   * controls.
   */
  bars: count,
  /** Names of the controls in those bars, sorted. */
  tools: z.array(z.string()).max(mostTools),
  /** Class names of root and body, sorted. */
  classes: z.array(z.string()).max(mostClasses),
  /**
   * Colours, line height, zoom and filter of root and body, which a class can change as well as the
   * font size.
   */
  look: z.string(),
  /** Number of characters of visible text. */
  length: count,
});

/**
 * Effect of a click on a control. `stayed`: same document; `left`: another document replaced it;
 * `opened`: a new window.
 */
const clickSchema = z.object({
  /** Name of the control as the page words it. */
  control: z.string(),
  led: z.enum(['stayed', 'left', 'opened']),
  /** HTTP status of the new document; null if the document stayed or the status is unknown. */
  status: z.number().int().nullable(),
  /** Text of the dialog that the click opened; null without one. */
  dialog: z.string().nullable(),
  facts: factsSchema,
});

/**
 * What a browser saw of one page at desktop and phone width, before and after switching on its
 * accessibility mode.
 */
export const inspectionSchema = z.object({
  /**
   * Number of scripts and style sheets that failed to load even on a second try; their effect is
   * unknown.
   */
  missing: count,
  screen: factsSchema,
  /** The same document at phone width; null if it could not be laid out again. */
  phone: z
    .object({
      width: count,
      /** Pixels by which the document is wider than the window. */
      overflow: count,
      /** Content of the viewport meta element. */
      viewport: z.string().nullable(),
      letters: z.number().min(0),
    })
    .nullable(),
  /**
   * Number of elements with violations of serious or critical impact, and the broken rules, sorted;
   * null if the check timed out.
   */
  violations: z.object({ serious: count, rules: z.array(z.string()) }).nullable(),
  /** One entry per control found and clicked, in the order offered. */
  clicks: z.array(clickSchema),
});
export type Inspection = z.infer<typeof inspectionSchema>;
export type PageFacts = z.infer<typeof factsSchema>;
export type ControlClick = z.infer<typeof clickSchema>;

/** Whether a capture is an inspection or a failed one, and therefore not a page. */
export function isInspection(capture: Pick<Capture, 'role' | 'via' | 'label'>): boolean {
  return capture.role === 'data' && capture.via === 'browser' && capture.label === inspectionLabel;
}

/**
 * Whether a capture is a request that a page made while a browser rendered it; `from` is the page.
 */
export function isRequested(capture: Pick<Capture, 'role' | 'via' | 'label'>): boolean {
  return capture.role === 'data' && capture.via === 'browser' && capture.label !== inspectionLabel;
}

/** Letters count as larger from this factor on; less may be rounding. */
const largerBy = 1.1;
/** Font size (CSS pixels) of a separate large-letter edition; ordinary portals use 14 to 16. */
const largeLetters = 18;
/** A document with less text than this (characters) is not an edition of the site. */
const leastText = 20;

/** Whether any text was visible; where none was yet, what a click changes cannot be told. */
export function showsText({ length }: PageFacts): boolean {
  return length > 0;
}

/**
 * The visible effect of a click on a control that offers an accessibility mode; null if nothing
 * changed. `letters`: they grew; `bar`: a tool bar appeared; `look`: classes and colours or spacing
 * changed; `version`: another document with large letters or tools opened.
 */
export function switched(before: PageFacts, click: ControlClick): 'letters' | 'bar' | 'look' | 'version' | null {
  if (!showsText(before)) return null;
  const { facts: after } = click;
  const larger = after.letters >= before.letters * largerBy && after.letters > before.letters + 1;
  if (click.led !== 'stayed') {
    if ((click.status ?? 200) >= 400 || after.length < leastText) return null;
    return (larger && after.letters >= largeLetters) || after.bars > before.bars ? 'version' : null;
  }
  if (larger || after.base >= before.base * largerBy + 1) return 'letters';
  if (after.bars > before.bars) return 'bar';
  return after.look !== before.look && after.classes.join(' ') !== before.classes.join(' ') ? 'look' : null;
}
