import { articleTitle } from '../columns/titles.ts';
import { hash } from '../draw.ts';
import type { Portal } from '../portal.ts';
import { answerOf } from '../topics/answer.ts';
import { matchTopics, type Topic, topics } from '../topics/index.ts';

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
  if ((key === 'guide' || key === 'knowledge' || key === 'policy') && topic !== undefined)
    return answerOf(portal, topic).replaceAll('\n', '').slice(0, 90);
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

/** Pages about a topic: guide, policy, explanation, question. */
function pagesOf(portal: Portal, position: number): Hit[] {
  const topic = topics[position] ?? null;
  const keys = ['guide', 'policy', 'reading', ...(portal.has('knowledge') ? ['knowledge'] : [])];
  return keys.filter((key) => position < portal.column(key).count).map((key) => hitOf(portal, key, position, topic));
}

function titlesWith(portal: Portal, word: string): Hit[] {
  const found: Hit[] = [];
  const scan = (key: string, limit: number): void => {
    const column = portal.column(key);
    for (let entry = 0; entry < Math.min(limit, column.count); entry++) {
      if (!articleTitle(portal, column, entry).includes(word)) continue;
      const topic = key in kinds ? (topics[entry % topics.length] ?? null) : null;
      found.push(hitOf(portal, key, entry, topic));
    }
  };
  for (const key of ['guide', 'policy', 'reading']) scan(key, topics.length);
  if (portal.has('knowledge')) scan('knowledge', 90);
  for (const key of newsKeys) scan(key, depth);
  return found;
}

function elsewhere(hit: Hit, portal: Portal, number: number): Hit {
  const other = places[hash(portal.town.style.seed, `place${number}`) % places.length] ?? '';
  const name = other === portal.names.short ? '邻近' : other;
  return {
    ...hit,
    title: `${name}市${hit.title.replaceAll(portal.names.full, '').replaceAll(portal.names.short, '')}`,
    source: `${name}市人民政府`,
    summary: `${name}市有关部门发布的信息。`,
  };
}

function latest(portal: Portal): Hit[] {
  return newsKeys.flatMap((key) => Array.from({ length: 6 }, (_, entry) => hitOf(portal, key, entry, null)));
}

function smart(
  portal: Portal,
  word: string,
  aware: boolean,
): Omit<Outcome, 'total' | 'hits'> & { readonly all: readonly Hit[] } {
  const otherPlace = places.find((place) => place !== portal.names.short && word.includes(place)) ?? null;
  const matches = matchTopics(word);
  const best = matches[0];
  const corrected =
    best?.corrected === null || best === undefined ? null : word.replace(best.corrected.typed, best.corrected.meant);
  const seen = new Set<string>();
  const all: Hit[] = [];
  const add = (hits: readonly Hit[]): void => {
    for (const hit of hits) {
      if (seen.has(hit.path)) continue;
      seen.add(hit.path);
      all.push(hit);
    }
  };
  for (const match of matches.slice(0, 6)) add(pagesOf(portal, match.position));
  add(titlesWith(portal, corrected ?? word));
  if (best !== undefined) add(titlesWith(portal, best.topic.words[0] ?? ''));
  const ordered = aware
    ? all
    : all.flatMap((hit, index) => (index % 2 === 0 ? [elsewhere(hit, portal, index), hit] : [hit]));
  return {
    word,
    corrected,
    all: ordered,
    related: matches
      .flatMap((match) => match.topic.words.slice(0, 3))
      .filter((related) => related !== word)
      .slice(0, 6),
    cards: best === undefined ? [] : [cardOf(portal, best.topic, best.position)],
    otherPlace: aware ? otherPlace : null,
  };
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
  const truth = portal.town.truth.search;
  if (truth === null || truth.quality === 'broken') return null;
  const asked = word.trim();
  const from = (Math.max(1, page) - 1) * hitsPerPage;
  const nothing = { corrected: null, related: [], cards: [], otherPlace: null };
  if (truth.quality === 'smart') {
    if (asked === '') return { word: asked, total: 0, hits: [], ...nothing };
    const { all, ...rest } = smart(portal, asked, truth.regionAware);
    return { ...rest, total: all.length, hits: all.slice(from, from + hitsPerPage) };
  }
  let all: readonly Hit[];
  if (truth.quality === 'plain') {
    all = asked === '' ? [] : titlesWith(portal, asked);
    if (!truth.regionAware) all = all.map((hit, index) => (index % 3 === 1 ? elsewhere(hit, portal, index) : hit));
  } else {
    const news = latest(portal);
    all = portal.draw('poor').chance(0.5) ? news : news.map((hit, index) => elsewhere(hit, portal, index));
  }
  return { word: asked, total: all.length, hits: all.slice(from, from + hitsPerPage), ...nothing };
}

/** Suggestions while typing. */
export function suggestionsFor(portal: Portal, word: string): readonly string[] {
  if (portal.town.truth.search?.quality !== 'smart') return [];
  return matchTopics(word)
    .slice(0, 8)
    .map((match) => match.topic.service);
}
