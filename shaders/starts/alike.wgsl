// All starts have the same parameters.

fn loadParametersOf(start: u32) {
  loadParameters();
}

fn loadLanes(first: u32, last: u32) {}

fn useLane(which: u32) {}
