import { z } from 'zod';
import type { Evidence, Finding } from '../model/finding.ts';
import { presenceLevelSchema } from '../model/finding.ts';
import { defineProbe, type Seen } from './contract.ts';
import type { Page } from './reading/page.ts';
import { whyNotAbsent } from './shared/absence.ts';
import { type EntryLink, entriesOf, targetOf } from './shared/entries.ts';
import { evidenceOf, findings, homesSeen, together } from './shared/findings.ts';

const id = 'smart-qa';
const version = 1;

export const smartQaValue = z.object({
  level: presenceLevelSchema,
  /** Label of the entry as the portal words it. */
  label: z.string(),
  /** Address of the robot; null when only a script opens it. */
  url: z.string().nullable(),
  /** Vendor id, where the address is one of a known product. */
  vendor: z.string().nullable(),
  /** Failure class of the robot's page, when it did not open. */
  failure: z.string().nullable(),
});

/** The smart Q&A robot (智能问答) of the portal: its entry, and whether its page opens. */
export const smartQa = defineProbe({
  id,
  version,
  sites: ['portal'],
  value: smartQaValue,
  seeks: ['qa'],
  judge,
});

function judge(seen: Seen): Finding {
  const say = findings(seen, { id, version });
  const entries = [...entriesOf(seen, 'portal', 'qa'), ...framedRobots(seen)];
  if (entries.length > 0) {
    const opened = entries.find((entry) => opens(targetOf(seen, entry.link)?.page ?? null));
    const best = opened ?? entries[0];
    if (best) {
      const target = targetOf(seen, best.link);
      const evidence: Evidence[] = [evidenceOf(best.page, `${best.link.label} ${best.link.url}`)];
      if (opened && target?.page)
        evidence.push(evidenceOf(target.page, target.page.title || target.page.text.slice(0, 120)));
      const signs = entries.slice(0, 3).map((entry) => entry.match.confidence);
      return say.present(
        {
          level: opened ? 'reachable' : 'linked',
          label: best.link.label,
          url: /^https?:/u.test(best.link.url) ? best.link.url : null,
          vendor: vendorOf(seen, best.link.url),
          failure: opened ? null : (target?.capture.failure ?? null),
        },
        together(signs),
        evidence,
      );
    }
  }
  const reason = whyNotAbsent(seen, ['portal'], ['qa']);
  return reason === null ? say.absent(null, 0.9, homesSeen(seen, 'portal')) : say.unknown(reason);
}

/** Robots that stand in the page as a frame of a known product. */
function framedRobots(seen: Seen): EntryLink[] {
  return seen.pages('portal').flatMap((page) =>
    page.frames.flatMap((url) => {
      const vendor = seen.knowledge.vendors.find(
        (candidate) => candidate.rule.kind === 'qa' && candidate.urls.some((pattern) => pattern.test(url)),
      );
      if (!vendor) return [];
      const link = { url, label: '', labelFrom: 'none', region: 'unknown', via: 'html', hints: '' } as const;
      return [{ page, link, match: { confidence: vendor.rule.confidence, by: 'vendor' as const, quote: url } }];
    }),
  );
}

/** A page opened when it is a document with anything in it, even one that scripts fill. */
function opens(page: Page | null): boolean {
  return page !== null && page.kind === 'html' && (page.text !== '' || page.shell || page.frames.length > 0);
}

function vendorOf(seen: Seen, url: string): string | null {
  const vendor = seen.knowledge.vendors.find(
    (candidate) => candidate.rule.kind === 'qa' && candidate.urls.some((pattern) => pattern.test(url)),
  );
  return vendor?.rule.id ?? null;
}
