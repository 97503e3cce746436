// The page's end of the engine: starts its worker and speaks with it.
// Never keeps a message.
import type { FromWorker, ToWorker } from './messages';

export interface EngineClient {
    send(message: ToWorker): void;
}

export function startEngine(hear: (message: FromWorker) => void): EngineClient {
    const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'daybook-engine' });
    worker.onmessage = (event: MessageEvent<FromWorker>) => hear(event.data);
    worker.onerror = () => hear({ type: 'broken', why: 'problem.not_started' });
    return {
        send: (message) => worker.postMessage(message, message.type === 'command' ? [message.bytes.buffer] : []),
    };
}
