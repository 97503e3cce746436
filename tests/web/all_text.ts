// All that a page holds in its document.
// Never only what is seen: attributes, shadow roots and fields are read as well.
import type { Page } from '@playwright/test';

export async function allText(page: Page): Promise<string> {
    return page.evaluate(() => {
        const read = (root: Node): string => {
            let text = '';
            for (const node of Array.from(root.childNodes)) {
                if (node instanceof Text) text += node.data;
                if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) text += node.value;
                if (node instanceof Element) {
                    for (const attribute of Array.from(node.attributes)) text += ` ${attribute.value} `;
                    if (node.shadowRoot) text += read(node.shadowRoot);
                }
                text += read(node);
            }
            return text;
        };
        return read(document);
    });
}
