/** Presets: titles and what to look at. */
export const presets: Readonly<Record<string, string>> = {
  'preset.article-ns-gan.text': '非饱和 GAN 绕着均衡点绕圈。',
  'preset.article-wgan.text': '判别器取单位范数，同样绕圈。',
  'preset.article-wgan-gp-0.title': 'WGAN-GP，c = 0',
  'preset.article-wgan-gp-0.text': '以 0 为中心的惩罚使训练收敛。',
  'preset.article-wgan-gp-1.title': 'WGAN-GP，c = 1',
  'preset.article-wgan-gp-1.text': '原版惩罚最终趋于半径为 1 的圆。',
  'preset.article-gan-qp.text': '二次势也绕圈。',
  'preset.article-gan-qp-l2.title': 'GAN-QP 加 L2',
  'preset.article-gan-qp-l2.text': '给判别器加 L2 正则即可收敛。',
  'preset.article-ema.title': 'GAN-QP 加 EMA',
  'preset.article-ema.text': '权重在绕圈，而它们的滑动平均找到了圆心。',
  'preset.gan-qp-radius.title': 'GAN-QP：最终去向',
  'preset.gan-qp-radius.text': '最终半径为 √|L|，由初值决定；只有直线 L = 0 能到达均衡点。',
  'preset.two-basins.title': 'WGAN-GP：两个吸引域',
  'preset.two-basins.text': '每个初值最终都趋于圆 |θ| = 1，转向由 L 的符号决定。',
  'preset.ns-gan-rate.title': 'GAN 的增长率',
  'preset.ns-gan-rate.text': '没有正则时，几乎所有初值都只是极缓慢地衰减。',
  'preset.ns-gan-l2-rate.title': 'GAN 加 L2 的增长率',
  'preset.ns-gan-l2-rate.text': '同一切片，L2 为 0.25：每个初值都在衰减。',
  'preset.lsgan-labels.title': '0/1 标签的 LSGAN',
  'preset.lsgan-labels.text':
    '假样本标签为 0 时 φ = 0 处处静止。L = 0 的初值停在那里；其余初值的 θ 以 t^(1/6) 永远增长。',
  'preset.altgd-islands.title': 'AltGD：缓慢逃逸的星形',
  'preset.altgd-islands.text':
    '连续流从任何初值出发都永远绕圈。学习率为 2 时一步是六分之一圈，交替更新只在均衡点附近如此：周围星形区域内的轨道会缓慢逃逸，终止于梯度消失之处。',
  'preset.altgd-escape.title': 'AltGD：逃逸时间',
  'preset.altgd-escape.text':
    '同一幅图，颜色为初值最终静止下来的时间：此时它已逃出，梯度消失。岛上的初值永不静止。',
  'preset.altgd-chaos.title': 'AltGD：混沌',
  'preset.altgd-chaos.text':
    '同一幅图在该时长内的李雅普诺夫指数：暗处相邻初值始终相伴，亮处则在逃出之前彼此分离。这是暂态混沌：指数随 1/T 下降。',
  'preset.simgd-chaos.title': 'SimGD 下的 GAN-QP：持续的混沌',
  'preset.simgd-chaos.text':
    '一维情形，连续流回到均衡点。学习率为 1 时，同时更新最终落在一个混沌吸引子上，其李雅普诺夫指数约为 0.05，不随时间范围下降；它周围的起点发散。',
  'preset.simgd-diverges.title': 'SimGD：发散',
  'preset.simgd-diverges.text': '连续流绕圈而 E 守恒；同时更新无论步子多小，每一步都使 E 增大。',
  'preset.extragradient-converges.title': '外梯度法：收敛到原点',
  'preset.extragradient-converges.text':
    '在双线性博弈（即不归一化的 WGAN）上，前瞻使每条轨道每步收缩到 √(1−h²+h⁴) 倍。',
  'preset.omd-converges.title': 'OMD：收敛到原点',
  'preset.omd-converges.text': '同一博弈改用乐观梯度：以上一步的梯度代替前瞻，同样有效。',
  'preset.negative-momentum.title': '负动量',
  'preset.negative-momentum.text':
    '交替更新保持轨道；加上 −0.5 的反向动量即可收敛，正动量则使其向外。',
  'preset.adam.text':
    '无论梯度多大，每步约为 h。图中是与连续流的距离之差：蓝色处 Adam 离 0 更近，橙色处更远。',
  'preset.parameters-ns-gan.title': 'GAN：L2 与学习率',
  'preset.parameters-ns-gan.text':
    'L2 与生成器学习率的每种组合收敛多快：沿临界阻尼线 μ = √(G 学习率 : D 学习率) 最快。',
  'preset.parameters-wgan-gp.title': 'WGAN-GP：λ 与 c',
  'preset.parameters-wgan-gp.text':
    '只有 c = 0 收敛；其他 c 都终止于以 c 为半径的圆，λ 小时来得慢。',
  'preset.parameters-altgd.title': 'AltGD：学习率与 L2',
  'preset.parameters-altgd.text':
    '有了 L2，交替更新在学习率不太大时收敛，直到单步映射的某个特征值达到 −1；越过这条线都不收敛。',
  'preset.parameters-momentum.title': '动量：β 与学习率',
  'preset.parameters-momentum.text':
    '在双线性博弈上，交替更新只有 β 为负时收敛，学习率不超过 2(1+β)。',
  'preset.parameters-momentum-simultaneous.title': '动量：双方同时更新',
  'preset.parameters-momentum-simultaneous.text':
    '同一博弈，双方同时更新：无论 β 和学习率取何值都不收敛；β 为负只能使发散变慢。',
  'preset.parameters-r3gan.title': 'R3GAN：惩罚与学习率',
  'preset.parameters-r3gan.text':
    'R1 与 R2 权重各为 γ，在此等同于 μ = 2γ 的 L2。同时更新在学习率不超过约 4μ 时收敛；越过临界阻尼 γ = 1/2 后，直到单步映射的某个特征值达到 −1。',
  'preset.parameters-r3gan-starts.title': 'R3GAN：多个初值',
  'preset.parameters-r3gan-starts.text':
    '16 个初值中收敛的比例：除理论曲线附近外，不是全部收敛就是全不收敛。理论是局部的：μ = 2γ = 1 附近它直到学习率 4 都称稳定，而学习率超过 3 后没有一个初值收敛。',
  'preset.parameters-adam.title': 'Adam：学习率与 G 的 β₁',
  'preset.parameters-adam.text':
    'Adam 最后的摆幅：它的步长不随梯度变小，因此在均衡点没有雅可比矩阵，也就没有理论曲线。',
  'preset.diagram-altgd.title': 'AltGD：轨道随学习率的变化',
  'preset.diagram-altgd.text':
    '每个学习率下交替更新最终落在何处：绕着均衡点；但从 2 起越来越多的初值逃出，远不到 4 就已全部逃出，而线性化要到 4 才失稳。',
  'preset.diagram-wgan-gp.title': 'WGAN-GP 加 L2：圆随 λ 的变化',
  'preset.diagram-wgan-gp.text':
    '每个初值最终都趋于一个圆，λ 小时来得慢。惩罚使其半径为 c，L2 把它拉到 2λc : (2λ + μ)。',
  'preset.game-bilinear.title': '双线性博弈',
  'preset.game-bilinear.text': '同时更新螺旋向外，外梯度螺旋向内，连续流绕圈。',
  'preset.game-forsaken.text':
    '一个排斥环把初值分成两类：一类到达 (0.08, 0.41) 附近的均衡点，另一类终止于环绕它的吸引环。',
  'preset.game-almost-bilinear.title': '近双线性博弈',
  'preset.game-almost-bilinear.text':
    '均衡点是排斥的；连续流从其他任何初值出发都终止于一个环，ε 小时其半径为 √(4/3)。',
  'preset.game-polar.title': '极坐标博弈，a = 0.5',
  'preset.game-polar.text':
    '半径 ¾ 处是排斥环：从其内部出发，连续流趋于 0；从外部出发，趋于半径为 1 的环。步长 0.1 的外梯度从两侧都能回到 0。',
  'preset.game-polar-1.title': '极坐标博弈，a = 1',
  'preset.game-polar-1.text':
    '连续流的环与 a = ½ 时相同，但束缚更强：步长 0.1 的交替更新留在半径 1 附近，外梯度仍能回到 0。',
  'preset.game-polar-1.5.title': '极坐标博弈，a = 1.5',
  'preset.game-polar-1.5.text': '此时步长 0.1 的外梯度也被困住，停在半径 0.94 的环上。',
  'preset.game-cubic.title': '三次博弈',
  'preset.game-cubic.text':
    '有两个均衡点 x = 0 与 x = −k，都是连续流的中心；k = 0 时二者重合并退化。',
  'preset.game-sn-gan.text': '连续流保持 |φ| 不变，与 WGAN 相同，且在 0 处没有雅可比矩阵。',
  'preset.game-dragan.text': '惩罚项把 |φ| 推向 1：场在 0 处没有雅可比矩阵。',
  'preset.game-wgan-lp.text':
    '|φ| ≤ 1 的轨道就是双线性博弈的轨道，是闭合的；更宽的轨道收缩到如此为止。',
  'preset.game-r3gan.text': '收敛；γ = ½ 时最快，此时 0 处的特征值重合。',
  'preset.game-instance-noise.title': '加实例噪声的 GAN',
  'preset.game-instance-noise.text':
    '真假样本上的噪声使 GAN 收敛：在 0 附近速率为 σ²/4，直到 σ = √2，此时特征值重合。',
  'preset.game-market.title': '双寡头市场',
  'preset.game-market.text':
    '双方的损失都是强制的，而唯一的均衡点是两者的严格极大值：它是排斥的，训练终止于环绕它的环。',
  'preset.game-coercive.title': '强制零和博弈',
  'preset.game-coercive.text':
    '任何合理的更新规则都不能收敛：同时更新、交替更新、外梯度和乐观更新都终止于环，连续流也是如此。',
  'preset.game-ridge.title': '山脊博弈',
  'preset.game-ridge.text':
    '0 是局部极小极大点，y 沿山脊回应 x；但连续流和常用规则都被它排斥，终止于环绕它的环。',
  'preset.game-interaction.title': '两个四次函数的相互作用',
  'preset.game-interaction.text':
    '弱耦合（A = 1）时双方停在四个均衡点之一；A = 10 时这些均衡点消失，所有初值都终止于环。',
  'preset.game-hidden-bilinear.title': '隐双线性博弈',
  'preset.game-hidden-bilinear.text':
    '非凸非凹，但连续流的每条轨道都是闭合的：cosh x + cosh y 守恒。同时更新螺旋向外。',
};
