import type { Normalizer } from '../config/schema/indicators.ts';
import type { FindingState } from '../model/finding.ts';

const states = { present: '存在', absent: '不存在', unknown: '未知', 'not-applicable': '不适用' };

const chinese = {
  title: (name: string) => `${name}复核材料`,
  nature: {
    simulated: '模拟国家：以下内容来自模拟国家或录制网页，不反映任何真实政府网站的状况。',
    mixed: '含模拟数据：以下内容混有模拟国家与真实网站的采集结果。',
  },
  intro: (name: string, code: string) =>
    `本压缩包收录${name}（${code}）各指标结论的依据：页面原始字节、采集记录、判定规则、采集日志和人工复核意见，供核对和申诉使用。`,
  from: {
    title: '来源',
    edition: (name: string, hash: string) => `已发布版次：${name}（封存摘要 SHA-256 ${hash}）`,
    replacedBy: (name: string, day: string) => `该版次已于${day}由“${name}”替代`,
    erratum: (what: string, who: string, day: string) => `勘误：${what}（${who}，${day}）`,
    runs: (runs: string) => `采集批次：${runs}`,
    time: (started: string, finished: string) => `采集时间：${started} 至 ${finished}`,
    unfinished: '未结束',
    tool: (version: string, config: string) => `判定时的工具版本 ${version}，配置摘要 ${config}`,
    otherRules: (config: string) =>
      `注意：部分结论判定时所用的配置与本包 govprobe/rules/ 中的配置（摘要 ${config}）不同；判定时的配置摘要见 govprobe/findings.json 各条的 configHash。`,
    otherVersion: (probes: string) =>
      `注意：下列探针现在的版本与判定时不同，govprobe/rules/ 中为现在的版本：${probes}。`,
  },
  check: {
    title: '如何核对',
    lines: [
      '先用浏览器打开 index.html：得分、名次、各项依据、未能判定的内容和提出异议的方法。',
      '在本目录运行 `sha256sum -c SHA256SUMS`（macOS 为 `shasum -a 256 -c SHA256SUMS`），各文件应逐一显示 OK。',
      '用 replayweb.page 打开 .wacz 文件，可看到采集当时的网页，并搜索所引的文字；它也是 ZIP 文件，可以解压。',
      '各网页的 SHA-256 在 index.html 的最后一个表和 govprobe/captures.jsonl 中。',
    ],
  },
  files: {
    title: '文件',
    list: {
      'index.html': '首页，供人阅读，无需联网。',
      'objection.json': '异议书：填写后寄回即可。',
      '*.wacz': '证据包（WACZ 1.1.1），含以下各项：',
      'archive/': '存档网页、截图和文字（WARC/1.1）。',
      'govprobe/findings.json': '各项结论：状态、测得的值、置信度、原因、所引原文及网址，人工复核与机器判定并列。',
      'govprobe/points.csv': '各三级指标的点位值及其由来。',
      'govprobe/score.json': '各级得分、名次与等级。',
      'govprobe/captures.jsonl': '采集记录：网址、跳转、状态码、时间、字节数、失败类别、存档记录。',
      'govprobe/rules/': '指标体系、归一化规则、探针定义与源码、相关词表。',
      'govprobe/log.jsonl': '该地区的采集日志。',
      'govprobe/reviews.json': '人工复核记录，含已撤回的。',
      SHA256SUMS: '以上全部文件的摘要。',
    },
  },
  summary: {
    title: '结论一览',
    head: ['指标', '探针', '状态', '点位值', '规则', '复核'],
    states: states as Record<FindingState, string>,
    applied: (who: string, when: string) => `已由${who}于${when}复核改定`,
    stale: (who: string, when: string) => `${who}于${when}的复核已过时，未采用`,
    none: '—',
    noFinding: '没有任何结论。',
  },
  rules: {
    boolean: '存在得 1，不存在得 0',
    ladder: (key: string, steps: string) => `按 ${key} 分级：${steps}`,
    ratio: (key: string) => `取 ${key} 的值（0 到 1）`,
    'capped-count': (key: string, cap: string) => `ln(1+min(${key}, ${cap})) ÷ ln(1+${cap})`,
    checklist: (key: string, items: string) => `${key} 中符合的项数 ÷ 总项数（${items}）`,
    key: (key: string) => `有 ${key} 得 1`,
    freshness: (key: string, fresh: string, stale: string) =>
      `${key} 距采集日 ${fresh} 天以内得 1，${stale} 天以上得 0，其间按天递减`,
    term: (weight: string, rule: string) => `${weight} ×（${rule}）`,
    onlyAt: (levels: string) => `；仅在 level 为 ${levels} 时计`,
    missing: (worth: string) => `；没有说明的计 ${worth}`,
  },
  missing: (count: string) =>
    `有 ${count} 条采集记录的原始字节已不在数据目录中，govprobe/captures.jsonl 中 published 为 null。`,
  noLog: '该次采集的日志已不在数据目录中。',
};

export type AppealMessages = typeof chinese;

const english: AppealMessages = {
  title: (name) => `Appeal pack of ${name}`,
  nature: {
    simulated:
      'Simulated country: what follows comes from a simulated country or from recorded pages, and says nothing about any real government.',
    mixed: 'Partly simulated: what follows mixes runs of a simulated country with runs of real sites.',
  },
  intro: (name, code) =>
    `This archive holds what the findings on ${name} (${code}) rest on: the bytes of the pages, the records of the captures, the rules, the log of the visit and the reviews.`,
  from: {
    title: 'Source',
    edition: (name, hash) => `Published edition: ${name} (seal SHA-256 ${hash})`,
    replacedBy: (name, day) => `This edition was replaced by ${name} on ${day}`,
    erratum: (what, who, day) => `Erratum: ${what} (${who}, ${day})`,
    runs: (runs) => `Runs: ${runs}`,
    time: (started, finished) => `Collected from ${started} to ${finished}`,
    unfinished: 'not finished',
    tool: (version, config) => `Judged by govprobe ${version}, configuration ${config}`,
    otherRules: (config) =>
      `Note: some findings were judged by another configuration than the one in govprobe/rules/ (${config}); see configHash in govprobe/findings.json.`,
    otherVersion: (probes) =>
      `Note: these probes have another version now than when they judged, and govprobe/rules/ holds the version of now: ${probes}.`,
  },
  check: {
    title: 'How to check',
    lines: [
      'Open index.html in a browser first: score, rank, what each point rests on, what was unknown, how to object.',
      'Run `sha256sum -c SHA256SUMS` in this folder (macOS: `shasum -a 256 -c SHA256SUMS`); every file must be OK.',
      'Open the .wacz file with replayweb.page to see the pages as they were fetched and to search the quoted text; it is a ZIP file and can be unpacked.',
      'The SHA-256 of every page is in the last table of index.html and in govprobe/captures.jsonl.',
    ],
  },
  files: {
    title: 'Files',
    list: {
      'index.html': 'The first page, for people; needs no network.',
      'objection.json': 'The form for objections: fill it in and send it back.',
      '*.wacz': 'The package of evidence (WACZ 1.1.1), which holds:',
      'archive/': 'Stored pages, pictures and texts (WARC/1.1).',
      'govprobe/findings.json':
        'Findings: state, value, confidence, reason, quotes with addresses; machine and person side by side.',
      'govprobe/points.csv': 'The point of every leaf and how it came about.',
      'govprobe/score.json': 'Scores on every node, rank and tier.',
      'govprobe/captures.jsonl': 'Captures: addresses, redirects, status, time, size, failure, records.',
      'govprobe/rules/': 'Indicator tree, normalizers, definition and source of the probes, word lists.',
      'govprobe/log.jsonl': 'The log of the visit.',
      'govprobe/reviews.json': 'Reviews, those withdrawn too.',
      SHA256SUMS: 'Hashes of all files above.',
    },
  },
  summary: {
    title: 'Findings',
    head: ['indicator', 'probe', 'state', 'point', 'rule', 'review'],
    states: { present: 'present', absent: 'absent', unknown: 'unknown', 'not-applicable': 'not applicable' },
    applied: (who, when) => `decided by ${who}, ${when}`,
    stale: (who, when) => `the review by ${who}, ${when}, is stale and not applied`,
    none: '—',
    noFinding: 'There is no finding.',
  },
  rules: {
    boolean: 'present 1, absent 0',
    ladder: (key, steps) => `steps of ${key}: ${steps}`,
    ratio: (key) => `${key} as measured (0 to 1)`,
    'capped-count': (key, cap) => `ln(1+min(${key}, ${cap})) ÷ ln(1+${cap})`,
    checklist: (key, items) => `items found in ${key} ÷ all items (${items})`,
    key: (key) => `1 where ${key} holds`,
    freshness: (key, fresh, stale) =>
      `1 where ${key} is up to ${fresh} days before the run, 0 from ${stale} days on, straight between`,
    term: (weight, rule) => `${weight} × (${rule})`,
    onlyAt: (levels) => `; only at level ${levels}`,
    missing: (worth) => `; ${worth} where nothing is stated`,
  },
  missing: (count) =>
    `The bytes of ${count} captures are no longer in the data folder; published is null in govprobe/captures.jsonl.`,
  noLog: 'The log of the visit is no longer in the data folder.',
};

export const appealLanguages = { zh: chinese, en: english };
export type AppealLanguage = keyof typeof appealLanguages;

/** A normalizer as one clause. */
export function ruleText(normalizer: Normalizer, messages: AppealMessages): string {
  const { rules } = messages;
  switch (normalizer.kind) {
    case 'boolean':
      return rules.boolean;
    case 'key':
      return rules.key(normalizer.key);
    case 'freshness':
      return rules.freshness(normalizer.key, String(normalizer['fresh-days']), String(normalizer['stale-days']));
    case 'weighted':
      return normalizer.terms
        .map(({ weight, measure, levels, missing }) => {
          const condition = levels === undefined ? '' : rules.onlyAt(levels.join(', '));
          const otherwise = missing === undefined ? '' : rules.missing(String(missing));
          return rules.term(String(weight), ruleText(measure, messages) + condition + otherwise);
        })
        .join(' + ');
    case 'ladder': {
      const steps = Object.entries(normalizer.steps).map(([step, worth]) => `${step} ${worth}`);
      return rules.ladder(normalizer.key, steps.join(', '));
    }
    case 'ratio':
      return rules.ratio(normalizer.key);
    case 'capped-count':
      return rules['capped-count'](normalizer.key, String(normalizer.cap));
    case 'checklist':
      return rules.checklist(normalizer.key, normalizer.items.join(', '));
  }
}
