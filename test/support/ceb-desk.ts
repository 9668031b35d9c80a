import { createHmac } from 'node:crypto';

import { CebMessages, type NewCebMessage } from '../../src/customs/application/ceb-messages.service.js';
import { messageGuid, recordGuid } from '../../src/customs/domain/ceb/guid.js';
import { type CebJson } from '../../src/customs/domain/ceb/check-message.js';
import { newId, publicId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { eventually, type TestPlatform, type TestTenant } from './test-platform.js';

const TIME = '20261129080000';
const TRANSFER = {
  copCode: '3302980001',
  copName: '宁波示例跨境电商有限公司',
  dxpMode: 'DXP',
  dxpId: 'DXPENT0000000001',
};
const PLATFORM = { ebpCode: '3302980002', ebpName: '示例商城', ebcCode: '3302980003', ebcName: '示例商家' };
const CARRIER = { logisticsCode: '3302980004', logisticsName: '示例快递' };
const AGENT = { agentCode: '3302980001', agentName: '宁波示例报关有限公司' };

export interface SentMessage {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly reason: string | null;
  readonly guid: string;
  readonly signedAt: string | null;
  readonly resendable: boolean;
}

export interface SeenReceipt {
  readonly message: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly timesSeen: number;
  readonly records: number;
  readonly messageGuid: string | null;
}

/** Files messages of e-commerce as the modules above the channel do, and looks at what becomes of them. */
export class CebDesk {
  constructor(
    private readonly platform: TestPlatform,
    readonly tenant: TestTenant,
  ) {}

  /** @returns public ids */
  async send(...messages: readonly NewCebMessage[]): Promise<string[]> {
    const caller = { tenantId: this.tenant.tenantId, actor: 'test', traceparent: null };
    const [unitOfWork, ceb] = [
      this.platform.api.get(UnitOfWork, { strict: false }),
      this.platform.api.get(CebMessages, { strict: false }),
    ];
    const ids = await unitOfWork.run(caller, (tx) => ceb.enqueue(tx, messages));
    return ids.map((id) => publicId('cebMessage', id));
  }

  async message(id: string): Promise<SentMessage> {
    return (await this.tenant.client.get(`/v1/customs/ceb/messages/${id}`)).body as unknown as SentMessage;
  }

  async xmlOf(id: string): Promise<string> {
    return String((await this.tenant.client.get(`/v1/customs/ceb/messages/${id}/xml`)).body['xml']);
  }

  async until(id: string, state: string): Promise<SentMessage> {
    return eventually(
      () => this.message(id),
      (message) => message.state === state,
    );
  }

  async receipts(query = ''): Promise<readonly SeenReceipt[]> {
    const { body } = await this.tenant.client.get(`/v1/customs/ceb/receipts?limit=100${query}`);
    return (body as unknown as { data: SeenReceipt[] }).data;
  }

  /** Waits for as many messages of customs of these names, and gives the processing results in them, in the order they came. */
  async results(id: string, rounds: number): Promise<string[]> {
    const guid = (await this.message(id)).guid;
    await eventually(
      () => this.receipts(),
      (seen) => seen.filter(({ messageGuid: of, outcome }) => of === guid && outcome !== 'waiting').length >= rounds,
    );
    return (await this.sandboxReceipts(id)).flatMap((xml) =>
      [...xml.matchAll(/<ceb:returnStatus>([^<]*)</g)].map(([, status = '']) => status),
    );
  }

  /** What customs has said of a message, without the envelopes, in the order of its saying. */
  async sandboxReceipts(id: string): Promise<string[]> {
    const { url, secret } = this.platform.config.partners.customs;
    const answer = await fetch(`${url}/ceb/messages/${id}/receipts`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    const text = await answer.text();
    return [...text.matchAll(/<dxp:Data>([^<]*)</g)].map(([, data = '']) =>
      Buffer.from(data, 'base64').toString('utf8'),
    );
  }

  /** Brings something to the door for receipts, as customs would. */
  async bring(
    body: Buffer | string,
    {
      headers = {},
      secret = this.platform.config.partners.customs.secret,
      at = Date.now(),
    }: {
      readonly headers?: Record<string, string>;
      readonly secret?: string;
      readonly at?: number;
    } = {},
  ): Promise<{ readonly status: number; readonly code: string | undefined }> {
    const bytes = Buffer.from(body as string);
    const seconds = Math.floor(at / 1000);
    const mac = createHmac('sha256', secret).update(`${seconds}.`).update(bytes).digest('hex');
    const tenant = publicId('tenant', this.tenant.tenantId);
    const answer = await fetch(`${this.platform.config.publicUrl}/v1/inbound/customs/${tenant}/ceb`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml', 'x-signature': `t=${seconds},v1=${mac}`, ...headers },
      body: bytes,
    });
    const { code } = (await answer.json()) as { readonly code?: string };
    return { status: answer.status, code };
  }
}

/** Lists of imports (CEB621Message), one per given order number. */
export function importLists(
  orders: readonly string[],
  changes: Record<string, string> = {},
  item: Record<string, string> = {},
): NewCebMessage {
  const list = [{ ...ITEM, ...item }];
  return message(
    'CEB621Message',
    'Inventory',
    orders.map((order) => ({ head: listHead(order, changes), list })),
  );
}

export function importOrders(orders: readonly string[], changes: Record<string, string> = {}): NewCebMessage {
  return message(
    'CEB311Message',
    'Order',
    orders.map((order) => ({ head: orderHead(order, changes), list: [ORDER_ITEM] })),
  );
}

export function withdrawals(invtNo: string, orderNo: string): NewCebMessage {
  const { ebpCode, ebpName, ebcCode, ebcName } = PLATFORM;
  const buyer = {
    buyerIdType: '1',
    buyerIdNumber: '330203199001011234',
    buyerName: '张三',
    buyerTelephone: '13800000000',
  };
  const flat = {
    ...{
      appType: '1',
      appTime: TIME,
      appStatus: '2',
      customsCode: '3104',
      orderNo,
      ebpCode,
      ebpName,
      ebcCode,
      ebcName,
    },
    ...{
      logisticsNo: `W${orderNo}`,
      ...CARRIER,
      copNo: `X${orderNo}`.slice(0, 20),
      invtNo,
      ...buyer,
      ...AGENT,
      reason: '买家取消',
    },
  };
  return message('CEB623Message', 'InvtCancel', [flat]);
}

type Part =
  { readonly head: Record<string, string>; readonly list: readonly Record<string, string>[] } | Record<string, string>;

function message(name: string, record: string, parts: readonly Part[]): NewCebMessage {
  const guid = messageGuid(newId());
  const records = parts.map((part, place) => {
    const own = { guid: recordGuid(guid, place) };
    if (!isHeaded(part)) return { ...own, ...part };
    return { [`${record}Head`]: { ...own, ...part.head }, [`${record}List`]: part.list };
  });
  const json = { guid, version: '1.0', [record]: records, BaseTransfer: TRANSFER } as CebJson;
  return { message: name, json, subject: null };
}

function isHeaded(part: Part): part is { head: Record<string, string>; list: Record<string, string>[] } {
  return 'head' in part && typeof part.head === 'object';
}

const ITEM = {
  ...{
    gnum: '1',
    itemNo: 'SKU-1',
    gcode: '3304990039',
    gname: '面膜',
    gmodel: '30ml*10',
    country: '133',
    currency: '142',
  },
  ...{ qty: '2', unit: '011', qty1: '0.6', unit1: '035', price: '100', totalPrice: '200' },
};
const ORDER_ITEM = {
  ...{ gnum: '1', itemNo: 'SKU-1', itemName: '面膜', gmodel: '30ml*10', unit: '011', qty: '2', price: '100' },
  ...{ totalPrice: '200', currency: '142', country: '133' },
};

function listHead(orderNo: string, changes: Record<string, string>): Record<string, string> {
  return {
    ...{ appType: '1', appTime: TIME, appStatus: '2', orderNo, ...PLATFORM, logisticsNo: `W${orderNo}`, ...CARRIER },
    ...{
      copNo: orderNo.slice(0, 20),
      assureCode: '3302980001',
      ieFlag: 'I',
      declTime: '20261129',
      customsCode: '3104',
    },
    ...{ portCode: '3104', buyerIdType: '1', buyerIdNumber: '330203199001011234', buyerName: '张三' },
    ...{ buyerTelephone: '13800000000', consigneeAddress: '浙江省宁波市示例路1号', ...AGENT, tradeMode: '1210' },
    ...{
      trafMode: 'Y',
      country: '142',
      freight: '0',
      insuredFee: '0',
      currency: '142',
      packNo: '1',
      grossWeight: '1.2',
    },
    ...{ netWeight: '1', ...changes },
  };
}

function orderHead(orderNo: string, changes: Record<string, string>): Record<string, string> {
  return {
    ...{
      appType: '1',
      appTime: TIME,
      appStatus: '2',
      orderType: 'I',
      orderNo,
      ...PLATFORM,
      goodsValue: '200',
      freight: '0',
    },
    ...{
      discount: '0',
      taxTotal: '18.2',
      acturalPaid: '218.2',
      currency: '142',
      buyerRegNo: 'buyer-1',
      buyerName: '张三',
    },
    ...{ buyerTelephone: '13800000000', buyerIdType: '1', buyerIdNumber: '330203199001011234', consignee: '张三' },
    ...{ consigneeTelephone: '13800000000', consigneeAddress: '浙江省宁波市示例路1号', ...changes },
  };
}
