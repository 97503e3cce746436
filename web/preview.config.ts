// How the built site is served to the tests: as it is, but with the small sample, unless DAYBOOK_SAMPLE is "whole".
// Never how it is served to people.
import { readFileSync } from 'node:fs';
import { mergeConfig, type Plugin } from 'vite';
import { isSample, smallSample } from '../tests/web/small_sample';
import { securityHeaders } from './csp';
import usual from './vite.config';

const sample: Plugin = {
    name: 'daybook-small-sample',
    configurePreviewServer(server) {
        if (process.env['DAYBOOK_SAMPLE'] === 'whole') return;
        server.middlewares.use((request, response, next) => {
            if (!isSample(new URL(request.url ?? '/', 'http://localhost').pathname)) {
                next();
                return;
            }
            response.writeHead(200, { ...securityHeaders, 'Content-Type': 'application/json' });
            response.end(readFileSync(smallSample));
        });
    },
};

export default mergeConfig(usual, { plugins: [sample] });
