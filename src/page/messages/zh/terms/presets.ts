/** Presets: titles and what to look at. */
export const presets: Readonly<Record<string, string>> = {
  'The non-saturating GAN circles its equilibrium.': '非饱和 GAN 绕着均衡点转圈。',
  'With a unit-norm discriminator it circles as well.': '判别器取单位范数，同样转圈。',
  'WGAN-GP, c = 0': 'WGAN-GP，c = 0',
  'The zero-centred penalty converges.': '以 0 为中心的惩罚使训练收敛。',
  'WGAN-GP, c = 1': 'WGAN-GP，c = 1',
  'The original penalty ends on a circle of radius 1.': '原版惩罚终于半径为 1 的圆。',
  'The quadratic potential circles too.': '二次势也转圈。',
  'GAN-QP with L2': 'GAN-QP 加 L2',
  'L2 on the discriminator heals it.': '给判别器加 L2 正则即可收敛。',
  'GAN-QP with EMA': 'GAN-QP 加 EMA',
  'The weights circle; their moving average finds the centre.':
    '权重在转圈，而它们的滑动平均找到了圆心。',
  'GAN-QP: where it ends': 'GAN-QP：终于何处',
  'The final radius is √|L|: it is decided at the start, and only the line L = 0 reaches the equilibrium.':
    '最终半径为 √|L|，由初值决定；只有直线 L = 0 能到达均衡点。',
  'WGAN-GP: two basins': 'WGAN-GP：两个吸引域',
  'Every start ends on the circle |θ| = 1, turning by the sign of L.':
    '每个初值都终于圆 |θ| = 1，转向由 L 的符号决定。',
  'GAN by its rate': 'GAN 的增长率',
  'Without regularisation almost no start decays by more than a creep.':
    '没有正则时，几乎所有初值都只是极缓慢地衰减。',
  'GAN with L2 by its rate': 'GAN 加 L2 的增长率',
  'The same slice with L2 0.25: every start decays.': '同一切片，L2 为 0.25：每个初值都在衰减。',
  'LSGAN with 0/1 labels': '0/1 标签的 LSGAN',
  'With the fake label 0 all of φ = 0 is at rest: θ stops far from home.':
    '假样本标签为 0 时 φ = 0 处处静止：θ 停在离 0 很远的地方。',
  'AltGD: islands': 'AltGD：孤岛',
  'The flow circles for ever from every start. At a learning rate of 2, where a step is a sixth of a turn, alternating steps do so on islands only; around their star lies a chaotic sea.':
    '连续流从任何初值出发都永远转圈。学习率为 2 时一步是六分之一圈，交替更新只在孤岛上如此，星形岛的周围是一片混沌海。',
  'AltGD: chaos': 'AltGD：混沌',
  'The same map by its Lyapunov exponent: dark islands where neighbours stay together, bright where they part for good.':
    '同一幅图的李雅普诺夫指数：暗处的孤岛上相邻初值始终相伴，亮处则从此分离。',
  'SimGD: outwards': 'SimGD：向外',
  'The flow circles, its E conserved; simultaneous steps add to E in every one, however small they are.':
    '连续流转圈而 E 守恒；同时更新无论步子多小，每一步都使 E 增大。',
  'Extragradient: home': '外梯度法：回到原点',
  'On the bilinear game, WGAN without its norm, a look ahead contracts every orbit by √(1−h²+h⁴) a step.':
    '在双线性博弈（即不归一化的 WGAN）上，前瞻使每条轨道每步收缩到 √(1−h²+h⁴) 倍。',
  'OMD: home': 'OMD：回到原点',
  'The same game with optimism: the last gradient in place of a look ahead does as well.':
    '同一博弈改用乐观梯度：以上一步的梯度代替前瞻，同样有效。',
  'Negative momentum': '负动量',
  'Alternating steps keep the orbit; a momentum of −0.5 against each move lets them converge, where a positive one drives them out.':
    '交替更新保持轨道；加上 −0.5 的反向动量即可收敛，正动量则使其向外。',
  'Steps of about h whatever the gradient: less the flow’s distance, blue where Adam is nearer to 0 and orange where it is farther.':
    '无论梯度多大，每步约为 h。图中是与连续流的距离之差：蓝色处 Adam 离 0 更近，橙色处更远。',
};
