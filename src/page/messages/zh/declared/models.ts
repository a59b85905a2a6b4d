/** Models: titles, sources, and sentences of theory. */
export const models: Readonly<Record<string, string>> = {
  'model.custom.title': '自定义博弈',
  'model.custom.theory.noEquilibrium': '目标不是均衡点：场在该处不为零。可另选目标。',
  'model.custom.theory.singular':
    '目标处场没有雅可比矩阵：在某一侧或某个方向上，场的变化与该处的导数不符。',
  'model.ns-gan.title': '非饱和 GAN',
  'model.ns-gan.source': 'Goodfellow 等 2014；Mescheder 等 2018',
  'model.ns-gan.theory.sink':
    'L2 正则使中心变为稳定点：特征值为 −μ/2 ± √(μ²−1)/2，μ = 1 时收敛最快。',
  'model.ns-gan.theory.creepsToCentre': '线性近似下是中心；非线性项使 θ 缓慢趋于 0，慢如 √(8/t)。',
  'model.ns-gan.theory.creepsToCircle':
    '线性近似下是中心；非线性项使 θ 缓慢趋于半径为 √|L| 的圆，除非 L = 0，否则到不了 0。文章中的图只描述最初几圈。',
  'model.saturating-gan.title': '饱和 GAN',
  'model.saturating-gan.source': 'Goodfellow 等 2014',
  'model.saturating-gan.theory.sink':
    'L2 正则使中心变为稳定点：特征值为 −μ/2 ± √(μ²−1)/2，μ = 1 时收敛最快。',
  'model.saturating-gan.theory.closed':
    '零和博弈：E 与 L 都守恒，所以每条轨道都闭合、严格周期、中性稳定。什么都不会收敛。',
  'model.wgan.title': 'WGAN（单位范数判别器）',
  'model.wgan.source': 'Arjovsky 等 2017；Miyato 等 2018',
  'model.wgan.theory.lineWithL2':
    '一维时 φ/|φ| 只是一个符号：L2 正则使 φ 缩小，而 θ 照样以单位速度远去。',
  'model.wgan.theory.line': '一维时 φ/|φ| 只是一个符号：φ 不动，θ 以单位速度远去。',
  'model.wgan.theory.shrinks':
    'L2 正则缩小 |φ|，而损失只能使 φ 转动；|φ| 越小，转得越快，方程的刚性也越强。',
  'model.wgan.theory.circles':
    '损失改变不了 |φ|，只能使 φ 转动：从 L ≠ 0 出发，θ 绕着均衡点绕圈，永远到不了。|φ| 很小时方程是刚性的。',
  'model.wgan.theory.singular':
    '在 φ = θ = 0 处向量场没有雅可比矩阵：拉动 θ 的方向 φ/|φ| 在那里有跳跃。',
  'model.wgan-gp.source': 'Gulrajani 等 2017；c = 0：Mescheder 等 2018',
  'model.wgan-gp.theory.bilinear': '没有惩罚项时就是双线性博弈：每条轨道都以 2π 为周期闭合。',
  'model.wgan-gp.theory.linearWithL2':
    '线性系统：特征值为 −κ ± √(κ²−1)，其中 κ = λ + μ/2。任何初值都收敛，κ = 1 时最快。',
  'model.wgan-gp.theory.linear': '线性系统：特征值为 −λ ± √(λ²−1)。任何初值都收敛，λ = 1 时最快。',
  'model.wgan-gp.theory.cycle': '一维时是张弛振荡：θ 永远来回摆动，不会停在 0。',
  'model.wgan-gp.theory.falseEquilibria': '一维时有虚假均衡点：φ → 0，而 θ 停在 ±2λc，并不在 0。',
  'model.wgan-gp.theory.smallerCircle':
    'L ≠ 0 的初值最终都趋于半径为 2λc/(2λ+μ) 的圆：L2 正则只能使圆缩小，不能使它消失。',
  'model.wgan-gp.theory.circle':
    'L ≠ 0 的初值最终都趋于圆 |θ| = |φ| = c，转向由 L 的符号决定：有两个吸引域，由有向圈数区分，但都不属于均衡点。',
  'model.wgan-gp.theory.singular':
    '在 φ = θ = 0 处向量场没有雅可比矩阵：惩罚项以大小为 2λc 的力把 |φ| 推向 c，而其方向 φ/|φ| 在那里有跳跃。',
  'model.gan-qp.source': '苏剑林 2018，arXiv:1811.07296',
  'model.gan-qp.theory.converges': '给判别器加上 L2 正则就收敛了：这正是文章给出的办法。',
  'model.gan-qp.theory.line': 'L = 0 时（一维即是如此）会收敛，但只有 1/t 的速度。',
  'model.gan-qp.theory.circle':
    'L 守恒而 E 下降：任何初值最终都趋于半径为 √|L| 的圆，只有 L = 0 时才收敛，速度为 1/t。',
  'model.lsgan.source': 'Mao 等 2017',
  'model.lsgan.theory.flat':
    '假样本标签 a = 0 时，φ = 0 的状态全都静止，θ 走到哪里就停在哪里：训练结束，却什么也没学到。',
  'model.lsgan.theory.flatCreeping':
    '假样本标签 a = 0 时，φ = 0 的状态全都静止。L = 0 时 θ 停在其中某处；否则缓慢向外移动，|θ|⁶ ≈ 6g²L²t。它永远回不到 0。',
  'model.lsgan.theory.targetZeroWithL2':
    '目标 g = 0 时，均衡点在线性近似下没有吸引力；计入非线性项后 θ 会回到 0，但只有 1/√t 的速度。',
  'model.lsgan.theory.targetZero':
    '目标 g = 0 时 θ 能回到 0，φ 却不能：它停在 0 以外，或者在 L ≠ 0 时无限增大。',
  'model.lsgan.theory.saddle': 'a 与 g 同号时均衡点是鞍点：几乎所有初值都会离开它。',
  'model.lsgan.theory.sink': 'L2 正则使中心变为稳定点。',
  'model.lsgan.theory.creepsToCentre': '线性近似下是中心；非线性项使 θ 缓慢趋于 0，慢如 1/√t。',
  'model.lsgan.theory.creepsToCircle':
    '线性近似下是中心；非线性项使 θ 轨道缓慢趋于由 L 决定的圆，除非 L = 0，否则到不了 0。',
  'model.f-gan.source': 'Nowozin 等 2016',
  'model.f-gan.theory.sink': 'L2 正则使中心变为稳定点。',
  'model.f-gan.theory.bilinear': '恰好是双线性博弈：每条轨道都以 2π 为周期闭合。',
  'model.f-gan.theory.closedUnlessFlat':
    '零和博弈：E 与 L 守恒，轨道闭合；但碰到 u = −2 的轨道除外：那里双方的梯度都消失，训练就此停住。',
  'model.f-gan.theory.closed':
    '零和博弈：E 与 L 都守恒，所以无论用哪种散度，每条轨道都闭合、中性稳定。',
  'model.f-gan.theory.creepsToCentre': '线性近似下是中心；非线性项使 θ 缓慢趋于 0，慢如 1/√t。',
  'model.f-gan.theory.creepsToCircle':
    '线性近似下是中心；非线性项使 θ 轨道缓慢趋于由 L 决定的圆，除非 L = 0，否则到不了 0。',
  'model.hinge-gan.title': 'Hinge GAN',
  'model.hinge-gan.source': 'Lim 与 Ye 2017',
  'model.hinge-gan.theory.sink': '均衡点附近就是双线性博弈，所以 L2 正则使它变为稳定点。',
  'model.hinge-gan.theory.drifts':
    'u > −1 处是双线性博弈，会绕圈；u < −1 处 Hinge 损失不起作用，判别器不动，θ 则一直漂移。',
  'model.wgan-div.source': 'Wu 等 2018',
  'model.wgan-div.theory.bilinear': '没有惩罚项时就是双线性博弈。',
  'model.wgan-div.theory.exponential': '惩罚项在均衡点附近提供线性阻尼：任何初值都指数收敛。',
  'model.wgan-div.theory.algebraic':
    '任何初值都收敛，但惩罚项在均衡点附近按 |φ|ᵖ 消失，所以只是幂律衰减：越近越慢。',
  'model.wgan-clip.title': 'WGAN（权重裁剪）',
  'model.wgan-clip.source': 'Arjovsky 等 2017',
  'model.wgan-clip.theory.sink': '在裁剪范围之内是带阻尼的双线性博弈：L2 正则使它变为稳定点。',
  'model.wgan-clip.theory.fits':
    '在裁剪范围之内是双线性博弈；边界不断消耗能量，直到轨道完全落在范围之内，从此永远绕圈。',
  'theory.line.none': '没有理论曲线：{reason}',
  'theory.curve.equilibrium': '均衡点',
  'theory.curve.circle': '圆',
  'theory.line.rate': '速率 {rate}',
  'theory.line.against': '与理论不符：{share}',
  'theory.line.fastestLocal': '局部理论最快处',
  'theory.line.fastestMeasured': '实测最快处',
  'theory.line.hopf': 'Hopf 分岔',
  'theory.line.real': '实特征值为 0',
  'theory.line.neimarkSacker': 'Neimark–Sacker 分岔',
  'theory.line.flip': '倍周期分岔',
  'theory.line.plusOne': '单步映射的特征值为 +1',
  'theory.line.critical': '临界阻尼',
  'theory.line.resonance3': '1:3 共振',
  'theory.line.resonance4': '1:4 共振',
  'phasePlane.nullcline': '{component}′ = 0',
  'phasePlane.stable': '稳定流形',
  'phasePlane.unstable': '不稳定流形',
  'theory.ofFlow': '就连续流而言：',
  'theory.unequalRates': '以上半径、周期和临界值都针对双方学习率相等的情形。',
  'theory.otherRateFlow': '双方学习率都取 {rate} 时，连续流只是快到 {rate} 倍。',
  'theory.otherRateRule': '双方学习率都取 {rate} 时，一步相当于步长 {rate} h。',
  'theory.hopping': '向量场在均衡点处不为 0：步长不变的更新不会停在那里。',
  'theory.noisy': '噪声使每个状态都不会停下。',
  'theory.corrected':
    '原向量场静止之处，修正后的向量场同样静止，但均衡点处的特征值不同。关于未修正模型的结论，尤其是远离均衡点处的结论，这里不再适用。',
};
