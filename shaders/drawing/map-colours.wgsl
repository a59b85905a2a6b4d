// The colours of a map's level, one for each start: made once when the results or the colours change,
// as several pixels of a picture, in several frames, show each of them.

@group(0) @binding(0) var<uniform> colours: ColourScale;
@group(0) @binding(1) var<storage, read> palette: array<vec4f>;
@group(0) @binding(2) var<storage, read> results: array<f32>;
// As many as the level has starts, row 0 that of the lowest y.
@group(0) @binding(3) var painted: texture_storage_2d<rgba8unorm, write>;

override WORKGROUP: u32 = 64u;

@compute @workgroup_size(WORKGROUP)
fn paint(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  let side = textureDimensions(painted).x;
  if (index >= side * side) {
    return;
  }
  let row = index * colours.width;
  let value = results[row + colours.column];
  let colour = colourOf(Shown(
    value,
    results[row + MEASURE_AMPLITUDE],
    results[row + MEASURE_SETTLE],
    results[row + MEASURE_EVIDENCE],
    results[row + codeOf(value)],
  ));
  textureStore(painted, vec2u(index % side, index / side), vec4f(colour, 1.0));
}
