import { orderBody } from '../support/order-samples.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { Receiver } from '../support/receiver.js';
import { type CollectedSpan, SpanCollector } from '../support/span-collector.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const CALLER_TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER_SPAN = 'b7ad6b7169203331';
const PATIENCE_MS = 30_000;

describe('One trace, from a request to the partners and the webhooks', () => {
  let platform: TestPlatform;
  let collector: SpanCollector;
  let receiver: Receiver;

  beforeAll(async () => {
    [collector, receiver] = await Promise.all([SpanCollector.start(), Receiver.start()]);
    platform = await TestPlatform.start({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
    const desk = await FxDesk.open(platform);
    await desk.tenant.client.post('/v1/webhooks/endpoints', { url: receiver.url, eventTypes: ['*'] }, key());
    const traceparent = `00-${CALLER_TRACE}-${CALLER_SPAN}-01`;
    const placed = await desk.tenant.client.post('/v1/orders', orderBody(desk.sellerId, desk.buyerId), {
      traceparent,
      ...key(),
    });
    expect(placed.status).toBe(201);
  });
  afterAll(async () => {
    await platform.stop();
    await Promise.all([collector.stop(), receiver.stop()]);
  });

  const inTrace = (): CollectedSpan[] => collector.spans.filter(({ traceId }) => traceId === CALLER_TRACE);
  const found = (name: string, parent?: CollectedSpan): Promise<CollectedSpan> =>
    eventually(
      () =>
        Promise.resolve(
          inTrace().find((span) => span.name === name && (parent === undefined || span.parentSpanId === parent.spanId)),
        ),
      (span) => span !== undefined,
      PATIENCE_MS,
    ) as Promise<CollectedSpan>;

  it('the request continues the caller’s trace; each job hangs under what ordered it, each partner call under its job', async () => {
    const request = await found('POST /v1/orders');
    expect([request.service, request.parentSpanId]).toEqual(['entrepot-api', CALLER_SPAN]);
    const heard = await found('job fx.on-order-placed', request);
    const job = await found('job fx.open-account', heard);
    const call = await found('partner bank open-account', job);
    expect(call.service).toBe('entrepot-worker');
  });

  it('a webhook attempt hangs under what published its event, and the receiver is told its span', async () => {
    const request = await found('POST /v1/orders');
    await found('webhook attempt', request); // of orders.order.placed
    const job = await found('job fx.open-account');
    await found('webhook attempt', job); // of fx.collection_account.opened
    const attempts = inTrace().filter(({ name }) => name === 'webhook attempt');
    const told = receiver.received.map(({ headers }) => headers['traceparent']);
    for (const { spanId } of attempts) expect(told).toContain(`00-${CALLER_TRACE}-${spanId}-01`);
  });

  it('a partner is told the span of its call, and calls back in the same trace', async () => {
    const call = await found('partner carrier create-booking');
    const taken = await found('POST /v1/inbound/:partner/:tenantId', call);
    await found('job freight.take-notification', taken);
  });
});

describe('Without a collector', () => {
  it('the caller’s trace is carried through to the webhooks as it came', async () => {
    const [receiver, platform] = await Promise.all([Receiver.start(), TestPlatform.start()]);
    try {
      const desk = await FxDesk.open(platform);
      await desk.tenant.client.post('/v1/webhooks/endpoints', { url: receiver.url, eventTypes: ['*'] }, key());
      const traceparent = `00-${CALLER_TRACE}-${CALLER_SPAN}-00`;
      await desk.tenant.client.post('/v1/orders', orderBody(desk.sellerId, desk.buyerId), { traceparent, ...key() });
      const told = await eventually(
        () => Promise.resolve(receiver.received.map(({ headers, body }) => [body, headers['traceparent']] as const)),
        (all) => all.some(([body]) => body.includes('fx.collection_account.opened')),
      );
      expect(told.filter(([body]) => !body.includes('parties.')).every(([, trace]) => trace === traceparent)).toBe(
        true,
      );
    } finally {
      await platform.stop();
      await receiver.stop();
    }
  });
});
