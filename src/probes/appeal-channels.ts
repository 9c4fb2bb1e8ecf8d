import { z } from 'zod';
import { pattern } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import { type Evidence, furthestLevel, type Obstacle, type PresenceLevel } from '../model/finding.ts';
import { appealChannelNames, appealChannelsValue } from '../model/values/appeal-channels.ts';
import type { Seen } from '../reading/coverage.ts';
import { servesIntent } from '../reading/kinds.ts';
import { matchLink } from '../reading/match-link.ts';
import type { Page } from '../reading/page.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { obstaclesTo } from './shared/absence.ts';
import { appealForms, appealFormWords } from './shared/appeal-forms.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { type EntryTarget, entryTargetsOf, openObstacles, showsContent, targetWords } from './shared/targets.ts';
import { blameOf, combineConfidence, evidenceOf, homesSeen, unshown, verdicts } from './shared/verdicts.ts';

/** The checklist's channels and the intents of their entries. */
const intentOf = {
  'mayor-box': 'mailbox',
  consultation: 'consultation',
  complaint: 'complaint',
  hotline: 'hotline',
  petition: 'petition',
  poll: 'poll',
} as const;
type Channel = (typeof appealChannelNames)[number];
type Value = z.input<typeof appealChannelsValue>;

const say = verdicts<Value>();

const words = z.object({ 'channel-contacts': pattern });

/**
 * 受理渠道: the channels by which people reach the government. A chat account does not count because it
 * records nothing and need not answer.
 */
export const appealChannels = defineProbe({
  id: 'appeal-channels',
  version: 7,
  sites: ['portal', 'service'],
  absentFrom: ['portal'],
  value: appealChannelsValue,
  seeks: ['interaction', ...Object.values(intentOf)],
  words: [words, appealFormWords, resultWords, searchWords, targetWords],
  about: {
    measures:
      "By which ways people can reach the government: the mayor's mailbox, consultation, complaint, the 12345 hotline, petitions, opinion polls. A channel counts when its page opens; a link to a chat account (QQ) is none.",
    levels: {
      linked: 'the channel has an entry whose page did not open',
      reachable: 'its page opens',
      working: 'its page takes an appeal, leads to the form that does, or names the number or address',
    },
    evidence: 'The entry of every channel, by the words of the portal.',
    blindSpots: [
      'Nothing is sent: that a letter would arrive and be answered is not known.',
      'Channels that live in an app or mini-program only are not seen.',
      'A telephone hotline is counted by its page, not by calling it.',
    ],
  },
  judge,
});

function judge(seen: Seen): Verdict<Value> {
  const found: Channel[] = [];
  const unclear: Channel[] = [];
  const levels: Partial<Record<Channel, PresenceLevel>> = {};
  const evidence: Evidence[] = [];
  const signs: number[] = [];
  const obstacles: Obstacle[] = [];
  for (const channel of appealChannelNames) {
    const targets = entryTargetsOf(seen, ['portal', 'service'], [intentOf[channel]]);
    const open = targets.find((target) => target.page !== null && opens(target.page));
    const best = open ?? targets[0];
    if (best) {
      levels[channel] = open ? levelOf(open, seen) : 'linked';
      evidence.push(evidenceOf(best.entry.page, `${best.entry.link.label} ${best.entry.link.url}`));
    }
    if (open) {
      found.push(channel);
      signs.push(open.entry.match.confidence);
      continue;
    }
    const why =
      targets.length > 0 ? openObstacles(targets) : obstaclesTo(seen, ['portal'], ['interaction', intentOf[channel]]);
    if (why.length === 0) continue;
    unclear.push(channel);
    obstacles.push(...why);
  }
  if (found.length > 0)
    return say.present(
      { found, level: furthestLevel(Object.values(levels)), levels, unclear },
      combineConfidence(signs) * (1 - 0.08 * unclear.length),
      evidence,
    );
  const blame = blameOf(obstacles) ?? blameOf(unnamedForms(seen));
  return blame === null ? say.absent(null, 0.9, homesSeen(seen, 'portal')) : say.unknown(blame, evidence);
}

/** Forms that take letters: a channel, of which nothing tells which one it is. */
function unnamedForms(seen: Seen): Obstacle[] {
  const pages = (['portal', 'service'] as const).flatMap((site) => seen.pages(site));
  const [form] = pages.filter((page) => servesIntent(page, 'appeal-form', seen.knowledge) !== null);
  return form === undefined ? [] : [{ ...unshown(form, 'appeal-form'), reason: 'not-recognised' }];
}

function opens(page: Page): boolean {
  return page.kind === 'html' && (page.text !== '' || page.shell || page.frames.length > 0);
}

/**
 * A channel is `working` if its page accepts an appeal, leads to such a form, or states a number or
 * address.
 */
function levelOf({ page }: EntryTarget, seen: Seen): PresenceLevel {
  if (page === null || !showsContent(page)) return 'reachable';
  const takes =
    appealForms(page, seen).length > 0 ||
    page.forms.some(({ region, fields }) => region === 'main' && fields.length > 0);
  const form = seen.knowledge.intents.get('appeal-form');
  const leads = page.links.some(
    (link) =>
      (link.region === 'main' || link.region === 'unknown') &&
      form !== undefined &&
      (matchLink(link, form, seen.knowledge)?.confidence ?? 0) >= 0.7,
  );
  const named = wordsOf(words, seen.knowledge)['channel-contacts'].test(page.text);
  return takes || leads || named ? 'working' : 'reachable';
}
