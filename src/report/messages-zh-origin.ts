import type { ReviewEffect } from '../model/review.ts';
import type { ObjectionOutcome } from '../model/review-checks.ts';
import type { RunKind } from '../model/run.ts';

/** Words about reviews and about the origin of the figures in Chinese. */
export const origin = {
  title: '版次与数据来源',
  edition: '版次',
  live: '未封存：按当前数据计算',
  year: '年份',
  note: '说明',
  frozen: '封存时间',
  seal: '封签（SHA-256）',
  derivedFrom: '重新判定自',
  replaces: '替代版次',
  program: '程序版本',
  pack: '配置',
  packHash: '配置摘要',
  judged: (tool: string, config: string, findings: string) => `govprobe ${tool}，配置${config}：${findings}项结论`,
  judgedBy: '判定所用版本',
  named: (name: string, year: string | null) => (year === null ? name : `${name}（${year}年）`),
  runs: '数据来自的运行',
  runsNote: '每项结论出自其中一次运行。“沿用”是因网站不可用而列出的此前结论，只供参考，按规则计分的另有注明。',
  run: (id: string, kind: string, findings: string) => `${id}（${kind}，${findings}项结论）`,
  carriedRun: (id: string, carried: string) => `${id}（沿用其${carried}项此前结论）`,
  moreRuns: (count: string, findings: string) => `另有${count}次运行，共${findings}项结论，见“版次与数据来源”`,
  columns: {
    run: '运行',
    kind: '类型',
    started: '开始',
    finished: '结束',
    findings: '结论数',
    carried: '沿用',
    tool: '程序版本',
    config: '配置摘要',
  },
  kinds: {
    crawl: '全面探测',
    probe: '定点探测',
    canary: '对照运行',
    derived: '重新判定',
    import: '导入存档',
  } satisfies Record<RunKind, string>,
  unknownKind: '类型不详',
  replacedBy: (name: string, other: string, day: string) => `“${name}”已于${day}由“${other}”替代，请以后者为准。`,
  replacement: (name: string) => `本版更正并替代“${name}”。`,
  errata: '勘误',
  erratum: (what: string, who: string, day: string) => `${what}（${who}，${day}）`,
  corrections: '更正',
  sheet: (edition: string, seal: string) => `版次：${edition}；封签：${seal}`,
  sheetPublished: (line: string, root: string) => `${line}；发布日志根值：${root}`,
  root: '发布日志根值',
  log: '发布日志',
  published: (log: string, size: string, root: string, when: string) =>
    `本版次已于${when}以证据包形式发布，记入日志${log}。日志共${size}行，根值：${root}。核对证据包时，应与此根值比较。`,
  sheetLive: (runs: string) => `未封存的数据；运行：${runs}`,
};

/** Words about the decisions of people. */
export const reviews = {
  fact: '人工复核',
  none: '没有人工复核。',
  applied: (count: string) => `${count}项结论由人工决定`,
  stale: (count: string) => `${count}项复核已过时`,
  intro: (applied: string) => `本报告有${applied}项结论由人工复核决定，以复核结论计分。`,
  introStale: (stale: string) => `${stale}项复核已过时：复核之后机器的判定变了，因此按机器判定计分，待重新复核。`,
  log: (all: string, parts: string) => `复核记录共${all}条${parts}。`,
  logPart: {
    superseded: (count: string) => `，被后来的复核取代${count}条`,
    withdrawn: (count: string) => `，撤回${count}条`,
    idle: (count: string) => `，与机器判定一致或不适用于本次数据而未起作用${count}条`,
  },
  decisions: '按复核结论统计',
  list: '逐条列出',
  columns: { machine: '机器判定', verdict: '复核结论', effect: '效力', count: '数量' },
  badges: {
    applied: '人工复核',
    stale: '复核已过时',
    superseded: '已被取代',
    withdrawn: '已撤回',
    idle: '未起作用',
  } satisfies Record<ReviewEffect, string>,
  machine: (claim: string) => `机器判定：${claim}`,
  machineNow: (claim: string) => `机器现判定：${claim}`,
  verdict: (claim: string) => `复核结论：${claim}`,
  by: (who: string, day: string, why: string) => `${who}，${day}：${why}`,
  withdrawn: (who: string, day: string, why: string) => `已撤回（${who}，${day}：${why}）`,
  staleNote: '机器的判定在复核之后已改变，此复核不再计分，待重新复核。',
  remark: (who: string, day: string) => `由人工复核决定（${who}，${day}）`,
  staleRemark: (who: string, day: string) => `人工复核（${who}，${day}）已过时，未采用`,
  machineEvidence: '以下是机器判定的依据：',
  sheet: (counts: string) => `人工复核：${counts}。`,
  claim: (state: string, detail: string) => `${state}（${detail}）`,
  mark: (count: string) => `复核${count}`,
  confidence: (share: string) => `置信度${share}`,
  sample: (drawn: string, share: string) =>
    `按散列值抽取的${share}，共${drawn}项结论，用于核对探针，由两人互不知情地各判一次。`,
  sampleRead: (read: string, right: string, low: string, high: string) =>
    `其中有明确判定且已由人核对的${read}项，探针正确的占${right}（95%区间${low}至${high}）。`,
  sampleUnread: '尚无人核对。',
  sampleProbe: (name: string, right: string, read: string) => `${name}${right}/${read}`,
  sampleProbes: (list: string) => `按指标（正确/核对）：${list}。`,
  readTwice: (count: string, observed: string, list: string) =>
    `两人都判过的${count}项中，判断一致的占${observed}${list === '' ? '' : `，${list}`}。`,
  coefficient: (name: string, value: string, low: string, high: string) => `${name}为${value}（${low}至${high}）`,
  coefficientNames: { ac1: 'Gwet AC1', alpha: 'Krippendorff α' },
  machineReader: (list: string) => `把探针作为第三名判读者：${list}。`,
  objections: '异议',
  objectionCount: (all: string, upheld: string, partly: string, rejected: string, pending: string) =>
    `各地提出异议${all}项：采纳${upheld}项，部分采纳${partly}项，未采纳${rejected}项，待处理${pending}项。`,
  objection: (leaf: string, office: string, dated: string, claim: string) =>
    `${leaf}：${office}（${dated}）认为${claim}`,
  outcomes: { pending: '待处理', upheld: '已采纳', partly: '部分采纳', rejected: '未采纳' } satisfies Record<
    ObjectionOutcome,
    string
  >,
};
