// What Daybook shows, by role and name as assistive technology has it, and a person's hands on it.
// Never reaches into the app: what is pressed and typed goes through the browser's own input.
import { expect } from '@playwright/test';
import type { Engine } from './engine';

/** An element of the open shadow roots: of the app's mirror, or of the screens before it. */
export interface Shown {
    readonly role: string;
    readonly name: string;
    /** Its middle, in CSS pixels. */
    readonly x: number;
    readonly y: number;
    /** That is in the window, and no other thing that can be pressed lies over it. */
    readonly free: boolean;
    readonly value: string;
    readonly on: boolean; // pressed, or chosen
    readonly focused: boolean;
}

interface Wanted {
    readonly role: string;
    readonly name: string;
    /** It is given the focus, and this value if there is one. */
    readonly value?: string;
}

/** Runs in the page. What is wanted is done to the first element of that role and name. */
function lookAtScreen(wanted?: Wanted): Shown[] {
    const roots = ['mirror', 'boot'].flatMap((id) => {
        const host = document.getElementById(id);
        return host?.shadowRoot && !host.hidden ? [host.shadowRoot] : [];
    });
    const roles: Readonly<Record<string, string>> = {
        BUTTON: 'button',
        H1: 'heading',
        H2: 'heading',
        INPUT: 'textbox',
        P: 'paragraph',
        TEXTAREA: 'textbox',
    };
    const covers = (other: Element, element: Element, x: number, y: number): boolean => {
        const { left, right, top, bottom } = other.getBoundingClientRect();
        return !other.contains(element) && !element.contains(other) && x >= left && x < right && y >= top && y < bottom;
    };
    // An editor that reaches out of its panel is cut there, and what is cut takes no pointer; its box says nothing of it.
    const takes = (root: ShadowRoot, other: Element, x: number, y: number): boolean =>
        !other.matches('.editor') || root.elementFromPoint(x, y) === other;
    return roots.flatMap((root) =>
        Array.from(root.querySelectorAll<HTMLElement>('[role], button, h1, h2, input, p, textarea'), (element) => {
            const input = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : undefined;
            const role = element.getAttribute('role') ?? roles[element.tagName] ?? '';
            const text = input ? input.labels?.[0]?.textContent : element.textContent;
            const name = element.getAttribute('aria-label') ?? text ?? '';
            if (wanted?.role === role && wanted.name === name) {
                element.focus();
                if (input && wanted.value !== undefined) {
                    input.value = wanted.value;
                    input.dispatchEvent(new Event('input', { bubbles: true }));
                }
            }
            const box = element.getBoundingClientRect();
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            const inside = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
            const others = Array.from(root.querySelectorAll('button, .editor'));
            return {
                role,
                name,
                x,
                y,
                free: inside && !others.some((other) => covers(other, element, x, y) && takes(root, other, x, y)),
                value: input?.value ?? '',
                on: element.getAttribute('aria-pressed') === 'true' || element.getAttribute('aria-checked') === 'true',
                focused: root.activeElement === element,
            };
        }),
    );
}

function isNamed(one: Shown, name: string | RegExp): boolean {
    return typeof name === 'string' ? one.name === name : name.test(one.name);
}

/** Waits until there is exactly one. */
export async function shown(engine: Engine, role: string, name: string | RegExp): Promise<Shown> {
    let found: Shown[] = [];
    const look = async (): Promise<number> => {
        const all: Shown[] = await engine.evaluate(lookAtScreen);
        found = all.filter((one) => one.role === role && isNamed(one, name));
        return found.length;
    };
    await expect.poll(look, { message: `one ${role} ${String(name)}` }).toBe(1);
    return found[0] as Shown;
}

/** Resolves when the frames are drawn that what happened before has asked for. */
export async function drawn(engine: Engine): Promise<void> {
    await engine.evaluate(async () => {
        for (let count = 0; count < 3; ++count) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
}

/** Turns the wheel until it can be pressed where it is. */
async function inReach(engine: Engine, role: string, name: string | RegExp): Promise<Shown> {
    const middle = (await engine.evaluate(() => innerHeight)) / 2;
    let one = await shown(engine, role, name);
    await expect(async () => {
        if (!one.free) await engine.wheel(one.x, middle, one.y - middle);
        await drawn(engine);
        one = await shown(engine, role, name);
        expect(one.free, `${String(name)} can be scrolled to`).toBe(true);
    }).toPass({ timeout: 60_000 });
    return one;
}

/** Presses the pointer where it is seen: on the canvas, or in a field. */
export async function tap(engine: Engine, role: string, name: string | RegExp): Promise<void> {
    const { x, y } = await inReach(engine, role, name);
    await engine.click(x, y);
    await drawn(engine);
}

/** Gives it the focus and presses Enter, as a keyboard or a screen reader does. Wherever it is, it need not be seen. */
export async function press(engine: Engine, role: string, name: string | RegExp): Promise<void> {
    const one = await shown(engine, role, name);
    await engine.evaluate(lookAtScreen, { role, name: one.name });
    await expect.poll(async () => (await shown(engine, role, one.name)).focused).toBe(true);
    await engine.type('\n');
    await drawn(engine);
}

/** Puts the caret into a field, and types. */
export async function type(engine: Engine, field: string, text: string): Promise<void> {
    await tap(engine, 'textbox', field);
    await expect.poll(async () => (await shown(engine, 'textbox', field)).focused).toBe(true);
    await engine.type(text);
    await drawn(engine);
}

/** Puts a day into a date field. Its parts are typed in the order of the browser's language, so not key by key. */
export async function putDate(engine: Engine, field: string, isoDate: string): Promise<void> {
    await shown(engine, 'textbox', field);
    await engine.evaluate(lookAtScreen, { role: 'textbox', name: field, value: isoDate });
    await drawn(engine);
}

export async function go(engine: Engine, place: string): Promise<void> {
    await tap(engine, 'button', place);
    await shown(engine, 'heading', place);
}
