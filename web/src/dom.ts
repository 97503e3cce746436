// Makes elements, briefly.
// Never from text as HTML.

type Attributes = Readonly<Record<string, string | boolean>>;

/** An attribute that is true is set empty, one that is false is left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Attributes = {},
    ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value !== false) element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children);
    return element;
}

/** A style sheet for a shadow root. Such sheets are no inline styles, so the strict policy lets them be. */
export function sheet(css: string): CSSStyleSheet {
    const styles = new CSSStyleSheet();
    styles.replaceSync(css);
    return styles;
}
