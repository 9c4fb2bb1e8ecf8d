/** What the help of `edition` says below its options. */
export const editionHelp = `
An edition keeps the registry, the indicator tree, findings with their reviews, points, scores, ranks, tiers, and the record of every
capture, each with its SHA-256. It never changes: no command alters or deletes one, and the database refuses it.
A mistake is corrected beside it: by an erratum, or by a new edition that says which one it replaces. Both are shown wherever the
edition is read or reported.

Examples:
  govprobe edition freeze 2023 --year 2023 --note '正式发布'
  govprobe edition list
  govprobe edition verify 2023
  govprobe edition erratum 2023 --who 王芳 --what '成都市“智能搜索”误判为不存在'
  govprobe edition freeze 2023-2 --edition 2023 --note '更正成都市“智能搜索”'
  govprobe score --edition 2023
  govprobe edition publish 2023 --out published-2023
  govprobe edition verify 2023 --published published-2023
  govprobe diff 2022 2023
  govprobe rejudge --edition 2022 --as 2022-by-today`;
