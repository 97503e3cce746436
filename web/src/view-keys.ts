// The keys that move about in a picture: closer, farther, the whole of it, and to all sides.
// Never a key that is typed or that chooses: those are the field's and the group's that have the focus.

// ViewMove of platform/window.h
const moves: Readonly<Record<string, number>> = {
    '+': 0,
    '=': 0,
    '-': 1,
    '0': 2,
    ArrowLeft: 3,
    ArrowRight: 4,
    ArrowUp: 5,
    ArrowDown: 6,
};

/** Which of them a key is; nothing if it is none, or somebody else's. */
export function viewMove(event: KeyboardEvent): number | undefined {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return undefined;
    const [target] = event.composedPath();
    if (target instanceof Element && target.matches('input, textarea, [role=radio]')) return undefined;
    return moves[event.key];
}
