/** Methods: titles, effects, and why a step may have no derivative. */
export const methods: Readonly<Record<string, string>> = {
  SimGD: '同时更新 SimGD',
  AltGD: '交替更新 AltGD',
  Extragradient: '外梯度法',
  Momentum: '动量法',
  'Simultaneous steps push outwards: on the bilinear game by √(1+h²) a step, so what only circles under the flow diverges.':
    '同时更新会向外推：在双线性博弈上每步放大 √(1+h²) 倍，所以连续流中只是转圈的轨道会发散。',
  'Alternating steps keep small orbits closed while ωh < 2, and conserve L where the flow does; large steps break the larger orbits into islands and chaos.':
    '只要 ωh < 2，交替更新就使小轨道保持闭合，并且在连续流保持 L 时同样保持 L；学习率大时，较大的轨道会碎裂成孤岛和混沌。',
  'Looking ahead pulls inwards: on the bilinear game by √(1−h²+h⁴) a step, so what only circles under the flow converges.':
    '前瞻一步会向内拉：在双线性博弈上每步缩小到 √(1−h²+h⁴) 倍，所以连续流中只是转圈的轨道会收敛。',
  'Optimism pulls inwards nearly as extragradient does: what only circles under the flow converges while ωh < 1/√3.':
    '乐观梯度几乎和外梯度法一样向内拉：只要 ωh < 1/√3，连续流中只是转圈的轨道就会收敛。',
  'Momentum makes simultaneous steps diverge faster; negative momentum with alternating steps converges.':
    '动量使同时更新发散得更快；负动量配合交替更新则会收敛。',
  'Adam moves by about h in every component whatever the gradient, so it does not settle closer to a rest than about h.':
    '无论梯度多大，Adam 的每个分量每步都移动约 h，所以它静止时的精度也只有约 h。',
  'Adam divides by the size of its gradients, which is 0 at the equilibrium: its step has no derivative there.':
    'Adam 要除以梯度的大小，而它在均衡点处为 0：那里的一步没有导数。',
};
