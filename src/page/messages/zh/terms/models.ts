/** Models: titles, sources, and what is known of them. */
export const models: Readonly<Record<string, string>> = {
  'Non-saturating GAN': '非饱和 GAN',
  'Saturating GAN': '饱和 GAN',
  'WGAN, unit-norm discriminator': 'WGAN（单位范数判别器）',
  'Hinge GAN': '合页损失 GAN',
  'WGAN, clipped weights': 'WGAN（权重裁剪）',
  'Goodfellow et al. 2014; Mescheder et al. 2018': 'Goodfellow 等 2014；Mescheder 等 2018',
  'Goodfellow et al. 2014': 'Goodfellow 等 2014',
  'Arjovsky et al. 2017; Miyato et al. 2018': 'Arjovsky 等 2017；Miyato 等 2018',
  'Gulrajani et al. 2017; c = 0: Mescheder et al. 2018':
    'Gulrajani 等 2017；c = 0：Mescheder 等 2018',
  'Su 2018, arXiv:1811.07296': '苏剑林 2018，arXiv:1811.07296',
  'Mao et al. 2017': 'Mao 等 2017',
  'Nowozin et al. 2016': 'Nowozin 等 2016',
  'Lim & Ye 2017': 'Lim 与 Ye 2017',
  'Wu et al. 2018': 'Wu 等 2018',
  'Arjovsky et al. 2017': 'Arjovsky 等 2017',

  'L2 turns the centre into a sink: eigenvalues −μ/2 ± √(μ²−1)/2, fastest at μ = 1.':
    'L2 正则使中心变为稳定点：特征值为 −μ/2 ± √(μ²−1)/2，μ = 1 时收敛最快。',
  'To first order a centre that circles for ever; beyond first order it creeps to 0, as slowly as √(8/t).':
    '一阶近似下是中心，永远转圈；计入高阶项后会缓慢趋于 0，慢如 √(8/t)。',
  'To first order a centre that circles for ever; beyond first order it creeps to the circle of radius √|L|, never to 0 unless L = 0. The article’s picture holds for the first turns only.':
    '一阶近似下是中心，永远转圈；计入高阶项后会缓慢趋于半径为 √|L| 的圆，除非 L = 0，否则到不了 0。文章中的图只对最初几圈成立。',
  'Zero-sum: E and L are both conserved, so every orbit is closed, exactly periodic and neutral. Nothing converges.':
    '零和博弈：E 与 L 都守恒，所以每条轨道都闭合、严格周期、中性稳定。什么都不会收敛。',
  'In one dimension φ/|φ| is only a sign: L2 shrinks φ, and θ walks away at unit speed all the same.':
    '一维时 φ/|φ| 只是一个符号：L2 正则使 φ 缩小，而 θ 照样以单位速度远去。',
  'In one dimension φ/|φ| is only a sign: φ stands still and θ walks away at unit speed.':
    '一维时 φ/|φ| 只是一个符号：φ 不动，θ 以单位速度远去。',
  'L2 shrinks |φ| while the loss only turns it; the smaller |φ|, the faster the turning and the stiffer the flow.':
    'L2 正则缩小 |φ|，而损失只能使 φ 转动；|φ| 越小，转得越快，方程的刚性也越强。',
  'The loss cannot change |φ|, only turn it: θ circles the equilibrium and never reaches it. With small |φ| the flow is stiff.':
    '损失改变不了 |φ|，只能使 φ 转动：θ 绕着均衡点转圈，永远到不了。|φ| 很小时方程是刚性的。',
  'At φ = θ = 0 the field has no Jacobian: the direction φ/|φ| of its pull on θ jumps there.':
    '在 φ = θ = 0 处向量场没有雅可比矩阵：拉动 θ 的方向 φ/|φ| 在那里有跳跃。',
  'Without a penalty this is the bilinear game: every orbit closes after 2π.':
    '没有惩罚项时就是双线性博弈：每条轨道都以 2π 为周期闭合。',
  'Linear: eigenvalues −κ ± √(κ²−1) with κ = λ + μ/2. Every start converges, fastest at κ = 1.':
    '线性系统：特征值为 −κ ± √(κ²−1)，其中 κ = λ + μ/2。任何初值都收敛，κ = 1 时最快。',
  'Linear: eigenvalues −λ ± √(λ²−1). Every start converges, fastest at λ = 1.':
    '线性系统：特征值为 −λ ± √(λ²−1)。任何初值都收敛，λ = 1 时最快。',
  'In one dimension a relaxation cycle: θ swings for ever and never settles at 0.':
    '一维时是张弛振荡：θ 永远来回摆动，不会停在 0。',
  'In one dimension false equilibria: φ → 0 while θ rests at ±2λc, away from 0.':
    '一维时有虚假均衡点：φ → 0，而 θ 停在 ±2λc，并不在 0。',
  'Every start with L ≠ 0 ends on a circle of radius 2λc/(2λ+μ): L2 shrinks the circle and does not close it.':
    'L ≠ 0 的初值都终于半径为 2λc/(2λ+μ) 的圆：L2 正则只能使圆缩小，不能使它消失。',
  'Every start with L ≠ 0 ends on the circle |θ| = |φ| = c, turning by the sign of L: two basins, and neither is the equilibrium.':
    'L ≠ 0 的初值都终于圆 |θ| = |φ| = c，转向由 L 的符号决定：有两个吸引域，但都不属于均衡点。',
  'At φ = θ = 0 the field has no Jacobian: the penalty pushes |φ| towards c with a force of 2λc, whose direction φ/|φ| jumps there.':
    '在 φ = θ = 0 处向量场没有雅可比矩阵：惩罚项以大小为 2λc 的力把 |φ| 推向 c，而其方向 φ/|φ| 在那里有跳跃。',
  'With L2 on the discriminator it converges: the article’s remedy.':
    '给判别器加上 L2 正则就收敛了：这正是文章给出的办法。',
  'With L = 0, as here in one dimension, it converges, but only as 1/t.':
    'L = 0 时（一维即是如此）会收敛，但只有 1/t 的速度。',
  'L is conserved while E falls: every start ends on a circle of radius √|L|, and only L = 0 converges, as 1/t.':
    'L 守恒而 E 下降：任何初值都终于半径为 √|L| 的圆，只有 L = 0 时才收敛，速度为 1/t。',
  'With the fake label a = 0 every state with φ = 0 is at rest, so θ stops wherever it happens to be: training ends, and nothing was learnt.':
    '假样本标签 a = 0 时，φ = 0 的状态全都静止，θ 走到哪里就停在哪里：训练结束，却什么也没学到。',
  'With the fake label a = 0 every state with φ = 0 is at rest. Where L = 0, θ stops at one of them; elsewhere it creeps outwards, |θ|⁶ ≈ 6g²L²t. It never comes home.':
    '假样本标签 a = 0 时，φ = 0 的状态全都静止。L = 0 时 θ 停在其中某处；否则缓慢向外移动，|θ|⁶ ≈ 6g²L²t。它永远回不到 0。',
  'With the target g = 0 the equilibrium does not attract to first order; beyond it θ comes home, but only as 1/√t.':
    '目标 g = 0 时，均衡点在一阶近似下没有吸引力；计入高阶项后 θ 会回到 0，但只有 1/√t 的速度。',
  'With the target g = 0 θ comes home and φ does not: it stops away from 0, or where L ≠ 0 grows for ever.':
    '目标 g = 0 时 θ 能回到 0，φ 却不能：它停在 0 以外，或者在 L ≠ 0 时无限增大。',
  'With a and g of the same sign the equilibrium is a saddle: almost every start leaves it.':
    'a 与 g 同号时均衡点是鞍点：几乎所有初值都会离开它。',
  'L2 turns the centre into a sink.': 'L2 正则使中心变为稳定点。',
  'A centre to first order that creeps to 0 beyond it, as slowly as 1/√t.':
    '一阶近似下是中心；计入高阶项后缓慢趋于 0，慢如 1/√t。',
  'A centre to first order; beyond it the orbit creeps towards the circle fixed by L, never to 0 unless L = 0.':
    '一阶近似下是中心；计入高阶项后轨道缓慢趋于由 L 决定的圆，除非 L = 0，否则到不了 0。',
  'Exactly the bilinear game: every orbit closes after 2π.':
    '恰好是双线性博弈：每条轨道都以 2π 为周期闭合。',
  'Zero-sum: E and L are conserved and orbits are closed, but for those that meet u = −2: there both players’ gradients vanish and training stops short.':
    '零和博弈：E 与 L 守恒，轨道闭合；但碰到 u = −2 的轨道除外：那里双方的梯度都消失，训练就此停住。',
  'Zero-sum: E and L are both conserved, so every orbit is closed and neutral, whatever the divergence.':
    '零和博弈：E 与 L 都守恒，所以无论用哪种散度，每条轨道都闭合、中性稳定。',
  'Near the equilibrium it is the bilinear game, so L2 makes it a sink.':
    '均衡点附近就是双线性博弈，所以 L2 正则使它变为稳定点。',
  'Where u > −1 it is the bilinear game and circles; where u < −1 the discriminator is content and stands still while θ drifts.':
    'u > −1 处是双线性博弈，会转圈；u < −1 处判别器已经满足而不动，θ 则一直漂移。',
  'Without a penalty this is the bilinear game.': '没有惩罚项时就是双线性博弈。',
  'The penalty damps linearly near the equilibrium: every start converges exponentially.':
    '惩罚项在均衡点附近提供线性阻尼：任何初值都指数收敛。',
  'Every start converges, but the penalty fades as |φ|ᵖ near the equilibrium, so the decay is algebraic: the closer, the slower.':
    '任何初值都收敛，但惩罚项在均衡点附近按 |φ|ᵖ 消失，所以只是幂律衰减：越近越慢。',
  'Inside the box it is the bilinear game with damping: L2 makes it a sink.':
    '在裁剪范围之内是带阻尼的双线性博弈：L2 正则使它变为稳定点。',
  'Inside the box it is the bilinear game; the walls take energy until the orbit fits inside, and there it circles for ever.':
    '在裁剪范围之内是双线性博弈；边界不断消耗能量，直到轨道完全落在范围之内，从此永远转圈。',
  'The flow:': '就连续流而言：',
  'Radii, periods and critical values are those of equal learning rates.':
    '以上半径、周期和临界值都针对双方学习率相等的情形。',
  'Noise keeps every state moving.': '噪声使每个状态都不会停下。',
};
