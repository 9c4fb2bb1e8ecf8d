import { z } from 'zod';
import { foldLabel } from '../config/knowledge.ts';
import { namedPatterns, wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import type { Evidence } from '../model/finding.ts';
import { accessibilityItems, accessibilityValue } from '../model/values/accessibility.ts';
import type { Seen } from '../reading/coverage.ts';
import { vacancyOf } from '../reading/kinds.ts';
import { rememberedOfPage } from '../reading/remembered.ts';
import { quoteOf } from '../reading/text.ts';
import { type Control, defineProbe, type InspectionOrder, type Verdict } from './contract.ts';
import { obstaclesTo } from './shared/absence.ts';
import { buttonOf, isShared, modeOf, modeWords, type Sight, toolOf } from './shared/accessibility-mode.ts';
import { entriesOf, targetOf } from './shared/entries.ts';
import { languageOf } from './shared/language-of.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { holds, targetWords } from './shared/targets.ts';
import { blameOf, evidenceOf, homesSeen, verdicts } from './shared/verdicts.ts';

type Value = z.input<typeof accessibilityValue>;

const say = verdicts<Value>();

const words = z.object({
  'phone-versions': wordList,
  languages: namedPatterns,
  'language-letters': namedPatterns,
});

/** Pixels by which a page may exceed the phone width (a shadow, a border) and still fit. */
const spareWidth = 16;
/** The browser should click no more controls. */
const mostControls = 6;
const deviceWidth = /width\s*=\s*device-width/iu;

/**
 * Whether the portal suits old and disabled people (适老化, 无障碍), phones, and speakers of other
 * languages.
 */
export const accessibility = defineProbe({
  id: 'accessibility',
  version: 9,
  sites: ['portal'],
  value: accessibilityValue,
  seeks: ['accessibility', 'language', 'mobile-app'],
  words: [modeWords, words, resultWords, searchWords, targetWords],
  about: {
    measures:
      'Whether the portal adapts to its visitors: a mode for old and disabled people that switches something (适老化, 无障碍), a layout that fits a phone, versions in other languages. A browser clicks the mode, lays the home page out at the width of a phone, and counts the serious and critical violations that axe-core finds.',
    levels: {
      linked: 'an entry, button or tool of the mode is offered; nothing of the checklist is proved',
      reachable:
        'a version with tools of its own opens, the layout claims the width of the device, or a language has its version',
      working: 'a browser saw the mode switch, or the page fit a phone',
    },
    evidence:
      'The entry of the mode and what the click changed (size of letters, tool bars), the viewport and how far the page stands out of it, the entry of each language.',
    blindSpots: [
      'Without a browser a mode is at best `offered` or `opens`: markup alone cannot say whether it switches.',
      'Violations are those of the home page, and only those that a machine can find.',
      'Whether the mode lasts on further pages, or reads them aloud well, is not tried.',
    ],
  },
  inspects,
  judge,
});

/**
 * Orders an inspection of the home page and the controls that may switch on its accessibility mode,
 * most certain first.
 */
function inspects(seen: Seen): InspectionOrder | null {
  const homes = seen.pages('portal').filter((page) => page.capture.home && page.kind === 'html');
  const home = homes.toSorted((a, b) => b.links.length - a.links.length)[0];
  if (home === undefined) return null;
  // An entry found on another page is usually in the home page's menu too, so it is searched there.
  const controls: Control[] = entriesOf(seen, 'portal', 'accessibility')
    .toSorted((a, b) => Number(isShared(b.page)) - Number(isShared(a.page)))
    .map(({ link }) => ({ text: link.label, address: link.url }));
  const button = buttonOf(seen);
  if (button) controls.push({ text: button.label, address: '' });
  const names = new Set<string>();
  const distinct = controls.filter(({ text, address }) => {
    const key = `${text} ${address === home.url ? '' : address}`;
    return !names.has(key) && names.add(key);
  });
  return { url: home.url, controls: distinct.slice(0, mostControls) };
}

/** Obstacles on other pages: what serves all pages has its entry on the home page. */
const elsewhere: ReadonlySet<string> = new Set(['not-asked', 'column-unread', 'not-recognised']);

function judge(seen: Seen): Verdict<Value> {
  const mode = modeOf(seen);
  const phone = phoneOf(seen);
  const spoken = languagesOf(seen);
  const has: Readonly<Record<(typeof accessibilityItems)[number], boolean>> = {
    mode: mode.is === 'opens' || mode.is === 'works',
    phone: phone.is !== 'none' && phone.is !== 'overflows',
    languages: spoken.is.length > 0,
  };
  const found = accessibilityItems.filter((item) => has[item]);
  const evidence = [...mode.evidence, ...phone.evidence, ...spoken.evidence];
  const obstacles = obstaclesTo(seen, ['portal'], ['accessibility', 'language']);
  const blame = blameOf(obstacles);
  // A layout that claims to fit a phone but does not is present, with a low measure.
  if (found.length === 0 && mode.is === 'none' && phone.is !== 'overflows')
    return blame === null
      ? say.absent(null, 0.85, homesSeen(seen, 'portal'))
      : say.unknown(blame, homesSeen(seen, 'portal'));
  // Markup does not show whether an offered mode has an effect, so its measure is null.
  const untried = mode.is === 'offered' ? 'not-visible' : null;
  // A home page that was not seen whole may have more than what is proved.
  const hidden = obstacles.find(({ reason }) => !elsewhere.has(reason))?.reason ?? null;
  const missed = hidden !== null && { mode: mode.is === 'none', phone: phone.is === 'none', languages: !has.languages };
  const unclear = accessibilityItems.filter(
    (item) => (item === 'mode' && untried !== null) || (missed !== false && missed[item] && !has[item]),
  );
  const open = unclear.length === 0 ? null : (untried ?? hidden);
  const value: Value = {
    level:
      found.length === 0
        ? phone.is === 'overflows'
          ? 'reachable'
          : 'linked'
        : mode.is === 'works' || phone.is === 'fits'
          ? 'working'
          : 'reachable',
    found: open === null ? found : null,
    seen: found,
    unclear,
    mode: mode.is,
    tool: toolOf(seen)?.id ?? null,
    phone: phone.is,
    languages: spoken.is,
    violations: seen.inspection()?.seen.violations ?? null,
  };
  return say.present(value, found.length > 0 ? 0.9 : 0.75, evidence, open);
}

function phoneOf(seen: Seen): Sight<Value['phone']> {
  const layout = layoutOf(seen);
  if (layout.is === 'fits' || layout.is === 'declared') return layout;
  const version = phoneVersionOf(seen);
  return version.is === 'none' ? layout : version;
}

/** State of the home page's phone layout, measured by a browser if there was an inspection. */
function layoutOf(seen: Seen): Sight<'none' | 'declared' | 'fits' | 'overflows'> {
  const inspection = seen.inspection();
  const narrow = inspection?.seen.phone ?? null;
  if (inspection?.seen.missing === 0 && narrow !== null && deviceWidth.test(narrow.viewport ?? '')) {
    const quote = `${narrow.viewport}; ${narrow.overflow} px wider than ${narrow.width} px`;
    const evidence = [{ url: inspection.seen.screen.page, quote: quoteOf(quote), capture: inspection.capture.id }];
    return { is: narrow.overflow <= spareWidth ? 'fits' : 'overflows', evidence };
  }
  for (const page of seen.pages('portal').filter(({ capture }) => capture.home)) {
    const viewport = page.meta.viewport ?? '';
    if (deviceWidth.test(viewport)) return { is: 'declared', evidence: [evidenceOf(page, viewport)] };
    const device = page.meta['applicable-device'] ?? '';
    if (/mobile/iu.test(device)) return { is: 'declared', evidence: [evidenceOf(page, `applicable-device ${device}`)] };
  }
  return { is: 'none', evidence: [] };
}

function phoneVersionOf(seen: Seen): Sight<'none' | 'version'> {
  const { 'phone-versions': versions } = wordsOf(words, seen.knowledge);
  for (const { page, link } of entriesOf(seen, 'portal', 'mobile-app')) {
    if (!holds(link.label, versions)) continue;
    const target = targetOf(seen, link)?.page;
    if (!target || !/device-width/iu.test(target.meta.viewport ?? '')) continue;
    return { is: 'version', evidence: [evidenceOf(page, `${link.label} ${link.url}`)] };
  }
  return { is: 'none', evidence: [] };
}

/**
 * Languages with an entry whose page opened or was not requested, and languages in which pages of
 * the portal are written.
 */
function languagesOf(seen: Seen): Sight<string[]> {
  const { languages: names } = wordsOf(words, seen.knowledge);
  const spoken = new Map<string, Evidence>();
  for (const { page, link, match } of entriesOf(seen, 'portal', 'language')) {
    if (match.by !== 'label') continue;
    const target = targetOf(seen, link);
    if (target && target.capture.failure !== null) continue;
    const name = names.find(({ pattern }) => pattern.test(foldLabel(link.label)))?.name;
    if (name !== undefined && !spoken.has(name)) spoken.set(name, evidenceOf(page, `${link.label} ${link.url}`));
  }
  for (const page of seen.pages('portal')) {
    const name = page.kind === 'html' && page.capture.role === 'page' ? writtenIn(page, seen.knowledge) : null;
    if (name !== null && !spoken.has(name)) spoken.set(name, evidenceOf(page, page.text.slice(0, 120)));
  }
  return { is: [...spoken.keys()].sort(), evidence: [...spoken.values()] };
}

const longestRead = 4000;

/**
 * The language of a page by its script; null for the pack's language and for texts that are too
 * short.
 */
const writtenIn = rememberedOfPage((page, knowledge): string | null => {
  if (vacancyOf(page, knowledge) !== null) return null;
  return languageOf(page.text.slice(0, longestRead), wordsOf(words, knowledge)['language-letters']);
});
