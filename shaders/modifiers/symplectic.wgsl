// Symplectic gradient adjustment (Balduzzi 2018): symplectic A v, A = (J - J^T)/2.
fn symplecticOf(jacobian: mat4x4f, v: vec4f) -> vec4f {
  return 0.5 * parameters.symplectic * (jacobian * v - v * jacobian);
}
