import { randomUUID } from 'node:crypto';

import { type ApiAnswer } from '../support/api-client.js';
import {
  type ApprovalBody,
  type Colleague,
  colleague,
  policy,
  type PolicyBody,
  say,
  type Standing,
} from '../support/approval-desk.js';
import { BUYER, LINE, orderBody, SELLER } from '../support/order-samples.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Product extends Standing {
  readonly id: string;
  readonly state: string;
  readonly approvedVersion: number | null;
  readonly allowedActions: readonly string[];
  readonly version: number;
  /** Of a refusal. */
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

interface Order {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly object[];
  /** Of a refusal. */
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

interface Version {
  readonly number: number;
  readonly declarationElements: string;
  readonly approvalId: string | null;
}

const ELEMENTS = {
  品牌类型: '4',
  出口享惠情况: '0',
  用途: '家用',
  功能: '吹干头发',
  品牌: 'EXAMPLE',
  型号: 'HD-35',
};

describe('Products', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let owner: Colleague;
  let checker: Colleague;
  let rule: PolicyBody;
  let count = 0;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tenant = await platform.tenant();
    owner = await colleague(platform, tenant, 'owner');
    checker = await colleague(platform, tenant, 'approver');
  });
  afterAll(() => platform.stop());

  async function entered(change: object = {}): Promise<Product> {
    count += 1;
    const answer = await owner.client.post<Product>('/v1/products', {
      reference: `HD-${count}`,
      hsCode: '8516310000',
      goodsName: '电吹风机',
      goodsNameEn: 'Hair dryer',
      elements: ELEMENTS,
      ...change,
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }
  const submit = ({ id }: Pick<Product, 'id'>): Promise<ApiAnswer<Product>> =>
    owner.client.post<Product>(`/v1/products/${id}/submission`, {}, { 'idempotency-key': randomUUID() });
  const amend = ({ id, version }: Product, body: object): Promise<ApiAnswer<Product>> =>
    owner.client.patch<Product>(`/v1/products/${id}`, body, { 'if-match': `"${version}"` });
  const versions = async ({ id }: Product): Promise<readonly Version[]> =>
    (await tenant.client.get<{ data: Version[] }>(`/v1/products/${id}/versions`)).body.data;
  const until = async ({ id }: Product, state: string): Promise<Product> =>
    (
      await eventually(
        () => tenant.client.get<Product>(`/v1/products/${id}`),
        ({ body }) => body.state === state,
      )
    ).body;

  it('are approved at once where nobody else is asked for, and keep each version', async () => {
    const product = await entered();
    expect(product).toMatchObject({ state: 'draft', approvedVersion: null, allowedActions: ['change', 'submit'] });
    const approved = (await submit(product)).body;
    expect(approved).toMatchObject({ state: 'approved', approvedVersion: 1, allowedActions: ['change'] });
    const changed = (await amend(approved, { elements: { ...ELEMENTS, 型号: 'HD-36' } })).body;
    expect(changed).toMatchObject({ state: 'draft', approvedVersion: 1 });
    expect((await submit(changed)).body).toMatchObject({ state: 'approved', approvedVersion: 2 });
    expect(await versions(product)).toMatchObject([
      { number: 2, declarationElements: '4|0|家用|吹干头发|EXAMPLE|HD-36', approvalId: null },
      { number: 1, declarationElements: '4|0|家用|吹干头发|EXAMPLE|HD-35', approvalId: null },
    ]);
  });

  it('are held against the schema of their code, every fault at once', async () => {
    const elements = { ...ELEMENTS, 品牌类型: '7', 颜色: '红', 型号: undefined };
    const refused = await submit(await entered({ elements }));
    expect([refused.status, refused.body.code]).toEqual([422, 'REQUEST.INVALID']);
    expect(refused.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/elements/颜色 unknown_element',
      '/elements/品牌类型 not_in_list',
      '/elements/型号 required',
    ]);
    const unknown = await submit(await entered({ hsCode: '8516319999' }));
    expect(unknown.body.errors).toMatchObject([{ pointer: '/hsCode', code: 'unknown_hs_code' }]);
  });

  it('name goods of the refund library that belong to their code, or none', async () => {
    const product = await entered({ refundCode: '95030089001' });
    const refused = await submit(product);
    expect(refused.body.errors).toMatchObject([{ pointer: '/refundCode', code: 'invalid_refund_code' }]);
    const mended = (await amend(product, { refundCode: null })).body;
    expect((await submit(mended)).body).toMatchObject({ state: 'approved', refundCode: null });
  });

  it('have a reference of their own, and elements that are texts', async () => {
    const body = { reference: 'HD-1', hsCode: '8516310000', goodsName: 'x', goodsNameEn: 'x', elements: {} };
    expect((await owner.client.post<Product>('/v1/products', body)).body.code).toBe(
      'CATALOGUE.PRODUCT_REFERENCE_TAKEN',
    );
    const numbers = { ...body, reference: 'N', elements: { 品牌类型: 4 } };
    expect(await owner.client.post<Product>('/v1/products', numbers)).toMatchObject({ status: 422 });
  });

  describe('in an order', () => {
    let parties: readonly [string, string];
    let orders = 0;

    beforeAll(async () => {
      const ids = [SELLER, BUYER].map(
        async (party) => (await tenant.client.post<Product>('/v1/parties', party)).body.id,
      );
      parties = (await Promise.all(ids)) as [string, string];
    });
    const { hsCode, goodsName, goodsNameEn, declarationElements, ...own } = LINE;
    const byHand = { hsCode, goodsName, goodsNameEn, declarationElements };
    const order = (line: object, placement: string): Promise<ApiAnswer<Order>> => {
      orders += 1;
      const body = { ...orderBody(...parties, `SO-${orders}`), placement, lines: [line] };
      return tenant.client.post<Order>('/v1/orders', body, { 'idempotency-key': randomUUID() });
    };

    it('give a line its code, names and elements; the declaration keeps which version it was', async () => {
      const product = (await submit(await entered())).body;
      const placed = await order({ ...own, productId: product.id }, 'immediate');
      const used = {
        hsCode: '8516310000',
        goodsName: '电吹风机',
        declarationElements: '4|0|家用|吹干头发|EXAMPLE|HD-35',
        productId: product.id,
        productVersion: 1,
      };
      expect(placed.body.lines).toMatchObject([used]);
      await submit((await amend(product, { elements: { ...ELEMENTS, 型号: 'HD-40' } })).body);
      const { body: found } = await eventually(
        () => tenant.client.get<{ data: { id: string }[] }>(`/v1/customs/declarations?orderId=${placed.body.id}`),
        ({ body }) => body.data.length === 1,
      );
      const address = `/v1/customs/declarations/${found.data[0]?.id ?? ''}`;
      const declaration = await tenant.client.get<{ version: number; items: object[] }>(address);
      expect(declaration.body.items).toMatchObject([used]);
    });

    it('are asked anew when the draft changes', async () => {
      const product = (await submit(await entered())).body;
      const draft = (await order({ ...own, productId: product.id }, 'later')).body;
      await submit((await amend(product, { elements: { ...ELEMENTS, 型号: 'HD-40' } })).body);
      const ifMatch = { 'if-match': `"${draft.version}"` };
      const changed = await tenant.client.patch<Order>(`/v1/orders/${draft.id}`, { contractNumber: 'C-2' }, ifMatch);
      expect(changed.body.lines).toMatchObject([{ productVersion: 2 }]);
    });

    it('give a line the goods of the refund library that a person chose, unless the line names others', async () => {
      const product = (await submit(await entered({ refundCode: '85163100001' }))).body;
      const line = { ...own, productId: product.id };
      const placed = (await order(line, 'immediate')).body;
      expect(placed.lines).toMatchObject([{ refundCode: '85163100001' }]);
      const others = (await order({ ...line, refundCode: '85163100002' }, 'later')).body;
      expect(others.lines).toMatchObject([{ refundCode: '85163100002' }]);
      const ifMatch = { 'if-match': `"${others.version}"` };
      const changed = await tenant.client.patch<Order>(`/v1/orders/${others.id}`, { contractNumber: 'C-2' }, ifMatch);
      expect(changed.body.lines).toMatchObject([{ refundCode: '85163100002' }]);
      const refused = await order({ ...line, refundCode: '95163100002' }, 'later');
      expect(refused.body.errors).toMatchObject([{ pointer: '/lines/0/refundCode', code: 'invalid_refund_code' }]);
      const [version] = await versions(product);
      expect(version).toMatchObject({ refundCode: '85163100001' });
    });

    it.each([
      ['that is not approved', { ...own }, ['/lines/0/productId product_not_approved']],
      ['beside a name of its own', { ...own, goodsName: 'x' }, ['/lines/0/goodsName not_applicable']],
    ])('a line of one %s is refused', async (_why, line, faults) => {
      const product = await entered();
      const refused = await order({ ...line, productId: product.id }, 'later');
      expect(refused.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(
        expect.arrayContaining(faults),
      );
    });

    it('a line of none says all of it', async () => {
      expect((await order({ ...own, ...byHand }, 'later')).status).toBe(201);
      const refused = await order(own, 'later');
      expect(refused.body.errors.map(({ pointer }) => pointer)).toEqual([
        '/lines/0/hsCode',
        '/lines/0/goodsName',
        '/lines/0/goodsNameEn',
        '/lines/0/declarationElements',
      ]);
    });
  });

  describe('where a second person is asked for', () => {
    beforeAll(async () => {
      rule = await policy(owner, 'catalogue.product.approval', '0.00');
    });
    const waiting = (product: Product): Pick<ApprovalBody, 'id'> => {
      const { awaitingApproval } = product;
      if (awaitingApproval === null) throw new Error('It waits for nobody');
      return awaitingApproval;
    };

    it('wait for them, and are approved by what they say, once', async () => {
      expect(rule.endedAt).toBeNull();
      const submitted = (await submit(await entered())).body;
      expect(submitted).toMatchObject({ state: 'submitted', approvedVersion: null });
      const request = waiting(submitted);
      expect((await say(owner.client, request, 'approval')).body.code).toBe('APPROVALS.MAKER_CANNOT_DECIDE');
      await say(checker.client, request, 'approval');
      const approved = await until(submitted, 'approved');
      expect(approved).toMatchObject({ approvedVersion: 1, awaitingApproval: null });
      expect(await versions(approved)).toMatchObject([{ number: 1, approvalId: request.id }]);
    });

    it('are drafts again when they say no, with the reason', async () => {
      const submitted = (await submit(await entered())).body;
      await say(checker.client, waiting(submitted), 'refusal');
      const declined = await until(submitted, 'draft');
      expect(declined.declinedApproval).toMatchObject({ state: 'refused', reason: 'The account is new to us' });
      expect(await versions(declined)).toEqual([]);
    });

    it('that change meanwhile are asked about no more, and what was approved stands', async () => {
      const submitted = (await submit(await entered())).body;
      const request = waiting(submitted);
      const changed = (await amend(submitted, { goodsName: '吹风机' })).body;
      expect(changed).toMatchObject({ state: 'draft', awaitingApproval: null });
      const withdrawn = await tenant.client.get<ApprovalBody>(`/v1/approvals/${request.id}`);
      expect(withdrawn.body.state).toBe('withdrawn');
    });
  });
});
