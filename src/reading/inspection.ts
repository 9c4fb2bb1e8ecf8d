import { z } from 'zod';
import type { Capture } from '../model/capture.ts';

/** `label` of the capture that holds an inspection. */
export const inspectionLabel = 'inspection';

const mostClasses = 60;
const mostTools = 60;
const count = z.number().int().min(0);

/** What a document in a browser shows of itself, computed styles and not markup. Sizes in CSS pixels as seen, page zoom included. */
const factsSchema = z.object({
  /** Address of the document. */
  page: z.string(),
  /** Size of letters in which the middle character of the visible text is set; 0 without text. */
  letters: z.number().min(0),
  /** Computed `font-size` of the body. */
  base: z.number().min(0),
  /** Visible tool bars: elements of that role, and bars fixed to the window that hold several controls. */
  bars: count,
  /** Names of the controls in those bars, sorted. */
  tools: z.array(z.string()).max(mostTools),
  /** Classes of root and body, sorted. */
  classes: z.array(z.string()).max(mostClasses),
  /** Colours, line height, zoom and filter of root and body: what a class may change beside the size of letters. */
  look: z.string(),
  /** Characters of visible text. */
  length: count,
});

/** What a click on an offered control led to. `stayed`: the same document; `left`: another one in its place; `opened`: a new window. */
const clickSchema = z.object({
  /** Name of the control as the page words it. */
  control: z.string(),
  led: z.enum(['stayed', 'left', 'opened']),
  /** HTTP status of the document that came; null where the same one stayed or none was told. */
  status: z.number().int().nullable(),
  /** Text of a dialog that the click brought up; null without one. */
  dialog: z.string().nullable(),
  facts: factsSchema,
});

/** What a browser saw of one page: laid out for a desk and for a phone, before and after its barrier-free mode was asked for. */
export const inspectionSchema = z.object({
  /** Scripts and style sheets that did not arrive, even when the page was loaded again: what they do was not seen. */
  missing: count,
  screen: factsSchema,
  /** The same document at the width of a phone; null when it could not be laid out again. */
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
  /** Elements that break rules of serious or critical impact, and those rules, sorted; null when the check did not end in time. */
  violations: z.object({ serious: count, rules: z.array(z.string()) }).nullable(),
  /** One entry per control that was found and clicked, in the order offered. */
  clicks: z.array(clickSchema),
});
export type Inspection = z.infer<typeof inspectionSchema>;
export type PageFacts = z.infer<typeof factsSchema>;
export type ControlClick = z.infer<typeof clickSchema>;

/** Whether a capture holds an inspection, or the failure of one: never a page that a visitor reads. */
export function isInspection(capture: Pick<Capture, 'role' | 'via' | 'label'>): boolean {
  return capture.role === 'data' && capture.via === 'browser' && capture.label === inspectionLabel;
}

/** Whether a capture holds what a page asked for while a browser rendered it; `from` is the page. */
export function isRequested(capture: Pick<Capture, 'role' | 'via' | 'label'>): boolean {
  return capture.role === 'data' && capture.via === 'browser' && capture.label !== inspectionLabel;
}

/** Letters must grow by this factor to be larger for a reader, and not by a rounding. */
const largerBy = 1.1;
/** Letters of a version of its own for old people, in CSS pixels; common portals are set in 14 to 16. */
const largeLetters = 18;
/** A document with less text than this is no version of anything. */
const leastText = 20;

/**
 * What a visitor sees change after a click on a control that offers a barrier-free mode; null when nothing does. `letters`: they
 * grew; `bar`: a tool bar came up; `look`: classes and colours or spacing together; `version`: another document, large or with tools.
 */
export function switched(before: PageFacts, click: ControlClick): 'letters' | 'bar' | 'look' | 'version' | null {
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
