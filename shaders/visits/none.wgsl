// Nothing is counted of what a trajectory visits.

fn beginVisits(start: u32, given: AugmentedState) {}

fn visit(step: i32, state: AugmentedState, bounded: LaneI32) {}
