// Reads a row of numbers and strings that C++ laid out (platform/web/packet.h).
// Never reads past its end: that throws.

const decoder = new TextDecoder();

export interface Box {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

export interface PacketReader {
    u8(): number;
    u32(): number;
    float(): number;
    text(): string;
    box(): Box;
}

export function readPacket(bytes: Uint8Array): PacketReader {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    const skip = (size: number): number => {
        at += size;
        return at - size;
    };
    const float = (): number => view.getFloat32(skip(4), true);
    return {
        u8: () => view.getUint8(skip(1)),
        u32: () => view.getUint32(skip(4), true),
        float,
        text: () => {
            const size = view.getUint32(skip(4), true);
            return decoder.decode(bytes.subarray(skip(size), at));
        },
        box: () => ({ x: float(), y: float(), width: float(), height: float() }),
    };
}
