import { articleTitle } from '../columns/titles.ts';
import { hash } from '../draw.ts';
import type { Portal } from '../portal.ts';
import { answerOf } from '../topics/answer.ts';
import { matchTopics, type Topic, topics, touches } from '../topics/index.ts';

type SearchEngine = NonNullable<Portal['town']['truth']['search']>;

export interface Hit {
  readonly title: string;
  /** Address from the root of the portal, or absolute for other sites. */
  readonly path: string;
  readonly date: string;
  readonly summary: string;
  readonly source: string;
  readonly kind: '服务' | '政策' | '解读' | '资讯' | '互动';
}

export interface ServiceCard {
  readonly name: string;
  readonly office: string;
  readonly time: string;
  readonly path: string;
}

/** Reply of a search engine to one word and page. */
export interface Outcome {
  readonly word: string;
  /** The corrected word, if the typed one was corrected. */
  readonly corrected: string | null;
  readonly total: number;
  readonly hits: readonly Hit[];
  readonly related: readonly string[];
  readonly cards: readonly ServiceCard[];
  /** Another place named by the question, if the engine noticed. */
  readonly otherPlace: string | null;
}

export const hitsPerPage = 10;

const kinds: Readonly<Record<string, Hit['kind']>> = {
  guide: '服务',
  policy: '政策',
  reading: '解读',
  knowledge: '互动',
};

/** Other places; a town's own name is removed where the list is used. */
const places = [
  '北京',
  '上海',
  '广州',
  '深圳',
  '杭州',
  '成都',
  '武汉',
  '南京',
  '西安',
  '重庆',
  '天津',
  '济南',
  '青岛',
  '长沙',
  '郑州',
  '合肥',
  '沈阳',
  '昆明',
  '厦门',
  '苏州',
  '宁波',
  '海口',
  '贵阳',
  '太原',
  '兰州',
  '南昌',
  '福州',
  '南宁',
  '石家庄',
  '哈尔滨',
];

function summaryOf(portal: Portal, key: string, entry: number, title: string): string {
  const topic = topics[entry % topics.length];
  if (key in kinds && topic !== undefined) return answerOf(portal, topic).replaceAll('\n', '').slice(0, 90);
  return `${title}。${portal.names.full}有关部门认真组织实施。`;
}

function hitOf(portal: Portal, key: string, entry: number, topic: Topic | null): Hit {
  const column = portal.column(key);
  const title = articleTitle(portal, column, entry);
  const own = key === 'guide' ? `${portal.names.full}${title}` : title;
  return {
    title: own,
    path: portal.articlePath(key, entry),
    date: portal.articleDate(column, entry),
    summary: summaryOf(portal, key, entry, title),
    source:
      `${portal.names.full}${topic?.bureau ?? ''}` === portal.names.full
        ? portal.names.authority
        : `${portal.names.full}${topic?.bureau ?? ''}`,
    kind: kinds[key] ?? '资讯',
  };
}

const newsKeys = ['news-top', 'news-work', 'news-bureau', 'notice'];
const depth = 40;

/** Columns with a page about every topic, as many as there are relevant results. */
const topicKeys = ['guide', 'policy', 'reading'] as const;

function pagesOf(portal: Portal, position: number): Hit[] {
  const topic = topics[position] ?? null;
  return topicKeys.map((key) => hitOf(portal, key, position, topic));
}

/** Pages whose title holds the word; questions and their answers only where questions are understood. */
function titlesWith(portal: Portal, word: string, withQuestions: boolean): Hit[] {
  const found: Hit[] = [];
  const scan = (key: string, limit: number): void => {
    const column = portal.column(key);
    for (let entry = 0; entry < Math.min(limit, column.count); entry++) {
      if (!articleTitle(portal, column, entry).includes(word)) continue;
      const topic = key in kinds ? (topics[entry % topics.length] ?? null) : null;
      found.push(hitOf(portal, key, entry, topic));
    }
  };
  for (const key of topicKeys) scan(key, topics.length);
  if (withQuestions && portal.has('knowledge')) scan('knowledge', 90);
  for (const key of newsKeys) scan(key, depth);
  return found;
}

/** The same page as another place would have it. */
function elsewhere(hit: Hit, portal: Portal): Hit {
  const other = places[hash(portal.town.style.seed, 'other-place') % places.length] ?? '';
  const name = `${other === portal.names.short ? '邻近' : other}市`;
  const moved = (text: string): string => text.replaceAll(portal.names.full, name).replaceAll(portal.names.short, name);
  return {
    ...hit,
    title: `${name}${hit.title.replaceAll(portal.names.full, '').replaceAll(portal.names.short, '')}`,
    source: `${name}人民政府`,
    summary: moved(hit.summary),
  };
}

function latest(portal: Portal): Hit[] {
  return newsKeys.flatMap((key) => Array.from({ length: 6 }, (_, entry) => hitOf(portal, key, entry, null)));
}

/** What an engine makes of a word: its topic, or null where it does not understand. */
interface Reading {
  readonly position: number | null;
  readonly corrected: string | null;
  readonly otherPlace: string | null;
}

const notUnderstood: Reading = { position: null, corrected: null, otherPlace: null };

/** The topic with an official name that holds the word; null if there is none. */
function namedBy(word: string): number | null {
  const position = topics.findIndex(({ service, words }) => service.includes(word) || words[0]?.includes(word));
  return position < 0 ? null : position;
}

function understand(portal: Portal, word: string, { skills }: SearchEngine): Reading {
  const named = namedBy(word);
  if (named !== null) return { ...notUnderstood, position: named };
  const otherPlace = places.find((place) => place !== portal.names.short && word.includes(place)) ?? null;
  if (otherPlace !== null)
    return skills.includes('region') ? { ...understoodTopic(word.replace(otherPlace, '')), otherPlace } : notUnderstood;
  const [best] = matchTopics(word);
  if (best === undefined) return notUnderstood;
  const needed = best.corrected !== null ? 'typo' : best.topic.words.includes(word) ? 'synonym' : 'question';
  return skills.includes(needed) ? understoodTopic(word) : notUnderstood;
}

function understoodTopic(word: string): Reading {
  const [best] = matchTopics(word);
  if (best === undefined) return notUnderstood;
  const { position, corrected } = best;
  return {
    position,
    corrected: corrected === null ? null : word.replace(corrected.typed, corrected.meant),
    otherPlace: null,
  };
}

/** News that has nothing to do with a topic. */
function unrelatedTo(portal: Portal, position: number, count: number): Hit[] {
  const found: Hit[] = [];
  for (let entry = 0; found.length < count && entry < depth; entry += 1)
    for (const key of newsKeys) {
      const column = portal.column(key);
      if (found.length >= count || entry >= column.count || touches(position, articleTitle(portal, column, entry)))
        continue;
      found.push(hitOf(portal, key, entry, null));
    }
  return found;
}

/** Results about a topic, with what the engine mixes in. */
function resultsOf(portal: Portal, position: number, { unrelated, foreign }: SearchEngine): Hit[] {
  const own = [...unrelatedTo(portal, position, unrelated), ...pagesOf(portal, position)];
  // Strange results are among the unrelated ones first; the better ones of both stand first.
  return own.map((hit, index) => (index < foreign ? elsewhere(hit, portal) : hit)).reverse();
}

function extrasOf(portal: Portal, word: string, { position, corrected, otherPlace }: Reading) {
  const topic = topics[position ?? -1];
  if (topic === undefined || position === null) return { corrected, related: [], cards: [], otherPlace };
  const related = matchTopics(word)
    .flatMap((match) => match.topic.words.slice(0, 3))
    .filter((one) => one !== word);
  return { corrected, related: related.slice(0, 6), cards: [cardOf(portal, topic, position)], otherPlace };
}

function cardOf(portal: Portal, topic: Topic, position: number): ServiceCard {
  return {
    name: topic.service,
    office: `${portal.names.full}${topic.bureau}`,
    time: topic.days === 0 ? '即办件' : `${topic.days}个工作日`,
    path: portal.articlePath('guide', position),
  };
}

/** Result of the town's engine; null if the engine is broken. */
export function searchTown(portal: Portal, word: string, page: number): Outcome | null {
  const engine = portal.town.truth.search;
  if (engine === null || engine.quality === 'broken') return null;
  const asked = word.trim();
  const from = (Math.max(1, page) - 1) * hitsPerPage;
  const shown = (all: readonly Hit[], extras: ReturnType<typeof extrasOf>): Outcome => ({
    ...{ word: asked, total: all.length, hits: all.slice(from, from + hitsPerPage) },
    ...extras,
  });
  const nothing = { corrected: null, related: [], cards: [], otherPlace: null };
  if (engine.quality === 'poor') {
    const news = latest(portal);
    return shown(portal.draw('poor').chance(0.5) ? news : news.map((hit) => elsewhere(hit, portal)), nothing);
  }
  if (asked === '') return shown([], nothing);
  const reading = understand(portal, asked, engine);
  const all =
    reading.position === null
      ? titlesWith(portal, asked, engine.skills.includes('question'))
      : resultsOf(portal, reading.position, engine);
  return shown(all, engine.quality === 'smart' ? extrasOf(portal, asked, reading) : nothing);
}

/** Suggestions while typing. */
export function suggestionsFor(portal: Portal, word: string): readonly string[] {
  if (portal.town.truth.search?.quality !== 'smart') return [];
  return matchTopics(word)
    .slice(0, 8)
    .map((match) => match.topic.service);
}
