// What the app module calls of foreign-text.ts (platform/web/app_calls.h): its numbers and memory, made into words.
// Never keeps the module's memory.
import { type ForeignPicture, type ForeignStyle, foreignText } from './foreign-text';

export interface ForeignHost {
    foreignWidth(line: number, size: number, em: number, weight: number, direction: number): number;
    foreignFitting(
        text: number,
        size: number,
        em: number,
        weight: number,
        direction: number,
        width: number,
        breakAt: number,
    ): number;
    foreignPaint(
        line: number,
        size: number,
        em: number,
        weight: number,
        direction: number,
        colour: number,
        density: number,
        measures: number,
    ): void;
    foreignPainted(to: number): void;
    foreignSpan(
        line: number,
        size: number,
        em: number,
        weight: number,
        direction: number,
        from: number,
        to: number,
        span: number,
    ): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true }); // every byte counts

export function foreignHost(module: () => WasmModule): ForeignHost {
    const setter = foreignText();
    let painted: ForeignPicture | undefined;
    const bytes = (pointer: number, size: number): Uint8Array =>
        module().HEAPU8.subarray(pointer >>> 0, (pointer >>> 0) + size);
    const text = (pointer: number, size: number): string => decoder.decode(bytes(pointer, size));
    const style = (em: number, weight: number, direction: number): ForeignStyle => ({ em, weight, direction });
    const memory = (pointer: number, size: number): DataView => {
        const { HEAPU8 } = module();
        return new DataView(HEAPU8.buffer, HEAPU8.byteOffset + (pointer >>> 0), size);
    };
    return {
        foreignWidth: (line, size, em, weight, direction) => setter.width(text(line, size), style(em, weight, direction)),
        foreignFitting(start, size, em, weight, direction, width, breakAt) {
            const all = text(start, size);
            const fits = setter.fitting(all, style(em, weight, direction), width, breakAt);
            return encoder.encode(all.slice(0, fits)).length;
        },
        foreignPaint(line, size, em, weight, direction, colour, density, measures) {
            painted = setter.paint(text(line, size), style(em, weight, direction), colour, density);
            const view = memory(measures, 16);
            const { width, height, left, baseline } = painted;
            [width, height, left, baseline].forEach((measure, index) => view.setInt32(4 * index, measure, true));
        },
        foreignPainted(to) {
            if (painted) module().HEAPU8.set(painted.rgba, to >>> 0);
            painted = undefined;
        },
        foreignSpan(line, size, em, weight, direction, from, to, span) {
            const all = bytes(line, size);
            const start = decoder.decode(all.subarray(0, from)).length;
            const end = start + decoder.decode(all.subarray(from, to)).length;
            const seen = setter.span(decoder.decode(all), style(em, weight, direction), start, end);
            const view = memory(span, 8);
            view.setFloat32(0, seen.left, true);
            view.setFloat32(4, seen.width, true);
        },
    };
}
