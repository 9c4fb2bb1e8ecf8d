import type { HelpTexts } from './help.ts';
import { chineseCrawlHelp } from './help-zh-crawl.ts';
import { chineseOperationHelp } from './help-zh-operations.ts';
import { chineseResultHelp } from './help-zh-results.ts';
import { reviewsHelp } from './help-zh-reviews.ts';

/** The help in Chinese. */
export const chineseHelp: HelpTexts = {
  titles: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Global Options:': '全局选项：',
    'Commands:': '命令：',
    'Examples:': '示例：',
  },
  shared: {
    '-h, --help': '显示帮助',
    '--config <dir>': '配置包：政府名录、指标体系、词表、限额（默认：程序自带的 config/）',
    '--data <dir>': '数据目录（默认：$GOVPROBE_DATA 或 ./data）',
    '--json': '在标准输出打印一份 JSON，此外不输出任何内容',
    '--lang <language>': '帮助与输出的语言（默认：系统语言）',
  },
  defaultIs: (value) => `默认：${value}`,
  choices: (values) => `可选：${values.join('、')}`,
  withRemarks: (description, remarks) => `${description}（${remarks.join('；')}）`,
  commands: {
    govprobe: {
      description: '探测地方政府网站，保存证据，计分并排名。',
      options: { '-V, --version': '显示版本号' },
      after: `
GOVERNMENT 可以是代码（510100）、名称（成都、成都市，配置包列出的后缀可省略），或拼音（chengdu）。

示例：
  govprobe crawl --sandbox            探测整个模拟国家，不需要互联网
  govprobe crawl                      探测名录中的全部政府（真实网站）
  govprobe probe 成都                  立即重探一个城市，并列出变化
  govprobe evidence 成都 smart-search  查看一项结论背后的页面与引文
  govprobe report --out bulletin      生成报告与数据表

退出码：0 完成；1 失败；2 用法或配置有误；3 已完成，但未通过发布门槛；130 被中断。`,
    },
    help: { description: '', summary: '显示某个命令的帮助' },
    ...chineseCrawlHelp,
    ...chineseResultHelp,
    ...chineseOperationHelp,
    ...reviewsHelp,
  },
};
