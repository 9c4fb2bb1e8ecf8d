/**
 * Chinese words of the methods appendix; definitions, weights and rules come from code and
 * configuration.
 */
export const methods = {
  intro: '通报中带虚线下划线的数字均可点击，跳到本附录中的定义；数字所在的元素带有统计量编号、分子和分母。',
  steps: '从页面到名次',
  lines: [
    '采集到的页面经探针判读形成结论：存在、不存在、未知、不适用。只有应当出现入口的页面确实读到，才判为“不存在”；被拦截、打不开、只能由脚本显示的，一律记为“未知”并注明原因。',
    '结论按指标的归一化规则换算为0到1的点位值；“不存在”为0，“不适用”不计权重，未能测定的按指标配置处理：默认取同组中与已知情况不矛盾的地区的均值为估计值；另有不计入（权重由同级指标承担）、按已证实的部分计、沿用旧结论三种。',
    '得分为各级加权和，得分率为得分除以该指标满分。排名用估计值。每个得分另有上下限：下限只计已证实的部分，上限假定其余全部具备；覆盖率为1减去上下限之差占满分的比例。上下限是必然成立的界限，名次区间和得分区间则是模拟中规定分位之间的范围，比上下限窄，也可能不含真值。',
    '名次按总分从高到低排列，同分同名次；没有任何已知点位的地区不计分。总分或任一评价能力的覆盖率低于配置下限的地区不排名、不划类型，也不进入均值、相关、图和正文。各级统计只计该级自身覆盖率达到下限的地区。',
    '等级按总分排序后的差分划分：在规定位置内取差分最大处为分界；同分不拆分。等级内部再按得分细分级别。',
  ],
  observedOutside: (names: string) => `${names}为观察指标，单独计分，不计入总分。`,
  breaks: {
    windows: (windows: string) => `分界规则：在名次区间${windows}内各取差分最大处。`,
    'minimum-share': (share: string) => `分界规则：每个等级不少于${share}，取差分之和最大的分界组合。`,
    fixed: (ranks: string) => `分界规则：由人工指定，在第${ranks}位之后分界。`,
  },
  cuts: { 'equal-width': '级别按得分等宽划分。', 'equal-count': '级别按数量均分。' },
  support: (limit: string) =>
    `无法判定的地方政府超过应评数的${limit}时，正文不就该项作结论；没有上一版数据时，不作年度比较。`,
  statistics: '统计量的定义',
  definitions: {
    count: '计数：指标体系或评价名单中的个数。',
    'tier-break': '分界：总分排序后，规定位置内一阶差分最大处；列出分界前的最后一个地区。',
    'tier-size': '类型规模：按分界划入该类型的地方政府数；分母为有总分的地方政府数。',
    'tier-change': '类型规模之差：两版中同一类型的规模相减；进入更高、落入更低类型只计两版都有类型的地方政府。',
    'total-mean': '均值：总分的算术平均；分母为有总分的地方政府数。',
    'total-median': '中位数：总分的50%分位数，次序统计量线性插值（Hyndman–Fan第7类）。',
    'total-deviation': '标准差：围绕均值，除以n（总体）。',
    'total-extreme': '最高、最低分：有总分的地方政府中总分的最大值、最小值。',
    'total-range': '极差：最高总分减最低总分。',
    'region-mean': '地区均值：该地区内地方政府总分的算术平均，每个地方政府一票。',
    'region-share': '占参照地区比重：该地区均值除以参照地区均值。',
    'province-mean': '省级均值：该省级行政区内地方政府总分的算术平均；直辖市自成一省。',
    'province-deviation': '省间标准差：各省级均值的标准差，每省一票，分别给出除以n（总体）与n − 1（样本）的值。',
    'node-rate': '得分率均值：该指标得分的均值除以其满分，只计该指标有得分的地方政府。',
    'node-change':
      '得分率之差：两版均测得该指标的地方政府，得分率均值相减，以百分点计，并列出其平均覆盖率；指标体系不同时，只取共有的末级指标，按后一版权重计算。',
    'node-deviation': '省内标准差：该省级行政区内地方政府该指标得分率的标准差（总体），以百分点计。',
    'rank-interval':
      '名次区间：逐次随机改变未知点位、探针置信度、权重与合成方法后重新排名，取规定分位之间的名次，并在必要时放宽到含公布的名次。最可能的类型与公布的不同，或其概率低于规定值，即为不够确定。',
    sensitivity:
      '总效应：其余假设不变、只让该假设变化时，名次平均移动量的方差（或各地自身名次方差的平均）占总方差的比重，含与其他假设的交互（Saltelli等2010；Gamboa等2014）。',
    'item-rest':
      '区分度：指标点位值与该对象其余指标（按满分加权）均值的皮尔逊相关系数，不含指标自身（校正的题总相关）；均值、标准差（总体）和占比只计已知的对象。',
    alpha:
      '克龙巴赫系数：k ÷ (k − 1) × (1 − 各指标方差之和 ÷ 总和的方差)，未加权，只计全部指标均已知的对象（Cronbach 1951）。指标各评一事，系数低不等于有错。',
    correlation: '相关系数：两项指标得分率的皮尔逊相关系数，只计两项均已知的对象，少于3个或无差异的不计算。',
    'adoption-change': '普及比例之差：两版各自占比相减，以百分点计。',
  },
  statementsTitle: '普及情况的口径',
  base: {
    all: '分母为全部评价对象，未知的按“否”计，占比为下限',
    assessable: '分母只计已有明确结论的地方政府',
  },
  probes: (names: string) => `依据探针：${names}`,
  leaves: '三级指标的计分方法',
  normalizers: {
    boolean: '有即满分',
    ladder: (steps: string) => `阶梯：${steps}`,
    ratio: '比例：以测得的比例为点位值',
    'capped-count': (cap: string) => `计数：log(1 + n) ÷ log(1 + ${cap})，不超过1`,
    checklist: (count: string) => `清单：${count}项中所具备的比例`,
    key: (key: string) => `具备“${key}”得满分`,
    freshness: (fresh: string, stale: string) => `时效：${fresh}天以内满分，${stale}天以上为0，其间按天递减`,
    weighted: (terms: string) => `加权（权重为本项目所定）：${terms}`,
    term: (share: string, measure: string) => `${share} ${measure}`,
  },
  levels: { linked: '有入口', reachable: '页面可打开', working: '能用' },
  unknown: {
    estimate: '取估计值',
    renormalize: '不计入',
    zero: '只计已证实的部分',
    carry: (days: string) => `沿用${days}天内的结论`,
  },
  columns: { leaf: '三级指标', share: '在总分中的分值', normalizer: '计分方法', unknown: '未知时', probe: '探针' },
  tierRule: '类型与级别',
  settings: '本次运行',
  back: '返回正文',
};
