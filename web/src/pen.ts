// A pen on a sheet: its points, as many as the browser has, and whose hand it is that touches the glass.
// Never a point left out: what the browser has put together into one event is taken apart again.
//
// Who draws. A pen does, always. Until one was seen on the sheet a single finger does too, and a mouse; from then on
// fingers scroll until the sheet is left. While a pen is down every touch is a palm, from its first contact to its last.
// A finger's line that is younger than `young` is dropped when a pen or another finger comes down; an older one stays,
// and the other finger does nothing. What the browser takes away was a palm if it was a finger: nothing of it stays. Of
// a pen all that was drawn does.
import type { Box } from './packet';

/** As PenPhase of platform/window.h. */
export const Phase = { down: 0, move: 1, up: 2, dropped: 3 } as const;
/** As PenEnd of platform/window.h. */
export const End = { tip: 0, eraser: 1 } as const;

export interface PenPoint {
    readonly x: number;
    readonly y: number;
    readonly pressure: number;
    readonly ms: number;
}

/** Each says whether the event was the pen's, or a palm's, and nobody else's. */
export interface Pen {
    /** What comes down within this box draws; nothing does if there is none. */
    takes(paper: Box | undefined): void;
    down(event: PointerEvent): boolean;
    move(event: PointerEvent): boolean;
    up(event: PointerEvent): boolean;
    cancel(event: PointerEvent): boolean;
}

interface Line {
    readonly pointer: number;
    readonly kind: string; // of the pointer
    readonly began: number; // ms
    readonly end: number;
    pressure: number; // the last
}

const young = 500; // ms
const eraserButton = 32; // of PointerEvent.buttons

export function penOn(tell: (points: readonly PenPoint[], phase: number, end: number) => void): Pen {
    let paper: Box | undefined;
    let penSeen = false;
    let line: Line | undefined;
    const palms = new Set<number>();

    const isOnPaper = ({ clientX: x, clientY: y }: PointerEvent): boolean =>
        paper !== undefined &&
        x >= paper.x &&
        x < paper.x + paper.width &&
        y >= paper.y &&
        y < paper.y + paper.height;
    /** A pen's own; half where none is measured, or what is told means nothing. */
    const pressureOf = (event: PointerEvent): number => (event.pointerType === 'pen' ? event.pressure : 0.5);
    const pointOf = (event: PointerEvent, pressure: number): PenPoint => ({
        x: event.clientX,
        y: event.clientY,
        pressure,
        ms: event.timeStamp,
    });
    const finish = (phase: number, points: readonly PenPoint[] = []): void => {
        if (!line) return;
        const { end } = line;
        line = undefined;
        tell(points, phase, end);
    };
    const isYoung = (event: PointerEvent): boolean =>
        line !== undefined && line.kind === 'touch' && event.timeStamp - line.began < young;
    const begin = (event: PointerEvent): true => {
        const end = (event.buttons & eraserButton) !== 0 ? End.eraser : End.tip;
        const pressure = pressureOf(event);
        line = { pointer: event.pointerId, kind: event.pointerType, began: event.timeStamp, end, pressure };
        tell([pointOf(event, pressure)], Phase.down, end);
        return true;
    };
    const mayBegin = (event: PointerEvent): boolean => {
        if (!isOnPaper(event)) return false;
        if (event.pointerType === 'pen') return true;
        if (event.pointerType === 'mouse') return event.button === 0;
        return !penSeen && event.isPrimary;
    };

    return {
        takes(now) {
            if (!now || !paper) penSeen = false; // another sheet
            paper = now;
        },
        down(event) {
            const { pointerType: kind, pointerId } = event;
            if (paper && kind === 'pen') penSeen = true;
            if (line && line.kind === 'touch') {
                if (isYoung(event)) {
                    if (kind === 'pen') palms.add(line.pointer);
                    finish(Phase.dropped);
                } else if (kind === 'pen') {
                    palms.add(line.pointer);
                    finish(Phase.up);
                }
            }
            if (line) {
                if (kind === 'touch') palms.add(pointerId);
                return true;
            }
            return mayBegin(event) && begin(event);
        },
        move(event) {
            if (paper && event.pointerType === 'pen') penSeen = true;
            if (line?.kind === 'pen' && event.pointerType === 'touch') palms.add(event.pointerId);
            if (palms.has(event.pointerId)) return true;
            if (line?.pointer !== event.pointerId) return false;
            const parts = event.getCoalescedEvents?.() ?? [];
            const events = parts.length > 0 ? parts : [event];
            const points = events.map((part) => pointOf(part, pressureOf(part)));
            line.pressure = points[points.length - 1]?.pressure ?? line.pressure;
            tell(points, Phase.move, line.end);
            return true;
        },
        up(event) {
            if (palms.delete(event.pointerId)) return true;
            if (line?.pointer !== event.pointerId) return false;
            // What is lifted has no pressure: the line ends with the one that it had.
            finish(Phase.up, [pointOf(event, line.pressure)]);
            return true;
        },
        cancel(event) {
            if (palms.delete(event.pointerId)) return true;
            if (line?.pointer !== event.pointerId) return false;
            finish(line.kind === 'touch' ? Phase.dropped : Phase.up);
            return true;
        },
    };
}

/** Four numbers for each point, as platform/web/app_main.cpp reads them. */
export function packed(points: readonly PenPoint[]): Uint8Array {
    const numbers = points.flatMap(({ x, y, pressure, ms }) => [x, y, pressure, ms]);
    return new Uint8Array(Float64Array.from(numbers).buffer);
}
