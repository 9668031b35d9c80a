import { ConnectionError } from './errors.js';
import { objectsOf } from './results.js';

const bodyOf = (pieces: readonly string[], end: 'close' | 'break' = 'close'): ReadableStream<Uint8Array> => {
  const left = [...pieces];
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = left.shift();
      if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece));
      else if (end === 'close') controller.close();
      else controller.error(new TypeError('terminated'));
    },
  });
};

/** What was read, and what ended it. */
const read = async (body: ReadableStream<Uint8Array>, signal?: AbortSignal): Promise<[unknown[], unknown]> => {
  const found: unknown[] = [];
  try {
    for await (const value of objectsOf(body, signal)) found.push(value);
    return [found, null];
  } catch (error) {
    return [found, error];
  }
};

describe('The results of an operation', () => {
  it('are one object a line, wherever the pieces end', async () => {
    const text = '{"index":0}\n{"index":1,"key":"甲"}\n';
    expect(await read(bodyOf([...text]))).toEqual([[{ index: 0 }, { index: 1, key: '甲' }], null]);
    expect(await read(bodyOf([]))).toEqual([[], null]);
  });

  it('are not taken for whole where they break off', async () => {
    expect(await read(bodyOf(['{"index":0}\n'], 'break'))).toEqual([[{ index: 0 }], expect.any(ConnectionError)]);
    expect(await read(bodyOf(['{"index":0}\n{"index":']))).toEqual([[{ index: 0 }], expect.any(ConnectionError)]);
  });

  it('end with the reason of who wants no more', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    expect(await read(bodyOf(['{"index":0}\n'], 'break'), stop.signal)).toEqual([[{ index: 0 }], new Error('enough')]);
  });

  it('let go of the connection where the reader has enough', async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('{"index":0}\n{"index":1}\n'));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    const reading = objectsOf(body, undefined);
    await reading.next();
    expect(isCancelled).toBe(false);
    await reading.return();
    expect(isCancelled).toBe(true);
  });
});
