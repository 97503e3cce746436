// What the engine says of revisions, read out of its messages (core/engine/protocol.cpp: cereal's portable binary).
// Never understands a revision: it is canonical bytes, which are the same or are not.

/** The place of the message among Event's alternatives. */
enum Kind {
    unlocked = 2,
    appended = 3,
    durable = 4,
}

interface Reader {
    number(): number;
    skip(size: number): void;
    bytes(): Buffer;
    list(): Buffer[];
}

function reader(message: Buffer): Reader {
    let at = 5; // the order of bytes, and the alternative
    const number = (): number => {
        at += 8;
        return Number(message.readBigUInt64LE(at - 8));
    };
    const bytes = (): Buffer => {
        const size = number();
        at += size;
        if (at > message.length) throw new Error('a message of the engine is laid out in another way');
        return message.subarray(at - size, at);
    };
    return { number, skip: (size) => void (at += size), bytes, list: () => Array.from({ length: number() }, bytes) };
}

const idSize = 16;
const kindOf = (message: Buffer): number => message.readInt32LE(1);

export interface Appended {
    readonly edit: number;
    readonly revisions: readonly Buffer[];
}

export function appendedIn(message: Buffer): Appended | undefined {
    if (kindOf(message) !== Kind.appended) return undefined;
    const from = reader(message);
    const edit = from.number();
    from.skip(idSize);
    return { edit, revisions: from.list() };
}

/** The edit up to which all is said to be on disk. */
export function durableIn(message: Buffer): number | undefined {
    return kindOf(message) === Kind.durable ? reader(message).number() : undefined;
}

/** The revisions of the notebook's only inspection; none if it has none yet. */
export function unlockedIn(message: Buffer): readonly Buffer[] | undefined {
    if (kindOf(message) !== Kind.unlocked) return undefined;
    const from = reader(message);
    from.skip(idSize);
    from.bytes(); // the inspector
    const inspections = from.number();
    if (inspections === 0) return [];
    if (inspections !== 1) throw new Error('the script writes one inspection');
    from.skip(idSize);
    return from.list();
}
