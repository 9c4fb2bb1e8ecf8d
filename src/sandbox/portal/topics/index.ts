import { enterpriseTopics } from './enterprise.ts';
import { furtherTopics } from './more.ts';
import { personalTopics } from './personal.ts';
import type { Topic } from './topic.ts';

export type { Topic } from './topic.ts';

/** All topics in a fixed order; the index numbers their guide, policy and explanation articles. */
export const topics: readonly Topic[] = [...personalTopics, ...enterpriseTopics, ...furtherTopics];

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** True if two words of equal length differ in one character. */
function differsInOneCharacter(word: string, piece: string): boolean {
  let differences = 0;
  for (let index = 0; index < word.length; index++) if (word[index] !== piece[index]) differences++;
  return differences === 1;
}

export interface TopicMatch {
  readonly topic: Topic;
  readonly position: number;
  /** Higher is better; the longest matching word counts most. */
  readonly strength: number;
  /** The intended word, if the question contained a misspelling of it. */
  readonly corrected: { readonly typed: string; readonly meant: string } | null;
}

const pieces = (text: string): Set<string> => {
  const pairs = new Set<string>();
  for (let index = 0; index + 2 <= text.length; index++) pairs.add(text.slice(index, index + 2));
  return pairs;
};

/** Character pairs that say nothing about the topic. */
const meaninglessPairs: ReadonlySet<string> = new Set([
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

/** Whether a text shares a significant pair of characters with a topic. */
export function touches(position: number, text: string): boolean {
  const known = topicPieces[position];
  return [...pieces(folded(text))].some((pair) => known?.has(pair) === true && !meaninglessPairs.has(pair));
}

/** Topics that share significant character pairs with a question without any of their words. */
function matchByPieces(text: string): TopicMatch[] {
  const asked = [...pieces(text)].filter((pair) => !meaninglessPairs.has(pair));
  const found: TopicMatch[] = [];
  topics.forEach((topic, position) => {
    const common = asked.filter((pair) => topicPieces[position]?.has(pair)).length;
    if (common >= 2 && common * 3 >= asked.length) found.push({ topic, position, strength: common, corrected: null });
  });
  return found;
}

/** Topics of a question, best first; misspellings are tried only if nothing else matches. */
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
          if (differsInOneCharacter(plain, typed))
            found.push({ topic, position, strength: plain.length, corrected: { typed, meant: word } });
        }
      }
    });
  if (found.length === 0) found.push(...matchByPieces(text));
  return found.sort((one, other) => other.strength - one.strength || one.position - other.position);
}
