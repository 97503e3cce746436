// The screen as real elements over the canvas: what assistive technology, the keyboard and the tests find.
// Never sees a finger or a mouse: pointers go through it to the canvas, but for the editors.
import { make } from './dom';
import type { Editors } from './editors';
import { elementFor, kindOf, type MirrorNode, namedByText, readNodes, Role } from './mirror-nodes';

export interface MirrorTarget {
    activate(node: number): void;
    /** 0: none has it. */
    focus(node: number): void;
}

export interface Mirror {
    sync(packet: Uint8Array): void;
    /** Puts the focus there as soon as it is shown. */
    wantFocus(node: number): void;
    /** After a frame: what was wanted is done, and a focus that went down with its element is put somewhere sensible. */
    settle(): void;
    /** The canvas was touched: a node that is no editor gives up the focus. */
    release(): void;
}

interface Shown {
    node: MirrorNode;
    readonly kind: string;
    readonly element: HTMLElement;
}

function set(element: Element, name: string, value: string | undefined): void {
    if (value === undefined) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function saidOrNot(value: boolean | undefined): string | undefined {
    return value === undefined ? undefined : String(value);
}

function update(shown: Shown, childCount: number): void {
    const { element, node } = shown;
    const { box, role, name } = node;
    const leaf = childCount === 0;
    element.className = leaf ? 'node leaf' : 'node';
    element.style.left = `${box.x}px`;
    element.style.top = `${box.y}px`;
    element.style.width = `${box.width}px`;
    element.style.height = `${box.height}px`;

    const asText = leaf && namedByText(role);
    if (leaf && element.textContent !== (asText ? name : '')) element.textContent = asText ? name : '';
    set(element, 'aria-label', asText || name === '' ? undefined : name);
    set(element, 'aria-description', node.description || undefined);
    if (role === Role.group) set(element, 'role', name ? 'group' : undefined);
    set(element, 'aria-disabled', node.disabled ? 'true' : undefined);
    set(element, 'aria-current', node.current ? 'page' : undefined);
    set(element, 'aria-live', node.live ? 'polite' : undefined);
    set(element, role === Role.radio ? 'aria-checked' : 'aria-pressed', saidOrNot(node.pressed));
    set(element, 'aria-expanded', saidOrNot(node.expanded));
    set(element, 'aria-posinset', node.position ? String(node.position) : undefined);
    set(element, 'aria-setsize', node.setSize ? String(node.setSize) : undefined);
}

/** Makes `children` the children of `parent` in this order; one that stands right is not touched, so keeps the focus. */
function arrange(parent: Node, children: readonly HTMLElement[], before: Node | null): void {
    const wanted = new Set<Node>(children);
    for (const child of Array.from(parent.childNodes)) {
        if (!wanted.has(child) && child instanceof HTMLElement && !child.hasAttribute('data-live')) child.remove();
    }
    let next = parent.firstChild;
    for (const child of children) {
        if (child === next) next = next.nextSibling;
        else parent.insertBefore(child, next ?? before);
    }
}

/** Only one of a group's radio buttons is on the way of the Tab key; the arrows go to the others. */
function rove(radios: readonly Shown[]): void {
    const chosen = radios.find((radio) => radio.node.pressed) ?? radios[0];
    for (const radio of radios) radio.element.tabIndex = radio === chosen ? 0 : -1;
}

function goToNeighbour(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const here = event.target;
    if (!step || !(here instanceof HTMLElement) || here.getAttribute('role') !== 'radio') return;
    const group = here.closest('[role=radiogroup]') ?? here.parentNode;
    const radios = Array.from(group?.querySelectorAll<HTMLElement>('[role=radio]') ?? []);
    const next = radios[(radios.indexOf(here) + step + radios.length) % radios.length];
    event.preventDefault();
    next?.focus({ preventScroll: true });
    next?.click();
}

export function makeMirror(root: ShadowRoot, editors: Editors, target: MirrorTarget): Mirror {
    // Not atomic: of several things that are told at once, the one that changes is heard, and not the others again.
    const status = make('div', { role: 'status', 'aria-atomic': 'false', class: 'node leaf', 'data-live': true });
    const alert = make('div', { role: 'alert', class: 'node leaf', 'data-live': true });
    root.append(status, alert);

    let shown = new Map<number, Shown>();
    const ids = new WeakMap<EventTarget, number>();
    let focused = 0;
    let wanted = 0;
    const left: number[] = []; // nodes that had the focus and went with their screen: it may be come back to

    const speak = (live: HTMLElement, nodes: readonly MirrorNode[]): void => {
        const speaking = nodes.filter((node) => node.name);
        speaking.forEach((node, at) => {
            const told = live.children[at] ?? live.appendChild(make('span', {}));
            const words = at < speaking.length - 1 ? `${node.name} ` : node.name;
            if (told.textContent !== words) told.textContent = words;
        });
        while (live.children.length > speaking.length) live.lastChild?.remove();
        const box = (speaking[0] ?? nodes[0])?.box;
        if (!box) return;
        live.style.left = `${box.x}px`;
        live.style.top = `${box.y}px`;
        live.style.width = `${box.width}px`;
        live.style.height = `${box.height}px`;
    };

    const show = (nodes: readonly MirrorNode[]): void => {
        const next = new Map<number, Shown>();
        const children = new Map<number, HTMLElement[]>([[0, []]]);
        const known = new Set(nodes.map((node) => node.id));
        const placed = new Set<HTMLElement>();
        for (const node of nodes) {
            if (node.role === Role.status || node.role === Role.alert) continue;
            const parent = known.has(node.parent) ? node.parent : 0;
            const before = shown.get(node.id);
            const kind = kindOf(node);
            let element: HTMLElement | undefined;
            if (node.role === Role.textBox) {
                element = editors.place(node.id);
                const input = editors.input(node.id);
                if (!element || !input) continue;
                ids.set(input, node.id);
                placed.add(element);
            } else {
                element = before?.kind === kind ? before.element : elementFor(node);
                ids.set(element, node.id);
            }
            next.set(node.id, { node, kind, element });
            const siblings = children.get(parent);
            if (siblings) siblings.push(element);
            else children.set(parent, [element]);
        }
        shown = next;
        for (const one of next.values()) {
            if (one.node.role === Role.textBox) continue;
            const inside = children.get(one.node.id) ?? [];
            update(one, inside.length);
            if (inside.length > 0) arrange(one.element, inside, null);
            if (one.node.role === Role.radioGroup) {
                rove(Array.from(next.values()).filter((other) => other.node.parent === one.node.id && other.node.role === Role.radio));
            }
        }
        const loose = Array.from(editors.places()).filter((place) => !placed.has(place));
        arrange(root, [...(children.get(0) ?? []), ...loose], status);
    };

    const elementOf = (id: number): HTMLElement | undefined => editors.input(id) ?? shown.get(id)?.element;

    const putFocus = (element: HTMLElement): void => {
        if (element.tabIndex < 0) element.tabIndex = -1; // a heading takes the focus only when it is put there
        element.focus({ preventScroll: true });
    };

    /** Where the focus goes when its node is gone: to what had it here before, or to the beginning of the screen. */
    const sensible = (): HTMLElement | null => {
        const back = left.findLastIndex((id) => elementOf(id)?.isConnected);
        const [id] = back < 0 ? [] : left.splice(back);
        if (id !== undefined) return elementOf(id) ?? null;
        left.push(focused);
        if (left.length > 16) left.shift();
        return root.querySelector<HTMLElement>('h1');
    };

    const tellFocus = (id: number): void => {
        const one = shown.get(id);
        focused = id;
        target.focus(one && (one.node.actionable || one.node.role === Role.textBox) ? id : 0);
    };

    root.addEventListener('focusin', (event) => tellFocus((event.target && ids.get(event.target)) ?? 0));
    root.addEventListener('focusout', (event) => {
        const next = (event as FocusEvent).relatedTarget;
        // What stands beside the screens keeps the focus that it is given: the next frame must not fetch it back.
        if (!(next instanceof Node) || !root.contains(next)) tellFocus(0);
    });
    root.addEventListener('click', (event) => {
        const id = event.target && ids.get(event.target);
        if (id && shown.get(id)?.node.actionable && !shown.get(id)?.node.disabled) target.activate(id);
    });
    root.addEventListener('keydown', (event) => goToNeighbour(event as KeyboardEvent));

    return {
        sync(packet) {
            const nodes = readNodes(packet);
            const hadFocus = focused;
            show(nodes);
            speak(status, nodes.filter((node) => node.role === Role.status));
            speak(alert, nodes.filter((node) => node.role === Role.alert));
            focused = hadFocus;
        },
        wantFocus(node) {
            wanted = node;
        },
        settle() {
            const element = wanted ? elementOf(wanted) : undefined;
            if (element?.isConnected) {
                wanted = 0;
                if (root.activeElement !== element) putFocus(element);
                return;
            }
            if (focused === 0 || root.activeElement !== null) return;
            const again = elementOf(focused) ?? sensible();
            if (again?.isConnected) putFocus(again);
            else tellFocus(0);
        },
        release() {
            left.length = 0;
            const holder = root.activeElement;
            if (holder instanceof HTMLElement && !holder.classList.contains('editor')) holder.blur();
        },
    };
}
