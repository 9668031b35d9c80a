import { ApiError, ConnectionError } from './errors.js';
import { type OperationProgress, watch } from './watch.js';

const at = (version: number, isOver = false): OperationProgress => ({
  id: 'opr_1',
  kind: 'batch',
  state: isOver ? 'completed' : 'running',
  command: 'enterParty',
  total: 10,
  done: version,
  failed: 0,
  cancelled: 0,
  endedAt: isOver ? '2026-04-01T02:00:00.000Z' : null,
  expectedBy: null,
  version,
});

const streamOf = (...texts: string[]): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    }),
  );
const event = (progress: OperationProgress): string =>
  `id: ${progress.version}\nevent: progress\ndata: ${JSON.stringify(progress)}\n\n`;
const never = (): Promise<OperationProgress> => Promise.reject(new Error('It was not to be asked'));

const versionsOf = async (watching: AsyncIterable<OperationProgress>): Promise<number[]> => {
  const versions: number[] = [];
  for await (const { version } of watching) versions.push(version);
  return versions;
};

describe('Watching an operation', () => {
  it('tells each event, wherever the pieces of the stream end, and is over with it', async () => {
    const text = `retry: 2000\n\n${event(at(1))}: still here\n\n${event(at(2))}${event(at(3, true))}`;
    const open = (): Promise<Response> => Promise.resolve(streamOf(...text.split(/(?<=\n)/)));
    expect(await versionsOf(watch({ open, read: never }))).toEqual([1, 2, 3]);
  });

  it('opens a stream that ended again, behind the last event, and tells nothing twice', async () => {
    const asked: (string | undefined)[] = [];
    const streams = [streamOf(event(at(1)), event(at(2))), streamOf(event(at(2)), event(at(3, true)))];
    const open = (lastEventId: string | undefined): Promise<Response> => {
      asked.push(lastEventId);
      return Promise.resolve(streams[asked.length - 1] ?? streamOf());
    };
    expect(await versionsOf(watch({ open, read: never }, { pollMs: 1 }))).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, '2']);
  });

  it('opens one that broke off again', async () => {
    let opened = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    });
    const open = (): Promise<Response> => {
      opened += 1;
      return Promise.resolve(opened === 1 ? new Response(broken) : streamOf(event(at(1, true))));
    };
    expect(await versionsOf(watch({ open, read: never }, { pollMs: 1 }))).toEqual([1]);
  });

  it('asks from time to time where there is no stream', async () => {
    const answers = [at(1), at(1), at(2), at(3, true)];
    const open = (): Promise<Response> => Promise.reject(new ConnectionError('no way through'));
    const read = (): Promise<OperationProgress> => Promise.resolve(answers.shift() ?? at(3, true));
    expect(await versionsOf(watch({ open, read }, { pollMs: 1 }))).toEqual([1, 2, 3]);
  });

  it('fails where the platform refuses, and ends without an error where the caller says so', async () => {
    const problem = {
      code: 'REQUEST.NOT_FOUND',
      status: 404,
      detail: 'No such operation',
      errors: [],
      retryable: false,
    };
    const error = new ApiError(
      { ...problem, title: '', type: '', traceId: '', details: {} },
      { headers: new Headers(), retryAfterMs: null },
    );
    const refused = (): Promise<Response> => Promise.reject(error);
    await expect(versionsOf(watch({ open: refused, read: never }))).rejects.toThrow('No such operation');
    const signal = AbortSignal.abort();
    expect(await versionsOf(watch({ open: refused, read: never }, { signal }))).toEqual([]);
  });
});
