import type { CommandHelp } from './help.ts';

/** Help of `reviews` in Chinese. */
export const reviewsHelp: Readonly<Record<string, CommandHelp>> = {
  reviews: {
    summary: '接下来复核什么、第二次判读、异议，以及核验复核记录',
    description:
      '按复核预计会改变多少发布结果排列结论，并指出何时可以停止；保存互不知情的第二次判读和各地的异议；核验复核记录的散列链。`review` 用来对结论作出裁定。',
    arguments: {
      action: 'queue、sample、read、objections、import、undo、verify（默认：queue）',
      words: '与 read 合用：地区和探针；与 import 合用：文件',
    },
    options: {
      '--limit <n>': '与 queue 合用：列出的条数',
      '--run <id>': '与 queue、sample 合用：这次运行的结论（默认：当前所知）',
      '--state <state>': '与 read 合用：实际情况',
      '--value <value>': '与 read 和 --state present 合用：量得的值，写成 JSON 或 level=working; count=3',
      '--who <name>': '与 read、undo、queue 合用：何人',
      '--why <text>': '与 read、undo 合用：理由',
      '--head <end>': '与 verify 合用：先前记下的记录末端，LENGTH:SHA256',
    },
    after: `
queue     存疑的结论，价值高者在前。价值是复核预计会改变的梯次数，按结论可能的各种真实情况的可能性计算；同一探针、同一产品、同一判定合为一条。上方列出预计有误的梯次、接下来的复核能纠正多少，以及是否继续。参数见 analysis.yaml 的 \`review\`。
sample    按散列值抽取、由两人判读的十分之一：两人的一致程度，探针的正确比例。
read      保存一次互不知情的判读：第一次算作复核，第二次只作比较。
import    导入一地对结论的答复（docs/objection.schema.json）；objections 列出异议及处理结果。
undo      撤销一人最近的决定，包括其涉及的全部结论。
verify    重新计算记录的散列链，并与每个版次所载的末端比较。不一致时退出状态为 1。

示例：
  govprobe reviews
  govprobe reviews read 成都 smart-search --state present --value level=working --who 李强 --why '检索三次均有结果'
  govprobe reviews import 成都答复.json
  govprobe reviews verify`,
  },
};
