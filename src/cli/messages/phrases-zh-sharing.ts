/** What is said of visits that several processes share, in Chinese, by the English phrase of the source. */
export const chineseSharingPhrases: Readonly<Record<string, string>> = {
  'worker {name}: waiting for visits': '工作进程 {name}：等待访问任务',
  'run {run}: taking visits': '运行 {run}：开始执行访问',
  'run {run}: {visits} visits made': '运行 {run}：执行了 {visits} 次访问',
  'stopped; its visits were given back': '已停止；未完成的访问已交还',
  'no worker makes visits: start `govprobe worker` with the same GOVPROBE_DATABASE':
    '没有进程执行访问：请用相同的 GOVPROBE_DATABASE 启动 `govprobe worker`',
  'given up after three attempts: {government} ({reason})': '尝试三次后放弃：{government}（{reason}）',
  'the run is not complete: govprobe crawl --resume tries these visits again':
    '运行未完成：govprobe crawl --resume 会再次尝试这些访问',
};
