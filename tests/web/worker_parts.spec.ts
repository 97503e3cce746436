// Small parts of the engine's worker, by themselves: they need no browser.
// Never waits: the clock is the test's.
import { mock } from 'node:test';
import { expect, test } from '@playwright/test';
import { whenIdle } from '../../web/src/idle';
import { dataAt, headerSize, readHeader } from '../../web/src/pool-header';
import { databaseFlags as database, header } from './pool_header';

test('a header of the pool’s is read as the pool reads it', () => {
    expect(readHeader(header('/daybook.db', database))).toEqual({ kind: 'named', path: '/daybook.db' });
    expect(readHeader(header('/daybook.db-wal', 0x80006))).toEqual({ kind: 'named', path: '/daybook.db-wal' });
    expect(readHeader(header('', 0))).toEqual({ kind: 'free' });
    expect(readHeader(new Uint8Array()), 'a file that was only just made').toEqual({ kind: 'free' });
    expect(dataAt).toBe(4096);
});

test('every single flipped bit of a header is noticed', () => {
    const sound = header('/daybook.db', database);
    let noticed = 0;
    for (let bit = 0; bit < headerSize * 8; ++bit) {
        const damaged = sound.slice();
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        if (readHeader(damaged).kind === 'damaged') ++noticed;
    }
    expect(noticed).toBe(4_192);
});

test('a header that was cut off, or names a file that the pool does not keep, is damaged', () => {
    expect(readHeader(header('/daybook.db', database).subarray(0, 200))).toEqual({ kind: 'damaged' });
    expect(readHeader(header('/temporary', 0x106 | 0x8))).toEqual({ kind: 'damaged' });
    expect(readHeader(header('/temporary', 0x6))).toEqual({ kind: 'damaged' });
});

test('idle is told once, three seconds after the last use, and only where something was written', () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    let told = 0;
    const idle = whenIdle(() => ++told);
    idle.used();
    mock.timers.tick(60_000);
    expect(told).toBe(0);
    idle.wrote();
    mock.timers.tick(2_999);
    idle.used();
    mock.timers.tick(2_999);
    expect(told).toBe(0);
    mock.timers.tick(1);
    expect(told).toBe(1);
    idle.used();
    mock.timers.tick(60_000);
    expect(told).toBe(1);
    idle.wrote();
    idle.stop();
    mock.timers.tick(60_000);
    expect(told).toBe(1);
    mock.timers.reset();
});
