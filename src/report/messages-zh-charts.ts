/** Words of the charts in Chinese. */
export const charts = {
  curve: '总分排序曲线与差分',
  curveText: (count: string, breaks: string) => `${count}个地区的总分从高到低排列；${breaks}`,
  curveBreak: (name: string, place: string) => `${name}（第${place}位）`,
  breaksAt: (names: string) => `分界在${names}之后。`,
  noBreaks: '没有分界。',
  score: '总分',
  difference: '差分',
  tiers: '各级别地区数量',
  adoption: '应用普及情况（占比和数量的上下限，斜线为无法判定）',
  rates: '各级指标得分率均值',
  map: '各省级行政区总分均值',
  mapText: (count: string) =>
    `${count}个省级行政区的总分均值，每个一格，颜色越深均值越高，格内为数值；虚线格不在评价范围内或不作结论。`,
  regions: '各地区总分均值及其占参照地区的比重',
  earlier: (name: string) => `${name}（上一版）`,
  provinces: '各省级行政区内部的总分分布',
  provincesText: (count: string) =>
    `${count}个省级行政区的箱线图，按均值从高到低排列：箱体为上、下四分位数，中线为中位数，须线到最低分和最高分；名称后为地区数。`,
  counted: (label: string, count: string) => `${label}（${count}）`,
  ranks: '名次区间',
  ranksText: (count: string) => `${count}个地区按名次排列；竖条为模拟所得的名次区间，点为中位数。`,
  rank: '公布名次',
  rankInterval: (low: string, high: string) => `模拟名次（竖条：${low}至${high}分位；点：中位数）`,
  correlations: '三级指标两两相关',
  correlationsText: (count: string) =>
    `${count}个三级指标两两之间的皮尔逊相关系数，序号与上表一致；数值见correlations.csv。`,
  correlationsNote: '蓝色为同向，橙色为反向，颜色越深相关越强；灰色为无法计算。序号与上表一致。',
  separator: '；',
};
