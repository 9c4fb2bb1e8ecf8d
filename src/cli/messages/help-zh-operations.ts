import type { CommandHelp } from './help.ts';

/** Help of the commands that measure, keep and check the installation, in Chinese. */
export const chineseOperationHelp: Readonly<Record<string, CommandHelp>> = {
  worker: {
    summary: '执行别处所安排的运行中的访问',
    description:
      '执行 `govprobe crawl`、`probe`、`schedule` 在同一数据库（GOVPROBE_DATABASE）中安排的访问，可在本机或任何其他机器上运行，直到被停止。',
    options: {
      '--visits <n>': '同时进行的访问数（默认：按配置包）',
      '--name <name>': '日志和页面上如何称呼这个进程（默认：主机名和进程号）',
      '--proxy <url>': '本机的出口 HTTP 代理（默认：运行所用的代理）',
      '--metrics <port>': '运行期间在 127.0.0.1 的这个端口提供 Prometheus 指标',
      '--no-browser': '不启动浏览器；使用浏览器的运行留给其他进程',
    },
    after: `
程序版本、配置和浏览器须与安排运行时相同；否则会说明哪里不同，并不去执行其访问。收到 SIGTERM 或 Ctrl-C 时，已开始的访问交还；进程被强行结束时，其访问在半分钟内由其他进程重新执行。

示例：
  GOVPROBE_DATABASE=postgres://govprobe@db/govprobe govprobe worker
  govprobe worker --visits 40 --name east-1`,
  },
  serve: {
    summary: '控制台：在浏览器中查看、核对、改判',
    description:
      '提供控制台：当夜进度、排名、证据、日志、复核、版次。除非设有账户并由 TLS 代理转发，只在本机提供。运行到被中断为止。',
    options: {
      '--port <n>': '监听的端口；0 表示任取一个空闲端口',
      '--host <address>': '监听的地址；不限于本机时须同时给出 --origin',
      '--origin <url>': '浏览器经 TLS 代理访问控制台的地址，如 https://console.example.org',
      '--add-user <name>': '新增或更改账户；密码从标准输入读取',
      '--role <role>': '与 --add-user 合用：此人可做什么（默认：reader）',
      '--remove-user <name>': '删除账户',
      '--users': '列出账户',
      '--proxy <url>': '页面上发起的探测：出口 HTTP 代理',
      '--simulated': '与 --proxy 合用：代理后面是模拟国家',
      '--sandbox': '页面上发起的探测访问模拟国家',
      '--no-browser': '页面上发起的探测不启动浏览器',
    },
    after: `
不给 --origin 时，控制台只在本机提供，不要求登录，打开者可做一切。给出 --origin 时人人须登录；角色为 reader（读者）、reviewer（复核人）、admin（管理员）。docs/console.md 有 TLS 代理的设置。

示例：
  govprobe serve
  govprobe serve --add-user 王芳 --role reviewer
  govprobe serve --origin https://console.example.org --data /var/lib/govprobe`,
  },
  evaluate: {
    summary: '结论与真值表是否一致',
    description:
      '把结论与真值表（JSON 行：政府、探针、状态、级别、取值）比较：每个探针的查准率和查全率、考核所计的各项，以及所标置信度的可信程度。',
    options: {
      '--truth <file>': '真值表',
      '--run <id>': '只取这次运行的结论',
      '--exact': '比例须与真值表一字不差，而不是在人工计数允许的范围内',
      '--mismatches': '列出每一处不一致',
    },
    after: `
一行的状态和级别可以是可接受答案的列表。结论为“有”而级别或量值为空，在真值表知道的地方不算断言，计为未量得。`,
  },
  calibrate: {
    summary: '测量结论的可信程度',
    description: '用今天的探针判定已知真相的页面，把这类断言正确的频率写入配置包；此后结论以它作为置信度。',
    options: {
      '--truth <file...>': '真值表（JSON 行）；可多次给出',
      '--data <dir...>': '依次为每份真值表的数据目录，或全部共用的一个（默认：$GOVPROBE_DATA 或 ./data）',
      '--run <id>': '取这次运行的页面；只用于一个数据目录',
      '--reviews [which]': '把这些数据目录中人工的裁定也当作真相：sample 只取按散列值抽取的样本，all 取全部',
      '--leave-one-out': '列出每份真值表在由其余各份得出的校准下的表现，不写入任何内容',
      '--dry-run': '列出校准结果，不写入任何内容',
    },
    after: `
示例：
  govprobe calibrate --truth a/truth.jsonl --data run-a --truth b/truth.jsonl --data run-b
  govprobe calibrate --truth a/truth.jsonl b/truth.jsonl --data run-a run-b --leave-one-out
  govprobe calibrate --reviews --data data --dry-run
  govprobe calibrate --reviews all --data data --dry-run

样本中的结论不是由人挑选的，因此无偏地衡量探针；全部裁定多针对存疑的结论，会让探针显得比实际差。

名为 truth.jsonl 的真值表以其所在目录命名，其余以自己的名称命名。页面会重新判定，因此校准属于今天的探针，不论保存的结论出自哪一版。它是配置包及其散列值的一部分：下一夜会重新读取每个页面。`,
  },
  'check-sheet': {
    summary: '人工核对随机抽取的结论：可否开始',
    description:
      '随机抽取结论，写成供人工核对的表（--out）；填好后读入（--read）：多少结论正确及其置信区间，并按 schedule.yaml 的限值给出可否开始的结论。',
    options: {
      '--out <file>': '写出核对表：.xlsx（可从列表选择，带链接）或 .csv',
      '--sample <n>': '与 --out 合用：结论的条数（默认：60）',
      '--run <id>': '与 --out 合用：这次运行的结论（默认：目前所知）',
      '--seed <text>': '与 --out 合用：同一次运行的另一份样本',
      '--read <file>': '读入填好的核对表',
      '--lang <language>': '核对表和帮助的语言（默认：配置包的语言）',
      '--truth <file>': '与 --read 合用：把人工所见写成真值表，供 calibrate 和 evaluate 使用',
    },
    after: `
结论为有、无、未知的行数各占固定的份额；同一状态中每条结论被抽中的机会相同，并分布于各探针。存档页面和截图写在核对表旁边。请填写：判断（对、错、看不出）、实际情况、核对人。各状态分别给出正确率和 95% 置信区间（Wilson），合计按各状态的结论总数加权。

--read 的退出码：0 可以开始，3 不可开始。

示例：
  govprobe check-sheet --out sheet.xlsx
  govprobe check-sheet --out sheet.csv --sample 100 --seed second
  govprobe check-sheet --read sheet.xlsx --truth checked.jsonl
  govprobe calibrate --truth checked.jsonl --data data --dry-run`,
  },
  runs: {
    summary: '数据目录中有哪些运行；清除一次运行',
    description:
      '列出数据目录中的各次运行：种类、时间、访问数、浏览器、发布门槛、大小，以及哪些内容依赖它；清除无人依赖的运行。',
    arguments: { action: 'list、remove（默认：list）', run: '与 remove 合用：运行的编号' },
    options: { '--yes': '与 remove 合用：不再询问', '--no-size': '与 list 合用：不测量证据文件的大小' },
    after: `
列表各列：计划访问数中已完成的数目；“own”是别处不再引用的证据，清除该运行即可释放；“used by”说明哪些内容依赖它。读者看到的是标为“shown”的运行，以及叠加其上的单项重探。

remove 先说明会清除什么并询问；没有终端时需要 --yes。版次、复核或已发布状态所需的运行，以及正在进行的运行，一律拒绝清除。随运行一同清除的有其对照点、日志和别处不再引用的证据；不满一天的证据会保留，因为进行中的访问可能得到相同的字节，以后由 \`prune --apply\` 清除。\`prune\` 按配置包的规则清除旧运行；先用 \`backup\` 可以保留它们。

示例：
  govprobe runs
  govprobe runs --json
  govprobe runs remove 20261101-220000-000
  govprobe runs remove 20261101-220000-000 november-by-today --yes`,
  },
  prune: {
    summary: '清除旧运行及其证据和日志',
    description: '列出按保留规则可以清除的内容：旧运行、不再被引用的证据、旧日志；加上 --apply 才会清除。',
    options: {
      '--apply': '执行清除；不加此项则什么都不动',
      '--days <n>': '保留多少天的运行（默认：schedule.yaml）',
      '--runs <n>': '至少保留多少次最新的探测（默认：schedule.yaml）',
    },
    after: `
从不清除：已发布的运行、冻结版次和复核所用的运行与证据、不满一天的证据。

示例：
  govprobe prune                     可以清除的内容
  govprobe prune --days 30 --apply`,
  },
  backup: {
    summary: '在他人写入时复制数据目录',
    description: '把数据库和证据复制到一个目录，运行进行中也可以；第二次只复制新增的内容。',
    arguments: { folder: '备份目录；不存在时创建' },
    after: `
示例：
  govprobe backup /mnt/backup/govprobe
  govprobe restore /mnt/backup/govprobe --data new`,
  },
  restore: {
    summary: '由备份恢复数据目录',
    description: '由备份恢复数据目录，并逐个按散列值核对文件。',
    arguments: { folder: '由 `govprobe backup` 写成的目录' },
    after: `
示例：
  govprobe restore /mnt/backup/govprobe --data /var/lib/govprobe`,
  },
  config: {
    summary: '找出配置包中的每一处错误',
    description:
      'config check：一次找出配置包中的全部错误，各注明文件、行、列和应有的内容；并提示合法但可疑之处。有错误时退出码为 2。',
    arguments: { action: 'check' },
    after: `
提示的内容：无处使用的条目、重复的词、没有探针的末级指标、没有网址的政府、无法联系到人的联系方式、pack.yaml 没有列出的文件。提示不改变任何结果，命令照常运行。

示例：
  govprobe config check
  govprobe config check --config velland --json`,
  },
  init: {
    summary: '为另一个国家或指数新建配置包',
    description:
      '在新的或空的目录中写入一个小而完整的配置包：两个虚构的政府、四个探针、其中一个政府的录制页面，并以注释说明各部分的用途。',
    arguments: { folder: '新的或空的目录' },
    after: `
不提任何问题。目录中的 README.md 说明先替换什么；\`config check\` 会一路指出每一处错误。

示例：
  govprobe init velland
  govprobe config check --config velland
  govprobe crawl --config velland --recorded velland/sample/pages.jsonl --data trial`,
  },
  completion: {
    summary: '在命令行外壳中补全命令和选项',
    description: '打印一段脚本，使命令行外壳能补全命令、选项、可选值和探针名称。',
    arguments: { shell: '为哪种命令行外壳' },
    after: `
示例：
  source <(govprobe completion bash)
  source <(govprobe completion zsh)`,
  },
  doctor: {
    summary: '本机缺少什么，如何补齐',
    description: '检查本机：运行环境、数据库驱动、浏览器、字体、数据目录、网络。缺少必需之物时退出码为 1。',
  },
};
