/** What is said of visits that several processes share, in Chinese, by the English phrase of the source. */
export const chineseSharingPhrases: Readonly<Record<string, string>> = {
  '{reason}; it is waited for, up to {seconds} s': '{reason}；最多等待 {seconds} 秒',
  'worker {name}: waiting for visits': '工作进程 {name}：等待访问任务',
  'run {run}: taking visits': '运行 {run}：开始执行访问',
  'run {run}: {visits} visits made': '运行 {run}：执行了 {visits} 次访问',
  'the visits of run {run} are not taken: {reason}': '不执行运行 {run} 的访问：{reason}',
  'it was planned by govprobe {planned}, and this is {own}; install the same version on all machines':
    '它由 govprobe {planned} 规划，而本机是 {own}；请在所有机器上安装同一版本',
  'its configuration is {planned}, and that of {folder} is {own}; use the same pack on all machines (--config)':
    '它的配置是 {planned}，而 {folder} 的配置是 {own}；请在所有机器上使用同一配置包（--config）',
  'it uses a browser, and there is none here; install one (`govprobe doctor` says how), or plan the run with --no-browser':
    '它使用浏览器，而本机没有；请安装（`govprobe doctor` 说明方法），或用 --no-browser 规划运行',
  'it wants the probe {probe}, which is not known here': '它需要探针 {probe}，而本机没有',
  'its proxy {proxy} wants a user name and a password, which no run stores; name the proxy here with --proxy':
    '它的代理 {proxy} 需要用户名和密码，运行不保存这些；请在本机用 --proxy 指明代理',
  'the evidence of this database is kept in {place}, and this process would keep its own in {own}, where nobody looks for it; give all processes the same GOVPROBE_EVIDENCE (a shared folder or a bucket), or the same --data on one machine (evidence that was moved is known by its file {mark})':
    '此数据库的证据存放在 {place}，而本进程会把证据存入 {own}，其他进程在那里找不到；请让所有进程使用同一个 GOVPROBE_EVIDENCE（共享目录或存储桶），在同一台机器上也可使用同一个 --data（迁移后的证据以文件 {mark} 识别）',
  'stopped; its visits were given back': '已停止；未完成的访问已交还',
  'no worker makes visits: start `govprobe worker` with the same GOVPROBE_DATABASE':
    '没有进程执行访问：请用相同的 GOVPROBE_DATABASE 启动 `govprobe worker`',
  'given up after three attempts: {government} ({reason})': '尝试三次后放弃：{government}（{reason}）',
  'the run is not complete: govprobe crawl --resume tries these visits again':
    '运行未完成：govprobe crawl --resume 会再次尝试这些访问',
};
