import { enterpriseTopics } from './enterprise.ts';
import { furtherTopics } from './more.ts';
import { personalTopics } from './personal.ts';
import type { Topic } from './topic.ts';

export type { Topic } from './topic.ts';

/** All everyday matters, in a fixed order: their position is the number of their guide, policy and reading articles. */
export const topics: readonly Topic[] = [...personalTopics, ...enterpriseTopics, ...furtherTopics];

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** One character of difference between words of equal length. */
function almost(word: string, piece: string): boolean {
  let differences = 0;
  for (let index = 0; index < word.length; index++) if (word[index] !== piece[index]) differences++;
  return differences === 1;
}

export interface TopicMatch {
  readonly topic: Topic;
  readonly position: number;
  /** Higher is better: the longest matching word counts most. */
  readonly strength: number;
  /** The word that was meant, when the question held it misspelt. */
  readonly corrected: { readonly typed: string; readonly meant: string } | null;
}

const pieces = (text: string): Set<string> => {
  const pairs = new Set<string>();
  for (let index = 0; index + 2 <= text.length; index++) pairs.add(text.slice(index, index + 2));
  return pairs;
};

/** Pairs of neighbouring characters that say nothing about the matter. */
const empty: ReadonlySet<string> = new Set([
  '怎么',
  '么办',
  '办理',
  '如何',
  '什么',
  '需要',
  '哪里',
  '申请',
  '可以',
  '么申',
  '要什',
  '在哪',
  '多少',
  '我要',
  '我想',
  '想咨',
  '咨询',
  '流程',
  '材料',
  '手续',
  '登记',
  '查询',
  '证明',
]);

const topicPieces: readonly ReadonlySet<string>[] = topics.map((topic) =>
  pieces(folded([topic.question, topic.service, ...topic.words].join('|'))),
);

/** Topics that share telling pairs of characters with a question that names none of their words. */
function matchByPieces(text: string): TopicMatch[] {
  const asked = [...pieces(text)].filter((pair) => !empty.has(pair));
  const found: TopicMatch[] = [];
  topics.forEach((topic, position) => {
    const common = asked.filter((pair) => topicPieces[position]?.has(pair)).length;
    if (common >= 2 && common * 3 >= asked.length) found.push({ topic, position, strength: common, corrected: null });
  });
  return found;
}

/** Topics a question is about, best first; misspelt words are only tried when nothing matches. */
export function matchTopics(question: string): readonly TopicMatch[] {
  const text = folded(question);
  if (text === '') return [];
  const found: TopicMatch[] = [];
  topics.forEach((topic, position) => {
    let strength = 0;
    for (const word of topic.words) {
      const plain = folded(word);
      if (text.includes(plain)) strength = Math.max(strength, plain.length * 2);
      else if (plain.length > text.length && text.length >= 2 && plain.includes(text))
        strength = Math.max(strength, text.length);
    }
    const named = folded(topic.service);
    if (text.includes(named)) strength = Math.max(strength, named.length * 3);
    else if (text.length >= 2 && named.includes(text)) strength = Math.max(strength, text.length);
    if (strength > 0) found.push({ topic, position, strength, corrected: null });
  });
  if (found.length === 0)
    topics.forEach((topic, position) => {
      for (const word of topic.words) {
        const plain = folded(word);
        if (plain.length < 3) continue;
        for (let start = 0; start + plain.length <= text.length; start++) {
          const typed = text.slice(start, start + plain.length);
          if (almost(plain, typed))
            found.push({ topic, position, strength: plain.length, corrected: { typed, meant: word } });
        }
      }
    });
  if (found.length === 0) found.push(...matchByPieces(text));
  return found.sort((one, other) => other.strength - one.strength || one.position - other.position);
}
