// What the browser knows of the device and of how safely it keeps things (platform/device_facts.h).
// Never draws conclusions: what Daybook makes of it is the app's business.
import { clearsWhenUnused } from './device-kind';
import { allKept } from './service';

/** As Known of platform/device_facts.h. */
export const Known = { unknown: 0, no: 1, yes: 2 } as const;
export type Known = (typeof Known)[keyof typeof Known];

export interface DeviceFacts {
    readonly cached: Known;
    readonly installed: Known;
    readonly persistent: Known;
    readonly authenticator: Known;
    readonly clearedWhenUnused: boolean;
    readonly updateReady: boolean;
    readonly used: number; // bytes
    readonly quota: number; // bytes; 0 is unknown
}

export interface FactsWatch {
    lookAgain(): void;
    /** The authenticator turned out to be of no use. */
    noAuthenticator(): void;
    stop(): void;
}

const interval = 300_000; // ms between two looks while the page is seen
const ownWindow = matchMedia('(display-mode: standalone), (display-mode: fullscreen), (display-mode: minimal-ui)');

const known = (value: boolean | undefined): Known => (value === undefined ? Known.unknown : value ? Known.yes : Known.no);

/** On the home screen, or a window of its own. */
function installed(): boolean {
    return ownWindow.matches || ('standalone' in navigator && navigator.standalone === true); // the latter: iOS
}

async function authenticator(): Promise<Known> {
    if (!('PublicKeyCredential' in globalThis)) return Known.no;
    if (!(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) return Known.no;
    if (!('getClientCapabilities' in PublicKeyCredential)) return Known.unknown;
    return known((await PublicKeyCredential.getClientCapabilities())['extension:prf']);
}

async function findFacts(updateReady: boolean, useless: boolean): Promise<DeviceFacts> {
    const { storage } = navigator;
    const [cached, persistent, hands, space] = await Promise.all([
        allKept(),
        storage?.persisted?.().catch(() => undefined),
        authenticator().catch(() => Known.unknown),
        storage?.estimate?.().catch(() => undefined),
    ]);
    return {
        cached: known(cached),
        installed: known(installed()),
        persistent: known(persistent),
        authenticator: useless ? Known.no : hands,
        clearedWhenUnused: clearsWhenUnused(navigator.userAgent) && !installed(),
        updateReady,
        used: space?.usage ?? 0,
        quota: space?.quota ?? 0,
    };
}

/** Tells the facts now, when one of them changes, and every five minutes while the page is seen. */
export function watchFacts(tell: (facts: DeviceFacts) => void, updateReady: () => boolean): FactsWatch {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let useless = false;
    let told = '';
    let latest = 0;
    const listening = new AbortController();

    const look = (): void => {
        clearTimeout(timer);
        if (listening.signal.aborted || document.visibilityState === 'hidden') return;
        timer = setTimeout(look, interval);
        const turn = ++latest;
        void findFacts(updateReady(), useless).then((facts) => {
            const all = JSON.stringify(facts);
            if (turn !== latest || all === told || listening.signal.aborted) return;
            told = all;
            tell(facts);
        });
    };
    const heard = { signal: listening.signal };
    document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(timer) : look()), heard);
    navigator.serviceWorker.addEventListener('controllerchange', look, heard);
    ownWindow.addEventListener('change', look, heard);
    look();
    return {
        lookAgain: look,
        noAuthenticator() {
            useless = true;
            look();
        },
        stop() {
            clearTimeout(timer);
            listening.abort();
        },
    };
}
