import type { Language } from './messages.ts';

/** Titles of the columns of a check sheet, by code, in the order of the columns. */
interface CheckMessages {
  readonly sheet: string;
  readonly howTo: string;
  readonly columns: Readonly<Record<CheckColumn, string>>;
  /** Words that may be written, by meaning; the first one is offered. */
  readonly verdicts: Readonly<Record<'right' | 'wrong' | 'cannot-tell', readonly [string, ...string[]]>>;
  readonly states: Readonly<
    Record<'present' | 'absent' | 'unknown' | 'not-applicable', readonly [string, ...string[]]>
  >;
  readonly levels: Readonly<Record<'linked' | 'reachable' | 'working', readonly [string, ...string[]]>>;
  readonly simulated: string;
  /** How to fill in the sheet, a paragraph each. */
  readonly instructions: readonly string[];
}

/** Codes of the columns; the second row of a sheet holds them, so that it can be read back. */
export const checkColumns = [
  'row',
  'government',
  'name',
  'province',
  'indicator',
  'state',
  'finding',
  'confidence',
  'obstacle',
  'address',
  'quote',
  'page',
  'screenshot',
  'verdict',
  'really',
  'level',
  'who',
  'remark',
  'probe',
  'claim',
  'run',
  'simulated',
  'population',
  'rows',
  'key',
] as const;
export type CheckColumn = (typeof checkColumns)[number];

/** Columns that people fill in. */
export const filledColumns = ['verdict', 'really', 'level', 'who', 'remark'] as const satisfies readonly CheckColumn[];

const chinese: CheckMessages = {
  sheet: '核对表',
  howTo: '填写说明',
  columns: {
    row: '序号',
    government: '代码',
    name: '地区',
    province: '省份',
    indicator: '指标',
    state: '结论',
    finding: '测得的内容',
    confidence: '置信度',
    obstacle: '为何未知',
    address: '网址',
    quote: '原文摘录',
    page: '存档页面',
    screenshot: '截图',
    verdict: '判断',
    really: '实际情况',
    level: '实际程度',
    who: '核对人',
    remark: '备注',
    probe: '探针',
    claim: '结论代码',
    run: '采集批次',
    simulated: '模拟',
    population: '同类结论总数',
    rows: '总行数',
    key: '校验码',
  },
  verdicts: { right: ['对', '正确'], wrong: ['错', '错误', '不对'], 'cannot-tell': ['看不出', '无法判断', '不能判断'] },
  states: {
    present: ['有', '存在'],
    absent: ['无', '没有', '不存在'],
    unknown: ['未知', '看不出'],
    'not-applicable': ['不适用'],
  },
  levels: { linked: ['仅有入口'], reachable: ['页面可打开'], working: ['能用'] },
  simulated: '模拟国家的结论，不是真实网站',
  instructions: [
    '每行一条结论，随机抽取。请打开网址（不要只看存档），自己判断，然后在“判断”一列选：对、错、看不出。',
    '判断为“错”时，必须在“实际情况”中选：有、无、不适用；若只是程度不对，再选“实际程度”。',
    '结论为“未知”的行不计入准确率：在“实际情况”中写明您看到的是有还是无，看不出则判断选“看不出”。',
    '每个填过的行都要写核对人。存档页面和截图在本表旁边的文件夹中，是抓取时的样子；网站之后可能已改变，若只是因此不同，请在备注中说明并选“看不出”。',
    '请勿改动、删除或排序以外的方式调整其他各列；填完后运行 govprobe check-sheet --read 本表。',
  ],
};

const english: CheckMessages = {
  sheet: 'check sheet',
  howTo: 'how to fill in',
  columns: {
    row: 'row',
    government: 'code',
    name: 'government',
    province: 'province',
    indicator: 'indicator',
    state: 'finding',
    finding: 'measured',
    confidence: 'confidence',
    obstacle: 'why unknown',
    address: 'address',
    quote: 'quote',
    page: 'stored page',
    screenshot: 'screenshot',
    verdict: 'your verdict',
    really: 'what is really there',
    level: 'how far, really',
    who: 'checked by',
    remark: 'remark',
    probe: 'probe',
    claim: 'state',
    run: 'run',
    simulated: 'simulated',
    population: 'findings in this state',
    rows: 'rows in all',
    key: 'check code',
  },
  verdicts: { right: ['right'], wrong: ['wrong'], 'cannot-tell': ['cannot tell', "can't tell"] },
  states: { present: ['present'], absent: ['absent'], unknown: ['unknown'], 'not-applicable': ['not applicable'] },
  levels: { linked: ['linked'], reachable: ['reachable'], working: ['working'] },
  simulated: 'findings of a simulated country, not of real sites',
  instructions: [
    'One finding a row, drawn at random. Open the address (not only the stored page), look for yourself, and choose a verdict: right, wrong, cannot tell.',
    'For "wrong", say what is really there: present, absent, not applicable; where only the level is wrong, say the level as well.',
    'Rows with the finding "unknown" do not count as right or wrong: say what you see, present or absent; where you cannot tell either, the verdict is "cannot tell".',
    'Every row that is filled in needs a name. Stored pages and screenshots lie in the folder beside this sheet and show the site as it was visited; where it has only changed since, write that as a remark and choose "cannot tell".',
    'Rows may be sorted; leave the other columns as they are. When done, run govprobe check-sheet --read with this file.',
  ],
};

const catalogues: Readonly<Record<Language, CheckMessages>> = { zh: chinese, en: english };

/** The texts of a check sheet. */
export function checkMessages(language: Language): CheckMessages {
  return catalogues[language];
}

/**
 * The meaning of a word in a column that people fill in, whatever the language of the sheet; null
 * for an unknown word.
 */
export function meaningOf<Meaning extends string>(
  text: string,
  words: (messages: CheckMessages) => Readonly<Record<Meaning, readonly string[]>>,
): Meaning | null {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  for (const messages of Object.values(catalogues)) {
    const meanings = words(messages);
    for (const meaning of Object.keys(meanings) as Meaning[])
      if (meaning === wanted || meanings[meaning].includes(wanted)) return meaning;
  }
  return null;
}
