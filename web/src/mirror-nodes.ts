// The semantic nodes as C++ lays them out (platform/web/mirror.cpp), and which element each role is.
// Never decides what is shown.
import { make } from './dom';
import { type Box, readPacket } from './packet';

/** Role of platform/mirror.h, by its number. */
export enum Role {
    group = 0,
    main = 1,
    navigation = 2,
    region = 3,
    heading = 4,
    paragraph = 5,
    button = 6,
    toggleButton = 7,
    radioGroup = 8,
    radio = 9,
    list = 10,
    listItem = 11,
    textBox = 12,
    status = 13,
    alert = 14,
    dialog = 15,
    banner = 16,
    image = 17,
}

export interface MirrorNode {
    readonly id: number;
    readonly parent: number;
    readonly role: Role;
    readonly level: number;
    readonly disabled: boolean;
    readonly actionable: boolean;
    readonly current: boolean;
    readonly live: boolean;
    readonly pressed: boolean | undefined;
    readonly expanded: boolean | undefined;
    readonly box: Box;
    readonly position: number;
    readonly setSize: number;
    readonly name: string;
    readonly description: string;
}

export function readNodes(packet: Uint8Array): MirrorNode[] {
    const from = readPacket(packet);
    return Array.from({ length: from.u32() }, () => {
        const [id, parent, role, flags, level] = [from.u32(), from.u32(), from.u8(), from.u8(), from.u8()];
        const [box, position, setSize] = [from.box(), from.u32(), from.u32()];
        const [name, description] = [from.text(), from.text()];
        return {
            id,
            parent,
            role,
            level,
            disabled: (flags & 1) !== 0,
            actionable: (flags & 2) !== 0,
            current: (flags & 4) !== 0,
            live: (flags & 128) !== 0,
            pressed: flags & 8 ? (flags & 16) !== 0 : undefined,
            expanded: flags & 32 ? (flags & 64) !== 0 : undefined,
            box,
            position,
            setSize,
            name,
            description,
        };
    });
}

/** Roles whose name is the text in them; the others carry it as a label. */
export function namedByText(role: Role): boolean {
    switch (role) {
        case Role.heading:
        case Role.paragraph:
        case Role.button:
        case Role.toggleButton:
        case Role.radio:
        case Role.listItem:
            return true;
        default:
            return false;
    }
}

/** Two nodes with the same kind can be the same element. */
export function kindOf(node: MirrorNode): string {
    return node.role === Role.heading ? `h${node.level}` : String(node.role);
}

export function elementFor(node: MirrorNode): HTMLElement {
    switch (node.role) {
        case Role.main:
            return make('main');
        case Role.navigation:
            return make('nav');
        case Role.region:
            return make('section', { role: 'region' });
        case Role.heading:
            return document.createElement(`h${Math.min(Math.max(node.level, 1), 6)}`);
        case Role.paragraph:
            return make('p');
        case Role.button:
        case Role.toggleButton:
            return make('button', { type: 'button' });
        case Role.radioGroup:
            return make('div', { role: 'radiogroup' });
        case Role.radio:
            return make('button', { type: 'button', role: 'radio' });
        case Role.list:
            return make('ul', { role: 'list' });
        case Role.listItem:
            return make('li');
        case Role.dialog:
            return make('div', { role: 'dialog' });
        case Role.banner:
            return make('header', { role: 'banner' });
        case Role.image:
            return make('div', { role: 'img' });
        default:
            return make('div');
    }
}
