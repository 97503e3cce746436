// The files that the app may ask for by their path in assets/ or build/fonts, fetched before it starts.
// Never fetches one when it is asked for: the app does not wait.
import pack from '@assets/frameworks/england-la-school-improvement-2015/pack.json?url';
import words from '@assets/passcode/words.txt?url';
import sample from '@assets/sample/sample.json?url';
import regular from '@fonts/Inter-Regular.otf?url';
import semiBold from '@fonts/Inter-SemiBold.otf?url';

const addresses: Readonly<Record<string, string>> = {
    'fonts/Inter-Regular.otf': regular,
    'fonts/Inter-SemiBold.otf': semiBold,
    'frameworks/england-la-school-improvement-2015/pack.json': pack,
    'sample/sample.json': sample,
    'passcode/words.txt': words,
};

export type Assets = ReadonlyMap<string, Uint8Array>;

async function fetched(address: string): Promise<Uint8Array> {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
}

export async function loadAssets(): Promise<Assets> {
    const files = Object.entries(addresses).map(
        async ([path, address]): Promise<[string, Uint8Array]> => [path, await fetched(address)],
    );
    return new Map(await Promise.all(files));
}

/** The words that passcodes are made of. */
export async function passcodeWords(): Promise<readonly string[]> {
    const list = new TextDecoder().decode(await fetched(words));
    return list.split('\n').filter((word) => word !== '');
}
