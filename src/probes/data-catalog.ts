import { z } from 'zod';
import { type Finding, presenceLevelSchema } from '../model/finding.ts';
import { defineProbe, type Seen } from './contract.ts';
import { whyNotAbsent } from './shared/absence.ts';
import { countSourceSchema } from './shared/count-probe.ts';
import { tally } from './shared/counting.ts';
import { entriesOf, targetOf } from './shared/entries.ts';
import { evidenceOf, findings, together } from './shared/findings.ts';
import { platformOf } from './shared/platform.ts';

const id = 'data-catalog';
const version = 1;

export const dataCatalogValue = z.object({
  level: presenceLevelSchema,
  count: z
    .number()
    .int()
    .min(0)
    .nullable()
    .describe('Number of data sets; null when the catalogue is there but no number could be read.'),
  sources: z.array(countSourceSchema).describe('Every place that states the number; they may disagree.'),
  url: z.string().nullable().describe('Address of the catalogue, or of its entry where it did not open.'),
});

/** The catalogue of the data-open platform: its entry, whether it opens, and how many data sets it holds. */
export const dataCatalog = defineProbe({
  id,
  version,
  sites: ['portal', 'service', 'open-data'],
  value: dataCatalogValue,
  seeks: ['open-data', 'data-column', 'data-catalog'],
  about: {
    measures:
      'The catalogue of the data-open platform: its entry, whether it opens, and how many data sets it holds by its own count.',
    levels: {
      linked: 'an entry is visible, its page did not open',
      reachable: 'the catalogue opens, no number above zero was read',
      working: 'the catalogue opens and holds data sets',
    },
    evidence: 'Every place that states the number, the entry, the title of the catalogue.',
    blindSpots: [
      'The number is what the platform states; data sets are not counted one by one.',
      'Downloads are not opened: a listed data set may be a dead link.',
      'A catalogue behind a log-in is not seen.',
    ],
  },
  judge,
});

function judge(seen: Seen): Finding {
  const say = findings(seen, { id, version });
  const platform = platformOf(seen);
  if (platform.state === 'absent') return say.absent({ count: 0 }, platform.confidence, platform.evidence);
  if (platform.state === 'unknown') return say.unknown(platform.reason, platform.evidence);
  if (platform.state === 'linked') return say.unknown(platform.failure, platform.evidence);
  const entries = entriesOf(seen, 'open-data', 'data-catalog');
  const opened = seen
    .pages('open-data')
    .find((page) => page.kind === 'html' && page.capture.intents.includes('data-catalog') && page.text !== '');
  const counted = tally(seen, 'dataset', 'data-catalog', platform.page);
  const entry = entries[0];
  if (!entry && !opened && !counted.known) {
    const reason = whyNotAbsent(seen, ['open-data'], ['data-catalog']);
    return reason === null ? say.absent({ count: 0 }, 0.6, platform.evidence) : say.unknown(reason, platform.evidence);
  }
  const reached = opened ?? (entry ? (targetOf(seen, entry.link)?.page ?? null) : null);
  const evidence = [...counted.evidence];
  if (entry) evidence.push(evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`));
  if (opened) evidence.push(evidenceOf(opened, opened.title));
  const count = counted.known ? counted.count : null;
  const value = {
    level: reached ? (count !== null && count > 0 ? 'working' : 'reachable') : 'linked',
    count,
    sources: counted.known ? counted.sources : [],
    url: reached?.url ?? entry?.link.url ?? null,
  };
  const signs = [counted.known ? counted.confidence : 0.3, entry?.match.confidence ?? 0, opened ? 0.7 : 0];
  // How sure the count is decides; a disagreement of its sources must stay visible.
  const confidence = counted.known ? Math.min(together(signs), counted.confidence) : together(signs) * 0.8;
  return say.present(value, confidence, evidence);
}
