/** Parameters: symbols that are words, options, units and one-line docs. */
export const parameters: Readonly<Record<string, string>> = {
  'L2 on D, μ': 'D 的 L2，μ',
  'rate D': '学习率 D',
  'rate G': '学习率 G',
  'noise σ': '噪声 σ',
  seed: '随机种子',
  rates: '学习率',
  'horizon T': '时长 T',
  'step h': '步长 h',
  'longest step h': '最大步长 h',
  'learning rate h': '学习率 h',
  'D-steps': 'D 步数',
  first: '先手',
  'momentum β': '动量 β',
  alternating: '交替更新',
  divergence: '散度',
  'non-saturating': '非饱和',
  clip: '裁剪',
  measure: '指标',
  palette: '配色',
  resolution: '分辨率',
  particles: '粒子数',
  trail: '拖尾',
  speed: '速度',
  colour: '着色',
  theme: '主题',
  'plot 1': '曲线图 1',
  'plot 2': '曲线图 2',
  'plot 1 logarithmic': '曲线图 1 取对数',
  'plot 2 logarithmic': '曲线图 2 取对数',

  discriminator: '判别器',
  generator: '生成器',
  auto: '自动',
  dark: '深色',
  light: '浅色',
  diverging: '发散型',
  cyclic: '循环型',
  time: '时间',
  px: '像素',
  hellinger: 'Hellinger',
  pearson: 'Pearson',
  'reverse-kl': '反向 KL',
  kl: 'KL',
  js: 'JS',

  'adds μ|φ|²/2 to the discriminator’s loss; for the Dirac GAN the R1 and R2 penalties and the zero-centred gradient penalty are this same term (γ = μ)':
    '在判别器的损失中加上 μ|φ|²/2；对 Dirac GAN 而言，R1、R2 惩罚和以 0 为中心的梯度惩罚都是这一项（γ = μ）',
  'learning rate of the discriminator relative to the step (TTUR); multiplies φ′, L2 included':
    '判别器相对于步长的学习率（TTUR）；乘在 φ′ 上，包括 L2 项',
  'learning rate of the generator relative to the step (TTUR); multiplies θ′':
    '生成器相对于步长的学习率（TTUR）；乘在 θ′ 上',
  'weight averaging: m ← βm + (1−β)s after each step, m = s at t = 0; its time constant is about h/(1−β); 0 switches it off':
    '权重滑动平均：每步之后 m ← βm + (1−β)s，t = 0 时 m = s；时间常数约为 h/(1−β)；取 0 即关闭',
  'random gradients: adds σ√h times a normal draw to each component after each step, the SDE ds = v dt + σ dW':
    '随机梯度：每步之后给每个分量加上 σ√h 乘以正态随机数，即随机微分方程 ds = v dt + σ dW',
  'chooses the noise; the same seed and start give the same draws in every engine':
    '决定噪声；相同的种子和初值在任何引擎中都给出相同的随机数',
  'how long every start is followed; measures are taken at T':
    '每个初值演化多长时间；指标在 T 时刻计算',
  'distance of θ from 0 that counts as settled and converged': 'θ 离 0 多近算作到达并收敛',
  'length of one step in time': '每一步的时间长度',
  'longest step in time; substeps are shorter where the error estimate asks for it':
    '最大的时间步长；误差估计要求时会用更短的子步',
  'error allowed in a substep relative to the size of the state; below 1e-6 float32 rounds more than that':
    '每个子步允许的相对误差；小于 1e-6 时 float32 的舍入误差更大',
  'error allowed in a substep whatever the size of the state':
    '每个子步允许的绝对误差，与状态大小无关',
  'learning rate of both players, multiplied by rate D and rate G; time is the number of steps times this':
    '双方共同的学习率，再乘以学习率 D 和学习率 G；时间等于步数乘以它',
  'updates of the discriminator for one of the generator': '生成器每更新一次，判别器更新几次',
  'the player that moves first in each step': '每一步中先更新的一方',
  'share of the last move in the next; negative: against it':
    '上一步的移动有多少带入下一步；负值表示反向',
  'the generator moves after the discriminator and sees its move':
    '生成器在判别器之后更新，并看到其更新后的值',
  'memory of the discriminator’s gradients': '判别器对梯度的记忆',
  'memory of the discriminator’s squared gradients': '判别器对梯度平方的记忆',
  'memory of the generator’s gradients': '生成器对梯度的记忆',
  'memory of the generator’s squared gradients': '生成器对梯度平方的记忆',
  'added to the root of the mean squared gradient; where it is much larger than that, Adam is momentum':
    '加在梯度均方根上的数；远大于均方根时，Adam 就退化为动量法',
  'strength of the gradient penalty': '梯度惩罚的强度',
  'gradient norm the penalty asks for: 1 the original, 0 zero-centred':
    '惩罚项要求的梯度范数：1 为原版，0 为以 0 为中心',
  'width of the quadratic potential': '二次势的宽度',
  'label of the fake sample': '假样本的标签',
  'what the generator wants the discriminator to say': '生成器希望判别器给出的输出',
  'the f-divergence that the discriminator estimates': '判别器所估计的 f-散度',
  'the generator maximises the activation instead of the conjugate':
    '生成器最大化激活函数，而非共轭函数',
  'power of the gradient norm in the penalty': '惩罚项中梯度范数的幂次',
  'bound on each component of φ': 'φ 每个分量的上界',
  'the number or label that the map shows for each start': '初值图对每个初值显示的数值或结局',
  'colours of the map; auto chooses by what the measure means':
    '初值图的配色；自动则按指标的含义选择',
  'starts along each side of the map': '初值图每边的初值个数',
  'how many states move in the flow view': '粒子流中有多少个状态在运动',
  'share of the light that stays from one frame to the next': '每一帧的光有多少留到下一帧',
  'steps a frame that the flow view takes, at 60 frames a second':
    '按每秒 60 帧计，粒子流每帧前进的步数',
  'what colours a particle: its own start on the map, its speed, |θ|, the angle of θ, or its age':
    '粒子按什么着色：初值图上自己的起点、速度、|θ|、θ 的角度或已历时间',
  'dark or light page; auto follows the system': '页面的深浅；自动则跟随系统',
  'what is plotted over time for each start': '对每个初值画出哪个量随时间的变化',
  'a logarithmic axis, for quantities that have one sign': '对数坐标，用于不变号的量',
};
