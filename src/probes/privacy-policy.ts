import { z } from 'zod';
import { count, wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import type { Evidence } from '../model/finding.ts';
import type { SiteKind } from '../model/government.ts';
import { privacyPolicyValue } from '../model/values/privacy-policy.ts';
import type { Seen } from '../reading/coverage.ts';
import type { Page } from '../reading/page.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { obstaclesTo, sitesAtHand } from './shared/absence.ts';
import { entriesOf, targetOf } from './shared/entries.ts';
import { isOwnSite } from './shared/own-level.ts';
import {
  inlinePolicy,
  partsOf,
  policyOf,
  privacyPartNames,
  privacyWords,
  speaksOfPrivacy,
  statementSection,
} from './shared/privacy-text.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { holds, targetWords } from './shared/targets.ts';
import { blameOf, evidenceOf, homesSeen, verdicts } from './shared/verdicts.ts';

const sites: readonly SiteKind[] = ['portal', 'open-data', 'service'];
const intents = ['privacy', 'statements', 'register', 'open-data'];
/** A platform is where a statement may be, not the statement. */
const things = ['privacy', 'register'];
type Value = z.input<typeof privacyPolicyValue>;

const say = verdicts<Value>();

const words = z.object({ 'privacy-parts-needed': count, 'registration-titles': wordList });

interface Sighting {
  readonly where: SiteKind;
  readonly form: 'page' | 'section' | 'inline' | 'link';
  readonly url: string | null;
  readonly found: readonly string[];
  readonly confidence: number;
  readonly atRegistration: boolean;
  readonly evidence: readonly Evidence[];
}

/**
 * The privacy statement (隐私政策) of portal, service or open-data platform, and the expected parts
 * that it has.
 */
export const privacyPolicy = defineProbe({
  id: 'privacy-policy',
  version: 7,
  sites,
  value: privacyPolicyValue,
  seeks: intents,
  things,
  words: [words, privacyWords, resultWords, searchWords, targetWords],
  about: {
    measures:
      'The privacy statement of portal, service or data-open platform, shown at registration or within four clicks, and which of the expected parts it has (what is collected, why, sharing, storage, security, rights, contact, date).',
    levels: {
      linked: 'an entry is visible, its page shows no policy',
      reachable: 'a text is there with fewer than `privacy-parts-needed` of the expected parts',
      working: 'a text with at least that many parts',
    },
    evidence: 'The entry, and the line by which the text was recognised.',
    blindSpots: [
      'A part counts when its words stand in the text; whether it is lawful or kept is not judged.',
      'Policies inside an app, or in a dialog that scripts draw, are seen only where a browser rendered them.',
      'A policy that is a scan or picture has no text.',
    ],
  },
  judge,
});

function judge(seen: Seen): Verdict<Value> {
  const sightings = sites.flatMap((site) => {
    const all = [...linkedPolicies(seen, site), ...statements(seen, site), ...registrations(seen, site)];
    // A shared provincial host counts only if it shows the city.
    return all.length > 0 && (site === 'portal' || isOwnSite(seen, site)) ? all : [];
  });
  const best = [...sightings].sort(byPreference)[0];
  if (best) {
    const names = privacyPartNames(seen.knowledge);
    const share = names.length === 0 ? 0 : Math.round((best.found.length / names.length) * 1000) / 1000;
    const { 'privacy-parts-needed': needed } = wordsOf(words, seen.knowledge);
    const level = best.form === 'link' ? 'linked' : best.found.length >= needed ? 'working' : 'reachable';
    const atRegistration = sightings.some((one) => one.atRegistration);
    const value: Value = {
      level,
      where: best.where,
      atRegistration,
      url: best.url,
      form: best.form,
      found: [...best.found],
      share,
    };
    return say.present(value, best.confidence, best.evidence);
  }
  const atHand = sitesAtHand(seen, sites);
  const needed: SiteKind[] =
    seen.government.sites.portal === undefined ? atHand : ['portal', ...atHand.filter((site) => site !== 'portal')];
  if (needed.length === 0) return say.unknown({ reason: 'no-site' });
  const blame = blameOf(obstaclesTo(seen, needed, intents, things));
  if (blame !== null) return say.unknown(blame);
  const homes = needed.flatMap((site) => homesSeen(seen, site));
  return say.absent(null, 0.85, homes);
}

const formWorth: Readonly<Record<Sighting['form'], number>> = { page: 3, section: 2, inline: 2, link: 0 };

function byPreference(a: Sighting, b: Sighting): number {
  return (
    Math.sign(formWorth[b.form]) - Math.sign(formWorth[a.form]) ||
    b.found.length - a.found.length ||
    formWorth[b.form] - formWorth[a.form] ||
    b.confidence - a.confidence ||
    sites.indexOf(a.where) - sites.indexOf(b.where) ||
    ((a.url ?? '') < (b.url ?? '') ? -1 : 1)
  );
}

/** Documents behind links named as a privacy statement; news about privacy does not count. */
function linkedPolicies(seen: Seen, where: SiteKind): Sighting[] {
  return entriesOf(seen, where, 'privacy').flatMap(({ page, link, match }): Sighting[] => {
    const target = targetOf(seen, link)?.page ?? null;
    const atRegistration = isRegistration(page, seen);
    const entry = evidenceOf(page, `${link.label} ${link.url}`);
    if (target === null) {
      if (match.by === 'slug') return [];
      return [
        {
          where,
          form: 'link',
          url: link.url,
          found: [],
          confidence: match.confidence * 0.9,
          atRegistration,
          evidence: [entry],
        },
      ];
    }
    const policy = policyOf(target, seen.knowledge);
    if (policy === 'news') return [];
    if (policy === 'none') {
      // The entry is named but its page is empty (perhaps filled by scripts), so the entry counts
      // and the page is unproved.
      if (match.by === 'slug') return [];
      return [
        {
          where,
          form: 'link',
          url: target.url,
          found: [],
          confidence: match.confidence * 0.75,
          atRegistration,
          evidence: [entry],
        },
      ];
    }
    const found = partsOf(target.text, seen.knowledge);
    // A page of this name may hold another statement; one part alone stands on any page.
    if (found.length <= 1 && !speaksOfPrivacy(target, seen.knowledge)) {
      const confidence = match.confidence * 0.75;
      return [{ where, form: 'link', url: target.url, found: [], confidence, atRegistration, evidence: [entry] }];
    }
    const quote = evidenceOf(target, policy);
    return [
      {
        where,
        form: 'page',
        url: target.url,
        found,
        confidence: Math.min(0.97, match.confidence + 0.07),
        atRegistration,
        evidence: [entry, quote],
      },
    ];
  });
}

/** Site statements with another name and a section on privacy. */
function statements(seen: Seen, where: SiteKind): Sighting[] {
  return seen.pages(where).flatMap((page): Sighting[] => {
    if (!page.capture.intents.includes('statements')) return [];
    const section = statementSection(page, seen.knowledge);
    if (section === null) return [];
    const found = partsOf(section.text, seen.knowledge);
    return [
      {
        where,
        form: 'section',
        url: page.url,
        found,
        confidence: 0.85,
        atRegistration: false,
        evidence: [evidenceOf(page, section.quote)],
      },
    ];
  });
}

/** Registration pages that contain the policy's text. */
function registrations(seen: Seen, where: SiteKind): Sighting[] {
  return seen.pages(where).flatMap((page): Sighting[] => {
    if (!isRegistration(page, seen)) return [];
    const policy = inlinePolicy(page, seen.knowledge);
    if (policy === null) return [];
    const found = partsOf(policy.text, seen.knowledge);
    return [
      {
        where,
        form: 'inline',
        url: page.url,
        found,
        confidence: 0.85,
        atRegistration: true,
        evidence: [evidenceOf(page, policy.quote)],
      },
    ];
  });
}

function isRegistration(page: Page, seen: Seen): boolean {
  if (page.capture.intents.includes('register')) return true;
  return (
    holds(page.title, wordsOf(words, seen.knowledge)['registration-titles']) &&
    page.forms.some((form) => form.fields.some((field) => field.type === 'password'))
  );
}
