// Consensus optimisation (Mescheder 2017): -consensus J^T v.
fn consensusOf(jacobian: mat4x4f, v: vec4f) -> vec4f {
  return -parameters.consensus * (v * jacobian);
}
