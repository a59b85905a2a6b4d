/** What stands in figures. */
export const figures: Readonly<Record<string, string>> = {
  'figure.map': '初值图',
  'figure.flow': '粒子流',
  'figure.never': '从未',
  'figure.unknown': '无值',
  'figure.darkerLater': '越暗：越慢，',
  'figure.palerLater': '越淡：越慢，',
  'figure.orLarger': '或 |θ| 越大；',
  'figure.greyThin': '越灰：证据越弱',
  'figure.thin': '{label}（证据不足）',
  'figure.oneDimension': '一维',
  'figure.rates': '学习率',
  'figure.start': '初值 {state}',
  'figure.faint': '标签相同',
  'figure.striped': 'A 与 B 的标签',
  'figure.overTime': '{quantity}随时间的变化',
  'figure.difference': '{measure}，A − B',
};
