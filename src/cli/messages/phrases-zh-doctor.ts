/** What `doctor` prints, in Chinese, by the English phrase of the source. */
export const chineseDoctorPhrases: Readonly<Record<string, string>> = {
  check: '检查',
  found: '结果',
  ok: '正常',
  warn: '注意',
  fail: '缺失',
  'version {version}': '版本 {version}',
  'Install Node.js {needed} or newer, or start govprobe with npm run, which brings its own.':
    '请安装 Node.js {needed} 或更新的版本，或用 npm run 启动 govprobe（自带 Node）。',
  'SQLite driver': 'SQLite 驱动',
  'does not load: {reason}': '不能载入：{reason}',
  'Delete node_modules and start again with npm run, or run npm ci.':
    '请删除 node_modules，再用 npm run 启动，或运行 npm ci。',
  User: '用户',
  'not root': '不是 root',
  'root: Chromium runs without its own sandbox': 'root：Chromium 在没有自身沙箱的情况下运行',
  'For nightly runs, use an account of its own without root rights.': '夜间运行请使用没有 root 权限的专用账户。',
  'switched off by GOVPROBE_CHROMIUM=none: pages that only a browser can show stay unknown':
    '已由 GOVPROBE_CHROMIUM=none 关闭：只有浏览器能显示的页面仍为未知',
  'Correct the variable, or remove it to have one looked for.': '请改正这个变量，或去掉它，由程序自行寻找。',
  'GOVPROBE_CHROMIUM names {file}, which cannot be started': 'GOVPROBE_CHROMIUM 指明的 {file} 不能启动',
  'not found: pages that only a browser can show stay unknown': '没有找到：只有浏览器能显示的页面仍为未知',
  '{program} does not start: pages that only a browser can show stay unknown':
    '{program} 不能启动：只有浏览器能显示的页面仍为未知',
  'Run {program} --version to see why. {install}': '运行 {program} --version 可见原因。{install}',
  '; the headless shell would need half the time': '；改用 headless shell 只需一半时间',
  'sudo apt-get install chromium-headless-shell fonts-noto-cjk (Debian), else npx playwright install --with-deps --only-shell chromium':
    'sudo apt-get install chromium-headless-shell fonts-noto-cjk（Debian），其他系统用 npx playwright install --with-deps --only-shell chromium',
  'Run npx playwright install --only-shell chromium, or install Google Chrome':
    '运行 npx playwright install --only-shell chromium，或安装 Google Chrome',
  '{language} font': '{language}字体',
  'part of the system': '系统自带',
  'cannot be told (fc-list is missing)': '无法得知（没有 fc-list）',
  'none: screenshots show boxes for letters of {language}': '没有：截图中的{language}文字会显示为方框',
  'Data folder': '数据目录',
  'Name a folder that you may write to with --data DIR or the variable GOVPROBE_DATA.':
    '请用 --data DIR 或变量 GOVPROBE_DATA 指明一个可写的目录。',
  '{folder} can be written, {free} GiB free': '{folder} 可写，可用 {free} GiB',
  'Free some space: one run of a whole country takes a few gigabytes.': '请腾出空间：全国运行一次需要几个 GB。',
  '{folder} cannot be written: {reason}': '{folder} 不可写：{reason}',
  '{folder} is not a folder': '{folder} 不是目录',
  Servers: '服务器',
  '{place} can be used': '{place} 可用',
  'Correct the variable, or what it names; docs/scaling.md shows both.':
    '请改正该变量或其所指之物；写法见 docs/scaling.md。',
  Proxy: '代理',
  'none in the environment': '环境变量中没有',
  'Put an HTTP proxy into HTTPS_PROXY, or name it with --proxy URL.':
    '请把 HTTP 代理写入 HTTPS_PROXY，或用 --proxy URL 指明。',
  'ALL_PROXY is set, which govprobe does not read': '设置了 ALL_PROXY，而 govprobe 不读取它',
  '{variable} names {host}': '{variable} 指明 {host}',
  'Correct {variable}, or override it with --proxy http://host:port.':
    '请改正 {variable}，或用 --proxy http://host:port 取代它。',
  '{variable} is not of the form http://host:port': '{variable} 的形式不是 http://host:port',
  Internet: '互联网',
  'not checked: the registry names no host': '没有检查：名录中没有主机名',
  'Check cable, DNS or proxy. The simulated country (--sandbox) and recorded pages (--recorded) need no internet.':
    '请检查网线、域名解析或代理。模拟国家（--sandbox）和录制的页面（--recorded）不需要互联网。',
  '{host} is {address}': '{host} 的地址是 {address}',
  'off line: no answer for {host} within {seconds} s': '离线：{seconds} 秒内没有查到 {host}',
  'no reason given': '没有说明原因',
  'off line: {host} could not be looked up ({reason})': '离线：查不到 {host}（{reason}）',
};
