/**
 * Chinese sentences of the bulletin. `{name}` is a placeholder of a figure or name; templates
 * contain no numbers. A sentence without sufficient data is left out or replaced by `insufficient`.
 */
export const narrative = {
  system: {
    intro:
      '评价指标体系设三级，包括{evaluated}个一级评价指标、{observed}个一级观察指标，{branches}个二级指标和{leaves}个三级指标。',
    evaluated: '一级评价指标为{names}，满分{full}分。',
    observed: '观察指标为{names}，单独计分，不计入总分。',
  },
  results: {
    scope: '评价范围涉及{count}个地方政府，包含{groups}，满分{full}分。',
    group: '{count}个{name}',
    breaks:
      '以总分为基础进行差分计算，{names}的差分结果相对显著，作为得分的分界点；据此将评价得分从高到低划分为{tiers}{number}种类型。',
    noTiers: '不同的得分太少，差分不足以划出全部类型，本次不划分类型。',
    bands:
      '{placed}个地方政府中有{flagged}个的类型不够确定，超过{limit}；本次不划分类型，只公布各地可能所属的类型范围。',
    sizes: '其中，{sizes}。',
    size: '{name}{count}个（{share}）',
    levels: '{letters}等级内再划分级别：{levels}。',
    spread: '总分均值为{mean}分，中位数为{median}分，最高{highest}分，最低{lowest}分，标准差{deviation}分。',
  },
  overall: {
    title: '（一）整体发展态势与地区间差距',
    lead: '一是地区间差距。',
    sizeSame: '{tier}类的地方政府数量与{edition}相同。',
    sizeUp: '{tier}类的地方政府数量较{edition}上升{count}个。',
    sizeDown: '{tier}类的地方政府数量较{edition}下降{count}个。',
    moves: '与{edition}相比，{rose}个地方政府进入更高类型，{fell}个落入更低类型。',
    range: '地方政府最高得分与最低得分差为{range}分。',
    rangeChange: '地方政府最高得分与最低得分差由{edition}的{before}分变为{after}分。',
    regionLead: '二是区域差异。',
    reference: '{region}均值为{mean}分；{others}。',
    regionShare: '{region}均值为{mean}分，占{reference}的{share}',
    shareDown: '{regions}的占比较{edition}均下降。',
    shareUp: '{regions}的占比较{edition}均上升。',
    shareMixed: '与{edition}相比，{down}的占比下降，{up}的占比上升。',
    deviation: '各省级均值的标准差为{population}分（总体）、{sample}分（样本）。',
    deviationUp: '各省级均值的标准差为{after}分（总体），比{edition}上升{difference}分。',
    deviationDown: '各省级均值的标准差为{after}分（总体），比{edition}下降{difference}分。',
    leaders: '{names}的均值位列前{count}，均在{floor}分以上。',
    leader: '{name}（{mean}分）',
    leaderChange: '{name}由{edition}的{before}分变为{after}分。',
    certaintyLead: '三是结果的把握程度。',
    interval: '在{draws}次模拟中，名次区间宽度的中位数为{width}位；{flips}个地方政府的类型不够确定。',
    shared: '若同一探针在同一产品上的误判同时发生，名次区间宽度的中位数为{width}位。',
    weights:
      '权重的模拟以指标体系的权重为均值（狄利克雷分布，集中度{concentration}）：同级指标权重的标准差为其自身的{least}至{most}。',
    sensitivity: '按对名次平均移动量的总效应从大到小，各假设依次为{names}。',
    rankSensitivity: '按对各地自身名次方差（取平均）的总效应从大到小，依次为{names}。',
    effect: '{name}（{total}）',
    noEarlier: '没有可供比较的上一版数据，本版不作年度比较。',
  },
  capability: {
    titles: ['（二）', '（三）', '（四）', '（五）', '（六）', '（七）', '（八）', '（九）'],
    rate: '{name}得分率均值为{rate}，在{count}个有得分的地方政府中，最高{highest}，最低{lowest}。',
    rateUp:
      '{name}得分率均值较{edition}上升{difference}个百分点（同样{count}个地方政府，覆盖率由{before}变为{after}）。',
    rateDown:
      '{name}得分率均值较{edition}下降{difference}个百分点（同样{count}个地方政府，覆盖率由{before}变为{after}）。',
    lowest: '{name}得分率在各一级评价指标中最低。',
    highest: '{name}得分率在各一级评价指标中最高。',
    branch: '{name}得分率均值为{rate}：{leaves}。',
    leaf: '{name}{rate}',
    gap: '其中{low}的得分表现较{high}低{difference}个百分点。',
    steady: '{names}得分高且省内差异小。',
    weak: '{names}得分低且省内差异小。',
    province: '{name}（均值得分率{rate}，标准差{deviation}个百分点）',
    insufficient: '{name}的三级指标中，{count}项没有足够的可判定数据，不作结论：{names}。',
    blind: '{name}没有任何可判定的点位，不作结论。',
  },
  adoption: {
    share: '{subject}的地方政府占{share}（{numerator}/{denominator}）',
    groups: '其中{groups}',
    group: '{name}{share}（{numerator}/{denominator}）',
    list: '{items}。',
    insufficient: '“{subject}”：{unknown}个地方政府无法判定，超过{limit}，不作结论。',
    changeUp: '相较{edition}，{subject}的比例上升{difference}个百分点，增加{count}个。',
    changeDown: '相较{edition}，{subject}的比例下降{difference}个百分点，减少{count}个。',
    where: '没有开通的大多分布在{names}。',
    whereItem: '{name}（{count}个）',
    /** Statements for which the provinces of the governments are listed. */
    located: ['no-open-data-platform'],
  },
  /** Inputs that the draws vary. */
  assumptions: { unknown: '未知点位的取值', confidence: '判读的把握', weights: '指标权重', aggregation: '合成方法' },
  outlook: '〔本节由编写人员撰写：请在此根据以上发现补充趋势判断与建议。程序不生成展望。〕',
};

/** Shape of the narrative: templates by name. */
export type Narrative = typeof narrative;
