// The platform's authenticator (fingerprint, face, the device's own code): makes a credential of its own for this
// notebook and asks it for a secret, by WebAuthn's PRF extension.
// Never keeps a secret: who is given one sends it to the worker and wipes it.
import type { QuickUnlock } from './messages';
import { Told } from './words';

export interface NewCredential extends QuickUnlock {
    readonly secret: Uint8Array<ArrayBuffer>;
}

/** The person said no, or took too long: that is an answer, and says nothing of the device. */
export class NotGiven extends Told {}

const relyingParty = 'Daybook';
const secretSize = 32;
const algorithms = [-7, -257, -8]; // ES256, RS256, Ed25519: no signature of theirs is ever checked

const random = (size: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(size));

function translated(reason: unknown): unknown {
    const refused = reason instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(reason.name);
    return refused ? new NotGiven('authenticator.refused') : reason;
}

/** Asks for the secret. Fails with NotGiven if the person does not want to. */
export async function askAuthenticator(quick: QuickUnlock): Promise<Uint8Array<ArrayBuffer>> {
    const options: PublicKeyCredentialRequestOptions = {
        challenge: random(32), // nobody checks the answer: only the secret counts
        allowCredentials: [{ type: 'public-key', id: quick.credential }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: quick.salt } } },
    };
    const given = await navigator.credentials.get({ publicKey: options }).catch((reason: unknown) => {
        throw translated(reason);
    });
    const results = given instanceof PublicKeyCredential ? given.getClientExtensionResults().prf?.results : undefined;
    if (!results) throw new Told('authenticator.no_secret');
    const result = results.first;
    const bytes = ArrayBuffer.isView(result)
        ? new Uint8Array(result.buffer as ArrayBuffer, result.byteOffset, result.byteLength)
        : new Uint8Array(result);
    const secret = bytes.slice(0, secretSize);
    bytes.fill(0);
    if (secret.length !== secretSize) throw new Told('authenticator.strange_secret');
    return secret;
}

/** Makes a credential, and asks it for its first secret. Fails with NotGiven if the person does not want to. */
export async function makeCredential(): Promise<NewCredential> {
    const options: PublicKeyCredentialCreationOptions = {
        rp: { name: relyingParty },
        user: { id: random(16), name: relyingParty, displayName: relyingParty }, // the inspector's name stays in the notebook
        challenge: random(32),
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: {
            authenticatorAttachment: 'platform',
            residentKey: 'discouraged',
            userVerification: 'required',
        },
        attestation: 'none',
        extensions: { prf: {} },
    };
    const made = await navigator.credentials.create({ publicKey: options }).catch((reason: unknown) => {
        throw translated(reason);
    });
    if (!(made instanceof PublicKeyCredential) || !made.getClientExtensionResults().prf?.enabled) {
        throw new Told('authenticator.no_secret');
    }
    const quick: QuickUnlock = { credential: new Uint8Array(made.rawId), salt: random(secretSize) };
    return { ...quick, secret: await askAuthenticator(quick) };
}
