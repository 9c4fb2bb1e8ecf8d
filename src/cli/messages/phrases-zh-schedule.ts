/** What `schedule --check` prints, in Chinese, by the English phrase of the source. */
export const chineseSchedulePhrases: Readonly<Record<string, string>> = {
  'at the moment': '现在时间',
  next: '下一步',
  window: '时段',
  order: '顺序',
  duration: '时长',
  disk: '磁盘',
  'after that': '此后各夜',
  'a new run': '开始新的运行',
  'the unfinished run goes on': '继续未完成的运行',
  'the unfinished run is closed': '结束未完成的运行',
  'always open': '全天开放',
  'no visit begins after {time}': '{time} 之后不再开始访问',
  '{count}, {concurrency} at once': '{count} 次，同时 {concurrency} 次',
  '; beside them {count} canaries': '；另有 {count} 个对照点',
  ' (window closed)': '（时段未开放）',
  ' and {count} more (--json lists all)': ' 等，另有 {count} 个（--json 全部列出）',
  '; by a hash of the code, so that neighbours do not ask one host at once':
    '；按代码的散列值排序，以免相邻地区同时访问同一主机',
  'at most {time}, if every visit takes all its time': '每次访问都用满时限时，至多 {time}',
  'not known: no night was measured in this data folder yet': '未知：这个数据目录中还没有测过一夜',
  'about {time}, to {ends}': '约 {time}，到 {ends}',
  '{count} visits were never measured and count as the median of the others':
    '{count} 次访问从未测过，按其余的中位数计',
  'measured night': '测过的夜晚',
  took: '用时',
  'new evidence': '新增证据',
  '{hours} h {minutes} min': '{hours} 小时 {minutes} 分钟',
  '{free} free; a first night of a whole country takes a few gigabytes': '可用 {free}；全国的第一夜需要几个 GB',
  '{free} free, a night adds up to {nightly} of evidence': '可用 {free}，每夜至多新增 {nightly} 证据',
  ', enough for {count} nights': '，够用 {count} 夜',
  'nothing is missing': '什么都不缺',
  MISSING: '缺少',
  note: '提示',
  real: '真实的',
  mixed: '混合的',
  'another process visits governments into this data folder now': '另一个进程正在向这个数据目录探测',
  'The night waits for its end; `govprobe runs` shows it.': '这一夜会等它结束；`govprobe runs` 可以看到它。',
  'the data folder is {kind}, and the night is {nature}': '数据目录是{kind}，而这一夜是{nature}',
  'Name another folder with --data.': '用 --data 指明另一个目录。',
  'the contact {contact} is a placeholder: nobody reads mail at {domain}':
    '联系方式 {contact} 是占位符：{domain} 的邮件无人阅读',
  'Put an address of yours into user-agent and contact of {file}.':
    '请在 {file} 的 user-agent 和 contact 中填上自己的联系方式。',
  'no Chromium was found: what only a browser shows stays unknown': '没有找到 Chromium：只有浏览器能显示的内容仍为未知',
  '`govprobe doctor` tells how to get one.': '`govprobe doctor` 说明如何安装。',
  'requests leave through the proxy {host}': '请求经代理 {host} 发出',
  'Nothing to do where that is intended; else unset HTTPS_PROXY and HTTP_PROXY.':
    '如系有意，不必处理；否则取消 HTTPS_PROXY 和 HTTP_PROXY。',
  'nobody is told of a night: notify names neither webhook nor email':
    '夜间结果不会通知任何人：notify 没有写 webhook，也没有写 email',
  'Name one in schedule.yaml; what would be sent lies in nights/RUN.json of the data folder.':
    '请在 schedule.yaml 中写明其一；本应发送的内容在数据目录的 nights/RUN.json。',
  'the webhook is sent without a signature: GOVPROBE_WEBHOOK_SECRET is not set':
    'webhook 不带签名发送：没有设置 GOVPROBE_WEBHOOK_SECRET',
  'Set it, or put it into the file that GOVPROBE_SECRETS names.': '请设置它，或写入 GOVPROBE_SECRETS 指明的文件。',
  'mail goes to {host} without a login: GOVPROBE_SMTP_USER and GOVPROBE_SMTP_PASSWORD are not set':
    '向 {host} 发信时不登录：没有设置 GOVPROBE_SMTP_USER 和 GOVPROBE_SMTP_PASSWORD',
  'Set both, unless the server takes mail from this machine without one.':
    '请设置二者，除非该服务器接受本机不登录发信。',
  'the cron pattern fires outside the night window, so the night begins only when the window opens':
    'cron 的时刻在夜间时段之外，要到时段开放才会开始',
  'Let cron of schedule.yaml fire inside night-window of crawl.yaml.':
    '让 schedule.yaml 的 cron 落在 crawl.yaml 的 night-window 之内。',
  '{count} visits would not begin before the window closes': '时段结束前有 {count} 次访问来不及开始',
  'Raise concurrency or widen night-window in crawl.yaml; what is cut off goes on next night.':
    '提高 crawl.yaml 的 concurrency 或放宽 night-window；来不及的下一夜继续。',
  'the disk of the data folder may not hold another night': '数据目录所在的磁盘可能容不下再一夜',
  'Free some space; `govprobe prune` and `govprobe runs` show what could go.':
    '请腾出空间；`govprobe prune` 和 `govprobe runs` 列出可以清除的内容。',
};
