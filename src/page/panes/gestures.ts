/** Gestures of touch, mouse and wheel on a pane: zoom, pan and tap. */

/** Places are fractions of the square from its lower left; distances too. */
export interface GestureTarget {
  /** A drag or pinch begins; its moves are one gesture until it ends. */
  beginGesture(): void;
  /** The viewport moves, then gets `factor` times narrower around a place. */
  move(right: number, up: number, factor: number, x: number, y: number): void;
  endGesture(): void;
  tap(x: number, y: number): void;
  /** The second tap at a place; `tap` was called for the first one. */
  doubleTap(): void;
}

/** A pointer that moves less is not meant to move, in CSS pixels. */
const SLACK = 4;

/** Two taps within this time and distance are a double one, in milliseconds and CSS pixels. */
const DOUBLE = { time: 350, distance: 24 };

/** A wheel's step of 100 pixels zooms by a fifth; pinching a trackpad sends steps of a few. */
const WHEEL = { wheel: 0.0018, pinch: 0.01 };

/** No turn of a wheel zooms by more. */
const MAX_ZOOM = 2;

/** Pixels that a wheel means by a line and by a page (`deltaMode`). */
const WHEEL_UNITS = [1, 16, 400];

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Taps and drags that begin on a button inside the square are the button's own. A finger on one with
 * `data-pinch` pinches together with a second finger.
 */
export function bindGestures(
  square: HTMLElement,
  target: GestureTarget,
  signal: AbortSignal,
): void {
  const pointers = new Map<number, Place>();
  /** Fingers on buttons, which pinch where a second one comes. */
  const onButtons = new Map<number, Place>();
  const taps = tapsOf(square, target);
  let begin: Place | undefined;
  let dragging = false;

  const startDrag = (id: number) => {
    if (dragging) return;
    dragging = true;
    square.setPointerCapture(id);
    target.beginGesture();
    square.classList.add('dragging');
  };
  const finish = () => {
    if (dragging) target.endGesture();
    dragging = false;
    square.classList.remove('dragging');
  };
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const place = placeOf(event);
    if (isOnButton(event)) {
      // The second tap of a double one falls on what the first one put there.
      const pinches = isOnPinchable(event) && pointers.size + onButtons.size === 1;
      if (!pinches && !taps.isSecond(place, event.timeStamp)) {
        if (isOnPinchable(event)) onButtons.set(event.pointerId, place);
        return;
      }
      event.stopPropagation();
    }
    pointers.set(event.pointerId, place);
    for (const [id, held] of onButtons) {
      // Taken from the button, which is not moved any more.
      square.setPointerCapture(id);
      pointers.set(id, held);
    }
    onButtons.clear();
    begin = pointers.size === 1 ? place : undefined;
    if (pointers.size === 2) startDrag(event.pointerId);
  };
  const release = (event: PointerEvent, cancelled: boolean) => {
    onButtons.delete(event.pointerId);
    if (!pointers.delete(event.pointerId)) return;
    if (pointers.size > 0) return;
    if (!dragging && begin && !cancelled) taps.tap(placeOf(event), event.timeStamp);
    begin = undefined;
    finish();
  };
  square.addEventListener('pointerdown', press, { capture: true, signal });
  const move = (event: PointerEvent) => {
    if (onButtons.has(event.pointerId)) onButtons.set(event.pointerId, placeOf(event));
    if (!pointers.has(event.pointerId)) return;
    if (event.buttons === 0) {
      // The pointer was released outside of the page.
      release(event, true);
      return;
    }
    const before = [...pointers.values()];
    const place = placeOf(event);
    if (!dragging) {
      // A finger that scrolls the page does not pan.
      const scrolls =
        event.pointerType === 'touch' && getComputedStyle(square).touchAction !== 'none';
      if (!begin || distance(begin, place) <= SLACK || scrolls) return;
      startDrag(event.pointerId);
    }
    pointers.set(event.pointerId, place);
    const after = [...pointers.values()];
    // After one of two fingers is lifted the other one pans.
    const [from, to] = [before, after].map((places) => fractionOf(square, centreOf(places))) as [
      Place,
      Place,
    ];
    const factor = Math.max(1, spreadOf(after)) / Math.max(1, spreadOf(before));
    target.move(from.x - to.x, from.y - to.y, factor, to.x, to.y);
  };
  square.addEventListener('pointermove', move, { signal });
  square.addEventListener('pointerup', (event) => release(event, false), { signal });
  square.addEventListener('pointercancel', (event) => release(event, true), { signal });
  bindWheel(square, target, signal);
}

/** Parts taps from double taps. */
function tapsOf(square: HTMLElement, target: GestureTarget) {
  let last: (Place & { readonly time: number }) | undefined;
  const isSecond = (place: Place, time: number) =>
    last !== undefined && time - last.time < DOUBLE.time && distance(last, place) < DOUBLE.distance;
  return {
    isSecond,
    tap(place: Place, time: number) {
      const second = isSecond(place, time);
      last = second ? undefined : { ...place, time };
      const { x, y } = fractionOf(square, place);
      if (second) target.doubleTap();
      else target.tap(x, y);
    },
  };
}

/** Zooms by wheel and trackpad, and keeps the browser from zooming the page instead. */
function bindWheel(square: HTMLElement, target: GestureTarget, signal: AbortSignal): void {
  const options = { passive: false, signal };
  const onTouch = (event: TouchEvent) => {
    // Two fingers pinch even where one finger scrolls the page.
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const { x, y } = fractionOf(square, placeOf(event));
    const speed = event.ctrlKey ? WHEEL.pinch : WHEEL.wheel;
    const turned = event.deltaY * WHEEL_UNITS[event.deltaMode]!;
    const factor = Math.exp(-speed * turned);
    target.move(0, 0, Math.min(MAX_ZOOM, Math.max(1 / MAX_ZOOM, factor)), x, y);
  };
  square.addEventListener('touchmove', onTouch, options);
  square.addEventListener('wheel', onWheel, options);
}

/** A place of the page in fractions of the square from its lower left. */
function fractionOf(square: HTMLElement, { x, y }: Place): Place {
  const box = square.getBoundingClientRect();
  return { x: (x - box.left) / box.width, y: (box.bottom - y) / box.height };
}

function placeOf({ clientX, clientY }: MouseEvent): Place {
  return { x: clientX, y: clientY };
}

function isOnButton({ target }: Event): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

/** A finger on a button that lets two of them pinch. */
function isOnPinchable({ target, pointerType }: PointerEvent): boolean {
  return (
    pointerType === 'touch' &&
    target instanceof Element &&
    target.closest('button[data-pinch]') !== null
  );
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function centreOf(places: readonly Place[]): Place {
  const sum = (of: (place: Place) => number) =>
    places.reduce((total, place) => total + of(place), 0);
  return { x: sum(({ x }) => x) / places.length, y: sum(({ y }) => y) / places.length };
}

function spreadOf([a, b]: readonly Place[]): number {
  return a && b ? distance(a, b) : 1;
}
