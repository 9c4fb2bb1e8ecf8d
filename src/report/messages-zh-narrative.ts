/**
 * Chinese sentences of the bulletin. `{name}` is a placeholder of a figure or name; templates
 * contain no numbers. A sentence without sufficient data is left out or replaced by one that says so.
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
    level: '{name}级{count}个（{share}）',
    levels: '{letters}等级内再划分级别：{levels}。',
  },
  overall: {
    title: '总体水平与地区间差距',
    summary:
      '{all}个地方政府中{ranked}个有排名，其总分均值为{mean}分，中位数为{median}分，标准差为{deviation}分；最高{highest}分，最低{lowest}分，相差{range}分。',
    lead: '地区间差距。',
    sizeSame: '{tier}类的地方政府数量与{edition}相同。',
    sizeUp: '{tier}类的地方政府数量较{edition}增加{count}个。',
    sizeDown: '{tier}类的地方政府数量较{edition}减少{count}个。',
    moves: '与{edition}相比，{rose}个地方政府进入更高类型，{fell}个落入更低类型。',
    rangeUp: '最高与最低得分之差由{edition}的{before}分扩大到{after}分。',
    rangeDown: '最高与最低得分之差由{edition}的{before}分缩小到{after}分。',
    rangeSame: '最高与最低得分之差与{edition}相同，为{after}分。',
    regionLead: '区域差异。',
    reference: '{region}均值为{mean}分；{others}。',
    regionShare: '{region}均值为{mean}分，为{reference}的{share}',
    shareDown: '{regions}均值占{reference}均值的比重较{edition}均下降。',
    shareUp: '{regions}均值占{reference}均值的比重较{edition}均上升。',
    shareMixed: '与{edition}相比，占{reference}均值的比重，{down}下降，{up}上升。',
    deviation: '各省级均值的标准差为{population}分（总体）、{sample}分（样本）。',
    deviationUp: '总体标准差比{edition}上升{difference}分。',
    deviationDown: '总体标准差比{edition}下降{difference}分。',
    leaders: '省级均值居前{count}位的是{names}，均在{floor}分以上。',
    leader: '{name}（{mean}分）',
    leaderUp: '{name}由{edition}的{before}分升至{after}分。',
    leaderDown: '{name}由{edition}的{before}分降至{after}分。',
    noEarlier: '没有可供比较的上一版数据，本版不作年度比较。',
    notComparable:
      '{edition}与本版均有得分的地方政府只有{common}个，两版整体的类型、极差和均值不可比；以下年度变化只就两版均测得的地方政府而言。',
  },
  certainty: {
    coverage:
      '总分中已测部分的比重平均为{coverage}；{ranked}个地方政府有排名，占{share}；{withheld}个因已测部分不足而不排名，各项均值不含这些地方政府。',
    interval: '在{draws}次模拟中，名次区间宽度的中位数为{width}位；{flips}个地方政府的类型不够确定，占{share}。',
    shared: '若同一探针在同一产品上的误判同时发生，名次区间宽度的中位数为{width}位。',
    weights:
      '权重的模拟以指标体系的权重为均值（狄利克雷分布，集中度{concentration}）：同级指标权重的标准差为其自身的{least}至{most}。',
    sensitivity: '按对名次平均移动量的总效应从大到小，各假设依次为{names}。',
    rankSensitivity: '按对各地自身名次方差（取平均）的总效应从大到小，依次为{names}。',
    effect: '{name}（{total}）',
    openLeaves: '有排名的地方政府中，以下{count}项三级指标无法判定的超过{limit}，不作结论，也不列均值：{names}。',
    openStatements: '以下各项无法判定的超过应评数的{limit}，不作结论：{items}。',
    openStatement: '{subject}（{unknown}个无法判定）',
  },
  capability: {
    rate: '{name}得分率均值为{rate}，最高{highest}，最低{lowest}。',
    rateUp:
      '在两版均测得的{count}个地方政府中，其均值较{edition}上升{difference}个百分点（覆盖率由{before}变为{after}）。',
    rateDown:
      '在两版均测得的{count}个地方政府中，其均值较{edition}下降{difference}个百分点（覆盖率由{before}变为{after}）。',
    branchUp:
      '在两版均测得的{count}个地方政府中，{name}得分率均值较{edition}上升{difference}个百分点（覆盖率由{before}变为{after}）。',
    branchDown:
      '在两版均测得的{count}个地方政府中，{name}得分率均值较{edition}下降{difference}个百分点（覆盖率由{before}变为{after}）。',
    lowest: '在各一级评价指标中得分率最低。',
    highest: '在各一级评价指标中得分率最高。',
    branch: '{name}得分率均值为{rate}：{leaves}。',
    branchAlone: '{name}得分率均值为{rate}。',
    leavesAlone: '{leaves}。',
    leaf: '{name}{rate}',
    gap: '可作结论的三级指标中，{high}得分率均值最高（{highRate}），{low}最低（{lowRate}），相差{difference}个百分点。',
    steady: '得分高、地区间差异小的有{names}。',
    weak: '得分低、地区间差异小的有{names}。',
    province: '{name}（得分率均值{rate}，标准差{deviation}个百分点）',
    blind: '{name}可判定的点位不足，不作结论。',
  },
  adoption: {
    share: '{count}地方政府{subject}（{share}）',
    shareOf: '{concerned}个适用的地方政府中，{count}{subject}（{share}）',
    shareOfGroup: '{concerned}个{name}中，{count}{subject}（{share}）',
    exact: '{least}个',
    bounded: '至少{least}个、至多{most}个',
    atMost: '至多{most}个',
    exactShare: '{low}',
    boundedShare: '{low}–{high}',
    groups: '其中{groups}',
    group: '{name}{count}（{share}）',
    list: '{items}。',
    changeUp:
      '在与{edition}均能判定的{n}个地方政府中，{subject}的由{before}个增至{after}个，增加{count}个，比例上升{difference}个百分点。',
    changeDown:
      '在与{edition}均能判定的{n}个地方政府中，{subject}的由{before}个减至{after}个，减少{count}个，比例下降{difference}个百分点。',
    changeSame: '在与{edition}均能判定的{n}个地方政府中，{subject}的均为{after}个，没有变化。',
    most: '在{found}个省级行政区，至少一半的地方政府{subject}：{items}。',
    mostNamed: '在{found}个省级行政区，至少一半的地方政府{subject}，其中占比最高的{named}个为{items}。',
    all: '在{found}个省级行政区，能判定的地方政府均{subject}：{items}。',
    allNamed: '在{found}个省级行政区，能判定的地方政府均{subject}，其中地方政府最多的{named}个为{items}。',
    province: '{name}（{concerned}个中{count}）',
    engines:
      '在引擎地址已知的{addressed}个{subject}的地方政府中，{governments}个与同省的其他政府共用引擎，共{engines}个引擎，分布在{provinces}个省级行政区。',
    noEngines: '在引擎地址已知的{addressed}个{subject}的地方政府中，没有发现与同省的其他政府共用引擎的。',
    againstAhead:
      '能判定的平台中，{met}个{subject}，其所在省级行政区{node}得分率均值名次的中位数为第{rank}位（共{provinces}位）；其余{unmet}个为第{otherRank}位，排名靠前。',
    againstBehind:
      '能判定的平台中，{met}个{subject}，其所在省级行政区{node}得分率均值名次的中位数为第{rank}位（共{provinces}位）；其余{unmet}个为第{otherRank}位，排名并不靠前。',
  },
  leaders: {
    intro: '下表列出各项指标得分率最高的地方政府，并列者一并列出；末级指标只计已测定的。',
    tied: '{count}个地方政府并列',
    open: '可判定的不足，不作结论',
  },
  /** Inputs that the draws vary. */
  assumptions: { unknown: '未知点位的取值', confidence: '判读的把握', weights: '指标权重', aggregation: '合成方法' },
};

/** Shape of the narrative: templates by name. */
export type Narrative = typeof narrative;
