// What the page asks of the engine, message by message.
// Never keeps a passcode or a secret: its copy in the module's memory is wiped when the engine has read it.
import type { Engine } from './engine-host';
import type { ToWorker } from './messages';
import { withBytes, withText } from './wasm';

/** The rest is the worker's own business. */
export type ForEngine = Exclude<ToWorker, { type: 'take' | 'let-go' }>;

export function handle({ module, worker }: Engine, message: ForEngine): void {
    switch (message.type) {
        case 'first-start':
            withText(module, message.author, (author, authorSize) =>
                withText(module, message.passcode, (passcode, size) =>
                    module._daybook_engine_first_start(worker, author, authorSize, passcode, size),
                ),
            );
            return;
        case 'unlock':
            withText(module, message.passcode, (passcode, size) =>
                module._daybook_engine_unlock(worker, passcode, size),
            );
            return;
        case 'command':
            withBytes(module, message.bytes, (command, size) => module._daybook_engine_handle(worker, command, size));
            return;
        case 'lock':
            module._daybook_engine_lock(worker);
            return;
        case 'unlock-quick':
            withBytes(module, message.secret, (secret, size) => module._daybook_engine_unlock_quick(worker, secret, size));
            return;
        case 'set-quick':
            withBytes(module, message.credential, (credential, credentialSize) =>
                withBytes(module, message.salt, (salt, saltSize) =>
                    withBytes(module, message.secret, (secret, size) =>
                        module._daybook_engine_set_quick(worker, credential, credentialSize, salt, saltSize, secret, size),
                    ),
                ),
            );
            return;
        case 'begin-recovery':
            withText(module, message.author, (author, authorSize) =>
                withText(module, message.passcode, (passcode, size) =>
                    module._daybook_engine_begin_recovery(worker, author, authorSize, passcode, size),
                ),
            );
            return;
        case 'finish-recovery':
            withText(module, message.passcode, (passcode, passcodeSize) =>
                withBytes(module, message.file, (file, size) =>
                    module._daybook_engine_finish_recovery(worker, passcode, passcodeSize, file, size),
                ),
            );
            return;
        case 'retry':
            module._daybook_engine_retry(worker);
            return;
    }
}
