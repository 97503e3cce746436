// Mouse, finger and pen on the canvas, told to Dear ImGui.
// Never a press from a drag: a finger presses when it is lifted where it came down, and scrolls when it moves. One that
// has rested before it moves is as a mouse whose button is down: it carries what can be carried.

import type { Pen } from './pen';

export interface PointerTarget {
    at(kind: number, x: number, y: number): void;
    gone(): void;
    button(button: number, down: boolean): void;
    scroll(x: number, y: number): void;
    /** Two fingers were spread to `by` times their distance, around this place. */
    pinch(x: number, y: number, by: number): void;
    wake(): void;
    /** Lets the app act inside the gesture's own event. */
    now(): void;
    /** The canvas was touched: mirror nodes lose the keyboard's focus. */
    touched(): void;
}

const slop = 10; // CSS pixels
const rest = 400; // ms
const kinds: Readonly<Record<string, number>> = { mouse: 0, touch: 1, pen: 2 };
// Dear ImGui numbers left, right, middle; the DOM left, middle, right.
const buttons = [0, 2, 1] as const;

/** What draws is the pen's (pen.ts), and comes to nobody else. */
export function listenToPointers(canvas: HTMLCanvasElement, pen: Pen, target: PointerTarget): void {
    const fingers = fingerScrolling(target);
    const pinch = pinching(target);
    canvas.addEventListener('pointerdown', (event) => {
        target.touched();
        const several = pinch.down(event);
        if (pen.down(event)) {
            canvas.setPointerCapture(event.pointerId);
            fingers.cancel();
            return;
        }
        // A second finger makes it no tap and no drag.
        if (several) fingers.cancel();
        if (event.pointerType === 'mouse') {
            canvas.setPointerCapture(event.pointerId);
            target.at(0, event.clientX, event.clientY);
            target.button(buttons[event.button as 0 | 1 | 2] ?? 0, true);
        } else if (event.isPrimary) {
            canvas.setPointerCapture(event.pointerId);
            fingers.down(event);
        }
        target.wake();
    });
    canvas.addEventListener('pointermove', (event) => {
        if (pen.move(event)) return pinch.note(event);
        if (event.pointerType === 'mouse') target.at(0, event.clientX, event.clientY);
        else if (!pinch.move(event) && event.isPrimary) fingers.move(event);
        target.wake();
    });
    canvas.addEventListener('pointerup', (event) => {
        pinch.up(event);
        if (pen.up(event)) return;
        if (event.pointerType === 'mouse') {
            target.at(0, event.clientX, event.clientY);
            target.button(buttons[event.button as 0 | 1 | 2] ?? 0, false);
            target.now();
        } else if (event.isPrimary) {
            fingers.up(event);
        } else {
            target.wake();
        }
    });
    canvas.addEventListener('pointercancel', (event) => {
        pinch.up(event);
        if (pen.cancel(event)) return;
        fingers.cancel();
        target.gone(); // what is let go of nowhere is put down nowhere
        target.button(0, false);
        target.wake();
    });
    canvas.addEventListener('pointerleave', (event) => {
        if (event.pointerType !== 'mouse') return;
        target.gone();
        target.wake();
    });
    canvas.addEventListener(
        'wheel',
        (event) => {
            event.preventDefault();
            const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
            target.at(0, event.clientX, event.clientY);
            target.scroll(event.deltaX * lines, event.deltaY * lines);
            target.wake();
        },
        { passive: false },
    );
    // No mouse events made from touches: they would come when the next screen is there, and press into it.
    canvas.addEventListener('touchend', (event) => event.preventDefault(), { passive: false });
    // The field that is being typed in keeps the keyboard while marks are tapped beside it.
    canvas.addEventListener('mousedown', (event) => event.preventDefault());
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    for (const name of ['gesturestart', 'gesturechange']) {
        canvas.addEventListener(name, (event) => event.preventDefault());
    }
}

/** Two fingers: how far apart they are, and where the middle is between them. */
function pinching(target: PointerTarget) {
    const fingers = new Map<number, { x: number; y: number }>();
    const between = (): { x: number; y: number; apart: number } | undefined => {
        const [one, other] = fingers.values();
        if (!one || !other) return undefined;
        const apart = Math.hypot(one.x - other.x, one.y - other.y);
        return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, apart: Math.max(apart, 1) };
    };
    return {
        /** True if there are two now. */
        down(event: PointerEvent): boolean {
            if (event.pointerType === 'touch') fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
            return fingers.size > 1;
        },
        /** True if it was one of two. */
        move(event: PointerEvent): boolean {
            const before = between();
            if (!before || !fingers.has(event.pointerId)) return false;
            fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
            const now = between();
            if (!now) return false;
            target.at(1, now.x, now.y); // the first of them may have let go of what it held
            target.pinch(now.x, now.y, now.apart / before.apart);
            target.scroll(before.x - now.x, before.y - now.y);
            return true;
        },
        /** Where one of them is that is drawing: should it be one of two after all, it is known. */
        note(event: PointerEvent): void {
            if (fingers.has(event.pointerId)) fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
        },
        up(event: PointerEvent): void {
            fingers.delete(event.pointerId);
        },
    };
}

/** One finger or the pen: a tap presses, a drag scrolls and goes on by its own swing, a rest takes hold. */
function fingerScrolling(target: PointerTarget) {
    let start: PointerEvent | undefined;
    let began = 0; // ms, on the events' clock
    let last: PointerEvent | undefined;
    let dragging = false;
    let caught = false; // the finger came down on what was still rolling: it stops that, and presses nothing
    let swing = { x: 0, y: 0 }; // CSS pixels a millisecond
    let rolling = 0;
    let resting: ReturnType<typeof setTimeout> | undefined;
    let holding = false;

    const stop = (): void => {
        cancelAnimationFrame(rolling);
        rolling = 0;
    };

    const roll = (before: number): void => {
        rolling = requestAnimationFrame((now) => {
            const time = Math.min(now - before, 50);
            target.scroll(swing.x * time, swing.y * time);
            target.wake();
            const decay = 0.998 ** time;
            swing = { x: swing.x * decay, y: swing.y * decay };
            if (Math.hypot(swing.x, swing.y) > 0.02) roll(now);
            else finish();
        });
    };

    const finish = (): void => {
        stop();
        target.gone();
        target.wake();
    };

    const takeHold = (): void => {
        holding = true;
        target.button(0, true);
        target.wake();
    };

    const letGo = (): void => {
        holding = false;
        target.button(0, false);
    };

    return {
        down(event: PointerEvent): void {
            caught = rolling !== 0;
            this.cancel();
            start = event;
            began = event.timeStamp;
            last = event;
            dragging = false;
            swing = { x: 0, y: 0 };
            target.at(kinds[event.pointerType] ?? 1, event.clientX, event.clientY);
            if (!caught) resting = setTimeout(takeHold, rest);
        },
        move(event: PointerEvent): void {
            if (!start || !last) return;
            if (holding && event.timeStamp - began < rest) {
                // It did not rest: the page was busy while it moved, and heard of that too late.
                target.gone();
                letGo();
                target.at(kinds[event.pointerType] ?? 1, event.clientX, event.clientY);
            }
            if (holding) return target.at(kinds[event.pointerType] ?? 1, event.clientX, event.clientY);
            const way = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
            if (!dragging && way < slop) return;
            dragging = true;
            clearTimeout(resting);
            const x = last.clientX - event.clientX;
            const y = last.clientY - event.clientY;
            const time = Math.max(event.timeStamp - last.timeStamp, 1);
            swing = { x: 0.7 * swing.x + (0.3 * x) / time, y: 0.7 * swing.y + (0.3 * y) / time };
            last = event;
            target.scroll(x, y);
        },
        up(event: PointerEvent): void {
            if (!start || !last) return;
            const rested = event.timeStamp - last.timeStamp > 80;
            start = undefined;
            clearTimeout(resting);
            if (holding) {
                target.at(kinds[event.pointerType] ?? 1, event.clientX, event.clientY);
                letGo();
                target.gone();
                target.now();
            } else if (!dragging && caught) {
                finish();
            } else if (!dragging) {
                target.button(0, true);
                target.button(0, false);
                target.gone();
                target.now();
            } else if (rested || matchMedia('(prefers-reduced-motion: reduce)').matches) {
                finish();
            } else {
                roll(performance.now());
            }
        },
        cancel(): void {
            stop();
            clearTimeout(resting);
            start = undefined;
            if (!holding) return;
            target.gone();
            letGo();
        },
    };
}
