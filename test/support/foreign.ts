/** Latin words that Chinese readers of the field write as they are: names, methods, units, keys of links and files. */
const NAMES = new Set(
  [
    'GAN GANs WGAN WGAN-GP WGAN-div Hinge LSGAN f-GAN GAN-QP Dirac Ganfield QP GP R3GAN Forsaken SN-GAN DRAGAN WGAN-LP',
    'RK4 RK OMD SimGD AltGD Adam Dormand-Prince TTUR EMA L2 R1 R2 SDE',
    'Hopf Neimark-Sacker Neimark Sacker Hellinger Pearson KL JS viridis magma cividis Dirac logit',
    'GPU CPU WebGPU WebCodecs Worker Chrome Edge Firefox Safari HTML iframe CSV PNG SVG PDF BibTeX MP4 WebM JSON float32 float64 SwiftShader',
    'rtol atol clip true false Delete Enter PgUp PgDn Ctrl Shift Home End Esc English',
    'with edits bare ganfield theta1 game lossD lossG minMax field title source parameters',
    'default min doc target R3GAN',
    'JARE NK Balduzzi Nie Patel Nagarajan Kolter Jacobian',
    'Goodfellow Mescheder Arjovsky Miyato Gulrajani Mao Nowozin Lim Ye Wu arXiv ln cosh max dt ds dW ms pt dpi log',
  ].flatMap((line) => line.split(' ')),
);

/** The words of a text that are neither Chinese nor a name: at least two Latin letters in a row. */
export function foreignWords(text: string): readonly string[] {
  const found = text.match(/[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z]+)*/g) ?? [];
  return found.filter((word) => /[A-Za-z]{2}/.test(word) && !NAMES.has(word));
}
