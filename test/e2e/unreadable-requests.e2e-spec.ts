import net from 'node:net';

import { TestPlatform } from '../support/test-platform.js';

/** What comes back on a connection, until it ends. */
function answerTo(
  port: number,
  bytes: string,
): Promise<{ status: number; type: string; body: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]),
        type: /^content-type: (\S+)/im.exec(head)?.[1] ?? '',
        body: JSON.parse(body) as Record<string, unknown>,
      });
    });
  });
}

describe('What is no request', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
  });
  afterAll(() => platform.stop());

  it.each([
    ['bytes that are no HTTP', 400, '\u0016\u0003\u0001 hello\r\n\r\n'],
    [
      'a header with a control character',
      400,
      'GET /v1/orders HTTP/1.1\r\nHost: x\r\nIdempotency-Key: a\u0001b\r\n\r\n',
    ],
    [
      'two lengths of one body',
      400,
      'POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
    ],
    ['headers without end', 431, `GET /v1/orders HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`],
  ])('%s: %i, as a problem', async (_what, status, bytes) => {
    const answer = await answerTo(platform.config.port, bytes);
    expect(answer).toMatchObject({
      status,
      type: 'application/problem+json',
      body: { status, code: 'REQUEST.MALFORMED' },
    });
    expect(answer.body['traceId']).not.toBe('');
  });
});
