// The headers that every response of Daybook carries, said once.
// Never loosened for a page of its own: vite preview, the service worker and dist/_headers all take them from here.

/** What the page and its workers may load, and from where: themselves. */
const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
];

export const contentSecurityPolicy = [...policy, "frame-ancestors 'none'"].join('; ');
/** As a page may say it of itself: a browser takes no word on frames from there. */
export const policyForMeta = policy.join('; ');

export const securityHeaders: Readonly<Record<string, string>> = {
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    // A process that nothing else of this host is in, the service worker neither (web/src/anew.ts).
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
};

/** For the page between a locked one and the next: it can be in a process with neither. */
export const interludeHeaders: Readonly<Record<string, string>> = {
    ...securityHeaders,
    'Cross-Origin-Opener-Policy': 'unsafe-none',
    'Origin-Agent-Cluster': '?0',
};

/** For a host that reads a `_headers` file. The service worker itself must be asked for anew each time. */
export function headersFile(): string {
    const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
    return ['/*', ...lines, '/sw.js', '  Cache-Control: no-cache', '/index.html', '  Cache-Control: no-cache', ''].join('\n');
}
