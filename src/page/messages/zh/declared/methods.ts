/** Methods: titles, and what rules do. */
export const methods: Readonly<Record<string, string>> = {
  'method.simgd.title': '同时更新 SimGD',
  'method.simgd.theory.outwards':
    '同时更新会向外推：在双线性博弈上每步放大 √(1+h²) 倍。连续流的中性圆会增大；极限环只是变大一些。',
  'method.altgd.title': '交替更新 AltGD',
  'method.altgd.theory.closed':
    '只要 ωh < {limit}，交替更新就使小轨道保持闭合，并且在连续流保持 L 时同样保持 L。',
  'method.extragradient.title': '外梯度法',
  'method.extragradient.theory.inwards':
    '只要 ωh < 1，前瞻一步就会向内拉：在双线性博弈上每步缩小到 √(1−h²+h⁴) 倍。连续流的中性圆会缩小。',
  'method.omd.theory.inwards':
    '只要 ωh < 1/√3，乐观梯度几乎和外梯度法一样向内拉：连续流的中性圆会缩小。',
  'method.momentum.title': '动量法',
  'method.momentum.theory.faster': '在双线性博弈上，动量使同时更新发散得更快。',
  'method.momentum.theory.slower': '在双线性博弈上，负动量减慢同时更新的发散，但不能使其停止。',
  'method.momentum.theory.diverges': '在双线性博弈上，交替更新配合正动量会发散。',
  'method.momentum.theory.converges':
    '在双线性博弈上，只要 ωh < {limit}，交替更新配合负动量就会收敛。',
  'method.adam.theory.stepLength':
    'Adam 用梯度近来的大小去除梯度：步长不随梯度减小，所以它不会停在均衡点。',
  'method.adam.theory.singular': 'Adam 要除以梯度的大小，而它在均衡点处为 0：那里的一步没有导数。',
};
