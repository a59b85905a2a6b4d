// The colours of a map's level, one for each start: made once when the results or the colours change,
// as several pixels of a picture, in several frames, show each of them.

@group(0) @binding(0) var<uniform> colours: ColourScale;
@group(0) @binding(1) var<storage, read> palette: array<vec4f>;
@group(0) @binding(2) var<storage, read> results: array<f32>;
// Packed, as many as the level has starts.
@group(0) @binding(3) var<storage, read_write> painted: array<u32>;

override WORKGROUP: u32 = 64u;

@compute @workgroup_size(WORKGROUP)
fn paint(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= arrayLength(&painted)) {
    return;
  }
  let row = index * MEASURE_COUNT;
  let colour = colourOf(Shown(
    results[row + colours.column],
    results[row + MEASURE_AMPLITUDE],
    results[row + MEASURE_SETTLE],
  ));
  painted[index] = pack4x8unorm(vec4f(colour, 1.0));
}
