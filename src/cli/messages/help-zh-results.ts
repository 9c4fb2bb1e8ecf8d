import type { CommandHelp } from './help.ts';

const government = '代码、名称或拼音';
const oneProbe = '只看这个探针';
const thisRun = '取这次运行的结论';
const editionFindings = '取冻结版次的结论';
const only = '只处理这些政府：代码、名称或拼音，以逗号分隔';
const csv = '打印供电子表格使用的表（RFC 4180，UTF-8，带 Excel 需要的标记）';
const noBom = '与 --csv 合用：不带该标记，供其他程序使用';
const noUncertainty = '不模拟名次和梯次的把握（模拟需数秒）';

/** Help of the commands that read, check and publish results, in Chinese. */
export const chineseResultHelp: Readonly<Record<string, CommandHelp>> = {
  findings: {
    summary: '探测到的结论',
    description: '列出最新一次探测（叠加此后的单项重探）或某次运行的结论。',
    arguments: { government },
    options: {
      '--probe <id>': oneProbe,
      '--state <state>': '只看处于这种状态的结论',
      '--reason <reason>': '只看原因为此的结论，如 dns、not-found；全部原因见 docs/runbook.md',
      '--review <status>': '只看经人工复核的结论：applied 已采用，stale 已过时',
      '--province <names>': '只看这些省份的政府，以逗号分隔',
      '--below <confidence>': '只看置信度低于此值（0 到 1）的结论；未知的不作断言，不在其内',
      '--sort <key>': 'government、name、province、probe、state、confidence 或 stake；-key 为降序',
      '--limit <n>': '最多列出多少条',
      '--run <id>': '只取这次运行的结论',
      '--edition <name>': editionFindings,
      '--csv': csv,
      '--no-bom': noBom,
    },
    after: `
未知的结论首先指明是哪个页面、部件或链接阻碍了判定；\`evidence\` 会列出全部障碍。网站被拦截或无法访问时，未知的结论之后附上此前所知（“stale”）及其日期。经人工复核的结论，状态和取值以复核为准，旁边列出探针原来的说法。

stake（权重风险）：系于该结论的满分乘以它出错的概率；未知的结论按全部满分计。
中文 Windows 上的 Excel 会把没有字节顺序标记的 CSV 当作 GBK，因此 --csv 会写入标记。

示例：
  govprobe findings 成都
  govprobe findings --probe smart-search --state unknown
  govprobe findings --review stale                           需要重新查看的复核
  govprobe findings --below 0.9 --sort -stake --limit 40     人最应先看的结论
  govprobe findings --province 四川,贵州 --csv > findings.csv
  govprobe findings 成都 --edition 2023 --json`,
  },
  evidence: {
    summary: '一项结论背后的页面与引文',
    description: '说明一项结论的由来：页面、引文、时间、字节的散列值；什么阻碍了判定，以及怎样才能弄清。',
    arguments: { government, probe: '探针的名称' },
    options: {
      '--run <id>': '取这次运行的结论',
      '--edition <name>': editionFindings,
      '--save <dir>': '把页面和截图解压后写入这个目录',
    },
    after: `
示例：
  govprobe evidence 成都 smart-search
  govprobe evidence 成都 smart-search --edition 2023
  govprobe evidence 成都 smart-search --save pages      网页存为文本，以免运行其中的脚本`,
  },
  explain: {
    summary: '从得分追溯到依据',
    description:
      '从得分追溯到依据：一个政府的整棵指标树，或某一指标的规则、权重、结论、证据、障碍，以及更好的结论能带来多少分。',
    arguments: {
      government,
      indicator: '指标树节点的编号（1.1.3）、名称，#7 表示第 7 个末级指标，或探针的名称',
    },
    options: {
      '--run <id>': '按这次运行的结论',
      '--edition <name>': '按冻结版次发布时的结果',
      '--lang <language>': '说明所用的语言（默认：系统语言）',
      '--no-uncertainty': '不模拟名次的区间（模拟需数秒）',
    },
    after: `
指标树列出每个节点的满分、得分和得分率；其下列出因未知或不适用而转给同级指标的权重、尚不确定的得分及其上下限，以及最能提分之处。梯次与报告一致：不确定的梯次过多时列出范围（--no-uncertainty 不作此判断）。

对单个指标，“更好的结论值多少分”是把这一点改变后对全国重新计分。得分尚不确定时列出两端：已证实的与可能达到的。

示例：
  govprobe explain 成都                           该市的每一分
  govprobe explain 成都 智能搜索                   按名称；也可用 3.1.1、smart-search 或 #17
  govprobe explain 成都 服务响应能力 --lang zh     一项能力及其下全部内容，用中文
  govprobe explain 成都 privacy-policy --edition 2023 --json`,
  },
  coverage: {
    summary: '一个政府的网站读到了哪些部分',
    description:
      '对一个政府的每个网站，列出是否看到，以及菜单、板块和网站地图列出的栏目：哪些已读、哪些失败、哪些无人问及。只要有可能存放某事物的栏目未读，就不会判定为“没有”。',
    arguments: { government },
    options: { '--run <id>': '取这次运行的访问' },
    after: `
示例：
  govprobe coverage 成都
  govprobe coverage 成都 --json`,
  },
  logs: {
    summary: '一次访问的日志',
    description: '按顺序读取一个政府最新一次访问的日志：每个页面、每次失败、每项结论。',
    arguments: { government },
    options: {
      '--run <id>': '取这次运行的访问',
      '--probe <id>': '只看这个探针的行',
      '--level <level>': '显示的最低级别',
      '--follow': '继续等待新的行',
    },
  },
  review: {
    summary: '公开地更正一项结论',
    description:
      '追加人工对结论的裁定：谁、何时、为何；或从文件读入多条，要么全部生效，要么全部不生效。并列出得分、名次和梯次的变化。裁定不会被覆盖：后来的取代先前的，撤回则收回。',
    arguments: { government, probe: '探针的名称' },
    options: {
      '--state <state>': '实际情况',
      '--value <value>': '与 --state present 合用：量得的值，写成 JSON 或 level=working; count=3',
      '--who <name>': '由谁裁定',
      '--why <text>': '理由，供一年后阅读的人参考',
      '--file <file>': '一次多条：CSV 或 JSON 行，含 government、probe、state、value、who、why',
      '--dry-run': '检查全部内容并列出影响，但不保存',
      '--run <id>': '针对这次运行的结论（默认：当前所知）',
      '--list': '列出各条裁定，包括已撤回和被取代的',
      '--withdraw <id>': '收回这个编号的裁定',
    },
    after: `
裁定从它所针对的运行起计入得分和报告，只要探针仍作出被更正的状态和取值。探针的说法改变时，说明网站或规则变了：裁定被标为过期，不再计入，直到有人重新查看。探针也看到的事物，裁定没有说明的部分仍以测得为准。所列梯次按得分计算；不确定的梯次过多时，报告发布的是范围。

文件（UTF-8）先整体检查：有错的行全部指出，此时不保存任何内容。value、who、why 可以省略；没有写明的行由 --who 和 --why 代替。\`findings --below 0.9 --csv\` 列出应当查看的结论。

  government,probe,state,value,who,why
  成都,smart-search,present,level=working,王芳,人工检索三次均返回相关结果
  贵阳,privacy-policy,absent,,王芳,链接指向其他网站的政策

示例：
  govprobe review 成都 smart-search --state absent --who 王芳 --why '搜索框无法使用'
  govprobe review --file reviews.csv --dry-run`,
  },
  score: {
    summary: '得分、名次、梯次',
    description: '按配置包的指标体系，把结论变为得分点、得分、名次和梯次。',
    options: {
      '--run <id>': '只对这次运行计分',
      '--edition <name>': '冻结版次发布时的得分',
      '--indicator <node>': '改列指标树某一节点的得分：编号或名称，与 explain 相同',
      '--only <names>': '只打印这些政府：代码、名称或拼音，以逗号分隔',
      '--province <names>': '只打印这些省份的政府，以逗号分隔',
      '--uncertainty': '模拟每个名次的区间（需数秒）',
      '--csv': csv,
      '--no-bom': noBom,
    },
    after: `
--only 和 --province 只决定打印哪些：全部政府都参与计分，名次和梯次仍是全国的。不确定的梯次过多时，报告改为发布梯次范围；--uncertainty 在此也打印范围。某政府缺少什么而没有名次，见最后一列；\`explain\` 说明其余。

--indicator 列出在某项能力、二级或三级指标上谁最好。那里的位次只在有名次且该节点已查清足够多的政府中排列，与报告的统计一致；其余排在后面，并列出尚不确定的范围。

示例：
  govprobe score
  govprobe score --province 四川 --uncertainty
  govprobe score --indicator 智能搜索 --province 四川
  govprobe score --only 成都,杭州 --csv > score.csv
  govprobe score --edition 2023 --json`,
  },
  report: {
    summary: '报告与数据表',
    description: '写出报告（HTML、Markdown、PDF）、每个政府的一页说明，以及数据表（CSV、XLSX、Parquet、JSON）。',
    options: {
      '--out <dir>': '写入的目录（默认：数据目录中的 report/）',
      '--run <id>': '只报告这次运行',
      '--edition <name>': '报告一个冻结版次，与发布时一致',
      '--before <edition>': '变化以哪个版次为基准（默认：较早年份中最新的一个）',
      '--lang <language>': '报告的语言（默认：配置包的语言）',
      '--format <list>': '文件种类，以逗号分隔：html、md、csv、xlsx、parquet、json（默认：全部）',
      '--no-uncertainty': noUncertainty,
      '--no-evidence': '不附上各页说明所链接的已存页面和截图（evidence 目录）',
      '--no-pdf': '不把报告打印成 PDF（打印需要 Chromium）',
    },
    after: `
示例：
  govprobe report                                   最新一次探测，写入数据目录的 report/
  govprobe report --out bulletin --no-pdf           写到别处，不要 PDF
  govprobe report --format xlsx,csv                 只要数据表
  govprobe report --edition 2023 --before 2022      一个冻结版次，附与另一版次相比的变化
  govprobe report --lang en --out bulletin-en       英文`,
  },
  edition: {
    summary: '把发布的评估永久冻结',
    description:
      '以一个名称冻结评估（freeze），列出已冻结的（list），显示一个（show），重新计算其散列值（verify），记录其中发现的错误（erratum），写成他人不用本程序即可核对的文件夹（publish）。',
    arguments: { action: 'freeze、list、show、verify、erratum、publish', name: '版次的名称；list 不需要' },
    options: {
      '--run <id>': '与 freeze 合用：只取这次运行（默认：最新一次探测，叠加此后的单项重探）',
      '--year <n>': '与 freeze 合用：代表哪一年',
      '--note <text>': '与 freeze 合用：备注',
      '--replaces <edition>': '与 freeze 合用：被本版次更正并替代的版次',
      '--edition <name>': '与 freeze 合用：更正并替代这个版次，沿用它自己的结论，叠加此后的复核',
      '--who <name>': '与 erratum 合用：由谁指出',
      '--what <text>': '与 erratum 合用：错在哪里',
      '--out <dir>': '与 publish 合用：要写的文件夹，必须还不存在',
      '--key <file>': '与 publish 合用：为检查点签名的 Ed25519 私钥（PEM）',
      '--time-authority <url>': '与 publish 合用：请求时间戳的机构（RFC 3161）',
      '--authority-certificates <file>': '与 publish 合用：该机构的证书（PEM）',
      '--unmasked': '与 publish 合用：信件中的人名和号码保持采集时的原样',
      '--published <dir>': '与 verify 合用：同时检查这个已发布的文件夹',
    },
    after: `
一个版次保存政府名录、指标体系、结论及其复核、得分点、得分、名次、梯次，以及每个页面的记录，各带 SHA-256。版次永不改变：没有命令修改或删除它，数据库也会拒绝。
错误在版次之外更正：记一条勘误，或另冻结一个新版次并指明它替代哪一个。此后读取或报告该版次时，两者都会显示。

示例：
  govprobe edition freeze 2023 --year 2023 --note '正式发布'
  govprobe edition list
  govprobe edition verify 2023
  govprobe edition erratum 2023 --who 王芳 --what '成都市“智能搜索”误判为不存在'
  govprobe edition freeze 2023-2 --edition 2023 --note '更正成都市“智能搜索”'
  govprobe score --edition 2023
  govprobe edition publish 2023 --out published-2023
  govprobe edition verify 2023 --published published-2023
  govprobe diff 2022 2023
  govprobe rejudge --edition 2022 --as 2022-by-today`,
  },
  diff: {
    summary: '两次运行或两个版次之间有何变化，原因何在',
    description:
      '比较两次运行或两个版次：出现了什么、消失了什么，级别、数量或状态有何改变，原因何在；对版次还比较得分、名次、梯次和指标，并列出双方的覆盖率。',
    arguments: { before: '运行的编号或版次的名称', after: '运行的编号或版次的名称' },
    options: {
      '--only <names>': only,
      '--province <names>': '只比较这些省份的政府，以逗号分隔',
      '--probe <id>': oneProbe,
      '--mapping <file>': '用于版次：指标体系改变时，旧末级指标 → 新末级指标的 YAML',
      '--evidence': '在每项变化下引用双方的证据',
      '--all': '全部列出（默认：每张表前 60 行）',
      '--csv': '打印改变了的结论，供电子表格使用（RFC 4180，UTF-8，带 Excel 需要的标记）',
      '--no-bom': noBom,
    },
    after: `
只有一方测得的，记为“不再测得”或“现已测得”：这不说明网站有任何变化。

结论改变的原因：review（人工裁定）、failure（一方未能看到）、no-browser（一方没有浏览器，而该事物只有浏览器能看到）、probe（探针版本不同）、configuration（配置包不同）、tool（govprobe 版本不同）、site（字节不同）。判定不取决于别的，所以单独出现的原因是确定的。有多个原因时，用今天的规则判定较早的页面即可分清：

  govprobe rejudge --run 20251101-220000-000 --into november-by-today
  govprobe diff november-by-today 20261101-220000-000

指标体系不同时，得分按双方都测量的末级指标、以后一体系的权重比较；名次和梯次仍取各版次完整的结果。相同是指名称、探针和换算规则都相同，或由对应文件指明，例如 leaves: { old-leaf: new-leaf, another: [new-a, new-b] }。每个指标在双方都测得的政府上比较。

示例：
  govprobe diff 20261101-220000-000 20261102-220000-000
  govprobe diff 2022 2023 --only 成都,杭州 --evidence
  govprobe diff 2022 2023 --province 四川 --csv > changes.csv
  govprobe diff 2022 2023 --mapping mapping.yaml --json`,
  },
  appeal: {
    summary: '一个政府全部结论所依据材料的档案',
    description:
      '把一个政府的结论和得分打包成一个 zip 档案：供人阅读的首页、含存档网页、规则、日志和复核的 WACZ 证据包、异议书以及全部散列值。',
    arguments: { government },
    options: {
      '--probe <id>': '只取这个探针的结论，以及它所看的网站',
      '--run <id>': thisRun,
      '--edition <name>': editionFindings,
      '--out <file>': '要写的档案（默认：数据目录中的 appeals/CODE.zip）',
      '--unmasked': '信件中的人名和号码保持采集时的原样',
      '--lang <language>': '其中各页的语言（默认：配置包的语言）',
    },
    after: `
相同的结论得到相同的字节。先打开 index.html；replayweb.page 可显示 CODE.wacz 中的存档网页。
要核对一个档案，解压后在其中运行 \`sha256sum -c SHA256SUMS\`。

示例：
  govprobe appeal 成都
  govprobe appeal 成都 --probe smart-search --edition 2023 --out chengdu-search.zip`,
  },
  import: {
    summary: '把网页存档作为一次运行导入并判定',
    description:
      '把一个 WACZ 或 WARC 文件作为一次运行导入，按当前规则判定，不访问任何网站。本程序的证据包得到与发布时相同的结论；其他采集器的存档按采集规则逐页查看，其来源记入运行。',
    arguments: { file: 'WACZ 或 WARC 文件（WARC 可为 gzip 压缩）' },
    options: {
      '--government <government>': '只判定这个政府（默认：存档中有其门户网页的全部政府）',
      '--run <id>': '运行的名称（默认：按当前时间）',
      '--simulated': '存档来自模拟国家或录制网页（本程序的证据包自己会说明）',
    },
    after: `
存档中没有的网页视为没有访问，不视为不存在。损坏、过大或属于其他主机的记录跳过，并说明条数和原因。
导入的运行只按名称读取；数据目录中没有其他运行时才直接显示。

示例：
  govprobe import 510100.wacz --data fresh
  govprobe import chengdu.warc.gz --government 成都 --run chengdu-by-wget
  govprobe findings 成都 --run chengdu-by-wget`,
  },
};
