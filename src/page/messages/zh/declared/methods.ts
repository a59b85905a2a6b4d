/** Methods: titles, and what rules do. */
export const methods: Readonly<Record<string, string>> = {
  'method.simgd.title': '同时更新 SimGD',
  'method.simgd.theory.outwards':
    '同时更新会向外推：在双线性博弈上每步放大 √(1+h²) 倍，所以连续流中只是转圈的轨道会发散。',
  'method.altgd.title': '交替更新 AltGD',
  'method.altgd.theory.islands':
    '只要 ωh < 2，交替更新就使小轨道保持闭合，并且在连续流保持 L 时同样保持 L；学习率大时，较大的轨道会碎裂成孤岛和混沌。',
  'method.extragradient.title': '外梯度法',
  'method.extragradient.theory.inwards':
    '前瞻一步会向内拉：在双线性博弈上每步缩小到 √(1−h²+h⁴) 倍，所以连续流中只是转圈的轨道会收敛。',
  'method.omd.theory.inwards':
    '乐观梯度几乎和外梯度法一样向内拉：只要 ωh < 1/√3，连续流中只是转圈的轨道就会收敛。',
  'method.momentum.title': '动量法',
  'method.momentum.theory.momentum': '动量使同时更新发散得更快；负动量配合交替更新则会收敛。',
  'method.adam.theory.stepLength':
    '无论梯度多大，Adam 的每个分量每步都移动约 h，所以它静止时的精度也只有约 h。',
  'method.adam.theory.singular': 'Adam 要除以梯度的大小，而它在均衡点处为 0：那里的一步没有导数。',
};
