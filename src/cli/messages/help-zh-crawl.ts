import type { CommandHelp } from './help.ts';

const registry = '另一份政府名录（CSV，表头与 config/governments.csv 相同）';
const proxy = '出口 HTTP 代理（默认：$HTTPS_PROXY 或 $HTTP_PROXY）';
const simulated = '代理之后作答的是模拟国家：数据目录记为模拟数据';
const year = '与 --sandbox 合用：2022 或 2023（默认），模拟国家处于哪一年';
const weather = '与 --sandbox 合用：calm（平稳）或 storm（故障多发）';
const seed = '与 --sandbox 合用：用哪一个模拟国家';
const government = '代码、名称或拼音';
const only = '只处理这些政府：代码、名称或拼音，以逗号分隔';
const noBrowser = '不启动浏览器；需要浏览器的页面记为未知';
const full = '全部重新读取和判定，上次以来没有变化的也不例外';
const concurrency = '同时进行的访问数';
const planOnly = '所有访问都交给 `govprobe worker`；须设 GOVPROBE_DATABASE';

/** Help of the commands that visit sites or judge what was stored, in Chinese. */
export const chineseCrawlHelp: Readonly<Record<string, CommandHelp>> = {
  crawl: {
    summary: '访问各政府网站，判定并保存证据',
    description: '访问名录中每个政府（或指定的政府）的网站，判定网站上实际有什么，并保存证据。',
    options: {
      '--governments <file>': registry,
      '--only <names>': only,
      '--sample <n>': '只访问这么多个政府：按组别、地区和省份抽取，每次都是同样的一批',
      '--proxy <url>': proxy,
      '--simulated': simulated,
      '--sandbox': '探测模拟国家，不访问互联网',
      '--year <year>': year,
      '--weather <kind>': weather,
      '--seed <seed>': seed,
      '--scale <n>': '与 --sandbox 合用：政府数量放大多少倍',
      '--recorded <manifest>': '探测录制的页面（JSON 行：url、file、status、headers）',
      '--concurrency <n>': concurrency,
      '--plan-only': planOnly,
      '--resume': '继续上次中断的运行',
      '--full': full,
      '--metrics <port>': '运行期间在 127.0.0.1 的这个端口提供 Prometheus 指标',
      '--no-browser': noBrowser,
    },
    after: `
--sample 从计分的政府中抽取：每个地区的每一组按比例占有名额，数目允许时至少一个；同一地区内各省轮流；谁先入选由代码的散列值决定，与 --seed 无关。与 --only 一样，所得结论叠加在最新一次探测之上，而不取代它。

示例：
  govprobe crawl --sandbox
  govprobe crawl --sandbox --year 2022 --data data-2022
  govprobe crawl --sample 20
  govprobe crawl --only 成都,hangzhou --proxy http://127.0.0.1:3128
  govprobe crawl --resume`,
  },
  probe: {
    summary: '立即访问一个政府，并列出变化',
    description: '立即访问一个政府的网站并判定，把每项结论与此前的结论并列打印，并列出得分和名次的变化。',
    arguments: { government },
    options: {
      '--probe <ids>': '只用这些探针，以逗号分隔',
      '--governments <file>': registry,
      '--proxy <url>': proxy,
      '--simulated': simulated,
      '--sandbox': '探测模拟国家，不访问互联网',
      '--year <year>': year,
      '--weather <kind>': weather,
      '--seed <seed>': seed,
      '--recorded <manifest>': '探测录制的页面',
      '--no-browser': '不启动浏览器',
    },
  },
  rejudge: {
    summary: '对已保存的页面重新判定',
    description: '用当前的探针和配置，对一次运行（默认最新的一次）保存的页面重新判定；不访问任何网站。',
    options: {
      '--run <id>': '要重新判定的运行',
      '--into <id>': '把结论存入以此命名的新运行，原运行保持不变；需要 --run',
      '--edition <name>': '用当前规则判定已冻结版次的页面；需要 --as',
      '--as <name>': '与 --edition 合用：把结果冻结为以此命名的新版次',
      '--replaces <edition>': '与 --as 合用：被新版次更正并替代的版次',
    },
    after: `
不带 --into 和 --as 时，运行中的结论被替换。冻结的版次永不改变：它有自己的一份副本。

示例：
  govprobe rejudge
  govprobe rejudge --run 20261101-220000-000 --into november-by-today
  govprobe rejudge --edition 2022 --as 2022-by-today       用今年的规则判定去年的证据`,
  },
  schedule: {
    summary: '常驻运行，每夜探测',
    description: '常驻运行，在夜间时段内每夜探测，并带有对照点、发布门槛、变化清单和通知。',
    options: {
      '--check': '展望下一夜，不作任何改动：何时、访问谁、需要多久、缺少什么',
      '--once': '只做现在该做的事，然后结束；供系统定时器使用',
      '--now': '不论几点，现在就运行一夜，然后结束',
      '--governments <file>': registry,
      '--proxy <url>': proxy,
      '--simulated': simulated,
      '--sandbox': '探测模拟国家，不访问互联网',
      '--weather <kind>': weather,
      '--seed <seed>': seed,
      '--concurrency <n>': concurrency,
      '--plan-only': planOnly,
      '--full': full,
      '--metrics <port>': '在 127.0.0.1 的这个端口提供 Prometheus 指标',
      '--no-browser': noBrowser,
    },
    after: `
何时运行、如何运行写在配置包的 schedule.yaml，夜间时段写在 crawl.yaml。访问只在时段内开始；被时段结束打断的运行下一夜继续。两次运行不会重叠，\`govprobe probe\` 可以同时使用。

密钥取自环境变量，或 GOVPROBE_SECRETS 所指的文件：一个由字符串组成的 JSON 对象，权限 0600：
  GOVPROBE_WEBHOOK_SECRET, GOVPROBE_SMTP_USER, GOVPROBE_SMTP_PASSWORD

示例：
  govprobe schedule --data /var/lib/govprobe --metrics 9464
  govprobe schedule --check                今夜将如何运行，还缺少什么
  govprobe schedule --once                 由 systemd 定时器启动
  govprobe schedule --now --sandbox        在模拟国家上看完整的一夜

使用 --once 和 --now 时，若运行未通过发布门槛，退出码为 3；上一次合格的运行仍是已发布的运行。
使用 --check 时，若缺少使一夜无法开始或无法按时结束的条件，退出码为 1。`,
  },
  sandbox: {
    summary: '通过正向代理提供模拟国家',
    description: '在本机以正向代理代替名录中的所有主机作答，并打印代理地址。运行到被中断为止。',
    options: {
      '--governments <file>': registry,
      '--port <n>': '监听的端口；0 表示任选一个空闲端口',
      '--truth <file>': '把真值表（JSON 行）写入这个文件',
      '--year <year>': '各网站处于哪一年（2022：少九个平台，差距较小）',
      '--weather <kind>': 'calm：一个门户有防护墙，少数不稳定；storm：十分之一的网站有故障',
      '--seed <n>': '哪一个模拟国家',
      '--scale <n>': '政府数量放大多少倍',
      '--revision <n>': '模拟国家变化过多少次；每次有一些城市的事实改变',
      '--latency <ms>': '每个应答延迟的毫秒数',
      '--crawl-delay <ms>': '每个 robots.txt 要求的间隔毫秒数',
      '--access-log <file>': '把每个请求及其时间写入这个文件（JSON 行）',
      '--recorded <manifest>': '改为提供录制的页面（JSON 行：url、file、status、headers）',
      '--attached': '标准输入关闭时结束',
    },
    after: `
示例：
  govprobe sandbox --port 3128 --truth truth.jsonl
  govprobe sandbox --year 2022 --weather storm`,
  },
};
