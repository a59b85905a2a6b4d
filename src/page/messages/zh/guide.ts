import type { guide as initial } from '../en/guide.ts';
import type { guide as later } from '../en/later/guide.ts';

export const guide: Readonly<Record<keyof typeof initial | keyof typeof later, string>> = {
  'guide.name': '导览',
  'guide.doc': '用十一步讲完文章的思路及其延伸',
  'guide.place': '{step} / {of}',
  'guide.article': '苏剑林的文章',
  'guide.previous': '上一步（←）',
  'guide.next': '下一步（→）',
  'guide.close': '关闭导览（Esc）',
  'guide.start': '开始导览',
  'guide.intro.name': '简介',
  'guide.intro.doc': '一张图说明这里展示什么',
  'guide.intro.title': '多数 GAN 只是绕着解打转，一个小改动就能让训练收敛。',
  'guide.intro.dirac':
    '最小的 GAN 是 Dirac GAN：真实数据是位于 0 的一个点，生成器的假样本是一个点 θ，判别器是斜率为 φ 的直线 D(x) = φ·x，用来区分二者；训练就是 φ 与 θ 一起运动。',
  'guide.intro.why':
    'θ 停在 0 时训练成功：假样本与真实数据重合。若 θ 只是绕圈，训练再久也不会稳定下来，何时停止就决定了得到什么。初值图按训练结果给每个初值着色，由此可见各个吸引域。',
  'guide.intro.tiles':
    '这里 φ 与 θ 各有两个坐标：每个点是 θ 平面上的一次训练，同时出发；中央的点是真实数据。WGAN-GP 的惩罚把斜率 |φ| 拉向 c：c = 0 时（与判别器上的 L2 或 R1 作用相同）它使 φ 受到阻尼，权重 λ 越大阻尼越强。这就是那个改动。点击图片即可打开。',
  'guide.intro.circles': '一直绕圈',
  'guide.intro.converges': '收敛',
  'guide.intro.explore': '自己探索',
  'guide.intro.drawing': '数轴上真实点位于 0，假样本 θ 在判别器斜率 φ 的作用下运动',
  'guide.intro.real': '真：0',
  'guide.intro.fake': '假：θ',
  'guide.intro.slope': '判别器：斜率 φ',
  'guide.onward.title': '接下来：',
  'guide.onward.gallery': '并排看所有模型',
  'guide.onward.steps': '学习率很大时会怎样',
  'guide.onward.own': '两个吸引域，自己拖动滑块',
  'guide.steps.setting.title': '两个玩家，四个数',
  'guide.steps.setting.text':
    '真实数据是位于 0 的一个点，生成器的样本是 θ，判别器是 φ·x：训练就是 φ 与 θ 如何运动。初值图上每一点是一个初值，蓝与橙表示 θ 由此出发的绕行方向；粒子流中每个粒子是一次训练，带着自己初值的颜色。',
  'guide.steps.nsGan.title': '原始 GAN 在绕圈',
  'guide.steps.nsGan.text':
    '在均衡点附近没有什么把它往里拉：线性近似下 θ 永远绕圈，正如苏剑林的文章所说。计入高阶项后它会缓慢移动，但不是趋于 0，而是趋于半径为 √|L| 的圆，其中 L = φ₁θ₂ − φ₂θ₁ 守恒：初值图显示各初值的轨道有多大。',
  'guide.steps.wgan.title': '单位范数的 WGAN 也绕圈',
  'guide.steps.wgan.text':
    '判别器的范数固定为 1，损失就管不到 |φ|，只能使 φ 转动。于是 θ 绕着均衡点绕圈，永远到不了。',
  'guide.steps.penalty1.title': '惩罚以 1 为中心：还是圆',
  'guide.steps.penalty1.text':
    'WGAN-GP 要求 |φ| = 1，可是在均衡点处 φ 必须为 0。于是 L ≠ 0 的初值最终都趋于圆 |θ| = |φ| = 1，转向由 L 的符号决定，即图中的两种颜色。',
  'guide.steps.penalty0.title': '惩罚以 0 为中心：收敛了',
  'guide.steps.penalty0.text':
    '取 c = 0，惩罚项成为 φ 的阻尼，系统是线性的，特征值为 −λ ± √(λ²−1)。任何初值都收敛，所以整张图只有一个标签；λ = 1 时最快：请拖动滑块试试。',
  'guide.steps.ganQp.title': 'GAN-QP 同样绕圈',
  'guide.steps.ganQp.text':
    '二次项消耗能量，却不改变 L。于是任何初值最终都趋于半径为 √|L| 的圆，只有 L = 0 时才能到达均衡点。',
  'guide.steps.l2.title': '判别器加 L2 正则即可收敛',
  'guide.steps.l2.text':
    '−μφ 这一项使 L 也衰减，GAN-QP 就收敛了。在 Dirac GAN 中，它与以 0 为中心的梯度惩罚是同一项。',
  'guide.steps.ema.title': '或者取平均：EMA 找到圆心',
  'guide.steps.ema.text':
    '权重仍在绕圈，但如果滑动平均的记忆远长于一圈、又远短于总时长，它就靠近圆心。初值图显示的是滑动平均离 0 有多远。',
  'guide.steps.planes.title': '哪些设置收敛：参数平面',
  'guide.steps.planes.text':
    '坐标轴也可以是参数：每个像素都从同一初值出发，用各自的 L2 与生成器学习率训练，颜色表示收敛快慢。线是理论给出的线性化临界阻尼，十字标出右侧粒子流所用的参数：请拖动它。',
  'guide.steps.ensembles.title': '从多少初值收敛',
  'guide.steps.ensembles.text':
    'R3GAN 同时更新，坐标为 L2（μ = 2γ）与学习率：每个像素背后有 16 个初值，颜色是其中收敛的比例。除理论曲线附近外，比例不是 1 就是 0；而理论是局部的：μ = 1 附近它直到学习率 4 都称稳定，可超过 3 就没有初值收敛。',
  'guide.steps.diagrams.title': '如何失去收敛：分岔图',
  'guide.steps.diagrams.text':
    '横轴是交替更新的学习率，纵轴是训练在最后四分之一时间里所到之处。学习率超过 2 后逃出的初值越来越多，下方的比例即是；而线性化直到 4 都稳定。',
};
