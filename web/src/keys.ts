// Keys that may be the app's own, as it is told of them (KeyPress of platform/window.h).
// Never decides what a key does, nor takes one from a field: the app has the table.

// Held
const nothing = 0;
const control = 1;
const controlShift = 2;

export interface KeyPress {
    readonly key: number;
    readonly held: number;
    readonly typing: boolean;
    readonly repeated: boolean;
}

const named: Readonly<Record<string, string>> = { Enter: '\r', ArrowUp: '↑', ArrowDown: '↓' };
const engraved: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

/** With Control a digit is its key, whatever Shift makes of it; a letter is what the layout says, if that is one of ours. */
function withControl({ key, code }: KeyboardEvent): string | undefined {
    if (/^[a-z]$/i.test(key)) return key.toLowerCase();
    return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? engraved[code];
}

/** Control with a letter moves the caret and erases in every field of Apple's: there only Command is the app's own. */
function isOfAppleFields({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): boolean {
    return ctrlKey && !metaKey && !shiftKey && key !== 'Enter' && /^(?:Mac|iP)/.test(navigator.platform);
}

/** What the app is to be asked about; nothing if the key cannot be its own. */
export function keyPress(event: KeyboardEvent): KeyPress | undefined {
    // With Alt many keyboards write letters, and AltGr is Control with Alt on some systems.
    if (event.altKey || event.isComposing || event.defaultPrevented) return undefined;
    const [target] = event.composedPath();
    const typing = target instanceof Element && target.matches('input, textarea');
    if (typing && isOfAppleFields(event)) return undefined;
    const held = !event.ctrlKey && !event.metaKey ? nothing : event.shiftKey ? controlShift : control;
    const written = event.key.length === 1 ? event.key : undefined;
    const sign = named[event.key] ?? (held === nothing ? written : withControl(event));
    const key = sign?.codePointAt(0);
    if (key === undefined) return undefined;
    return { key, held, typing, repeated: event.repeat };
}
