// Hands a file to the person: the share sheet where fingers are the way, a download elsewhere.
// Never lets a name reach the file system as it came.

/** A name that every file system takes. */
export function safeName(name: string): string {
    const plain = name
        .normalize('NFC')
        .replace(/[\u0000-\u001f\u007f"*/:<>?\\|]/g, '-')
        .replace(/^[.\s]+|[.\s]+$/g, '')
        .slice(0, 120);
    return plain || 'daybook';
}

export function saveFile(name: string, mediaType: string, content: Uint8Array<ArrayBuffer>): void {
    const file = new File([content], safeName(name), { type: mediaType });
    const touch = matchMedia('(pointer: coarse)').matches;
    if (touch && navigator.canShare?.({ files: [file] })) {
        navigator.share({ files: [file] }).catch((reason: unknown) => {
            // The person closed the sheet: that is an answer. Anything else: the ordinary way.
            if (!(reason instanceof DOMException && reason.name === 'AbortError')) download(file);
        });
        return;
    }
    download(file);
}

function download(file: File): void {
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
