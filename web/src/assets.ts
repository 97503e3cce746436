// The files that the app may ask for by their path in assets/ or build/fonts, fetched before it starts.
// Never fetches one when it is asked for: the app does not wait.
import pack from '@assets/frameworks/england-la-school-improvement-2015/pack.json?url';
import passcodes from '@assets/passcode/words.txt?url';
import sample from '@assets/sample/sample.json?url';
import regular from '@fonts/Inter-Regular.otf?url';
import semiBold from '@fonts/Inter-SemiBold.otf?url';

const addresses: Readonly<Record<string, string>> = {
    'fonts/Inter-Regular.otf': regular,
    'fonts/Inter-SemiBold.otf': semiBold,
    'frameworks/england-la-school-improvement-2015/pack.json': pack,
    'sample/sample.json': sample,
    'passcode/words.txt': passcodes,
};

export type Assets = ReadonlyMap<string, Uint8Array>;

async function fetched(address: string): Promise<Uint8Array> {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
}

/** `words`: the table of the person's language, if it is not the one that is built in. */
export async function loadAssets(words: Uint8Array | undefined): Promise<Assets> {
    const files = Object.entries(addresses).map(
        async ([path, address]): Promise<[string, Uint8Array]> => [path, await fetched(address)],
    );
    const assets = new Map(await Promise.all(files));
    if (words) assets.set('words.json', words);
    return assets;
}

/** The words that passcodes are made of. */
export async function passcodeWords(): Promise<readonly string[]> {
    const list = new TextDecoder().decode(await fetched(passcodes));
    return list.split('\n').filter((word) => word !== '');
}
