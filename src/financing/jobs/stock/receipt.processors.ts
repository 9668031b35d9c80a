import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { Parties } from '../../../parties/index.js';
import { beginningOf } from '../../../platform/partners/storable-text.js';
import { Deliveries, type Delivery } from '../../../platform/queues/deliveries.js';
import { Processor } from '../../../platform/queues/processor.js';
import { Pledges } from '../../application/pledges.service.js';
import {
  recordReceiptRefused,
  recordReceiptRegistered,
  recordReceiptRenewed,
} from '../../application/stock/receipt-registrations.js';
import { listedReceipts } from '../../application/stock/seen-receipt.js';
import { REGISTRY_RULES } from '../../data/registry-rules.js';
import { renewalOf } from '../../domain/registration.js';
import { noteEnded, registrationOf } from '../../entities/pledge-registration.table.js';
import { WarehouseReceipt } from '../../entities/warehouse-receipt.entity.js';
import { type RegistrationRequest, Registry } from '../../partners/registry.port.js';
import { CANCEL_RECEIPT, type ReceiptPayload, REGISTER_RECEIPT, RENEW_RECEIPT } from './stock.job.js';

/** Has a pledged receipt registered for the lender. What another has registered is not pledged. */
@Injectable()
export class RegisterReceipt extends Processor<ReceiptPayload> {
  readonly job = REGISTER_RECEIPT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly parties: Parties,
    private readonly pledges: Pledges,
    private readonly registry: Registry,
  ) {
    super();
  }

  override async process(delivery: Delivery<ReceiptPayload>): Promise<void> {
    const { receiptId } = delivery.payload;
    const request = await this.read(delivery);
    if (request === null) return; // registered or given up meanwhile
    const answer = await this.registry.register(delivery.caller, request);
    await this.deliveries.once(delivery, (tx) =>
      'registrationNumber' in answer
        ? recordReceiptRegistered(tx, receiptId, { ...answer, expiresOn: request.expiresOn })
        : recordReceiptRefused(tx, this.pledges, receiptId, { ...answer, reason: beginningOf(answer.reason, 500) }),
    );
  }

  private read(delivery: Delivery<ReceiptPayload>): Promise<RegistrationRequest | null> {
    return this.deliveries.read(delivery, async (view) => {
      const found = await view.find(WarehouseReceipt, delivery.payload.receiptId);
      const [seen] = await listedReceipts(view, found === null ? [] : [found]);
      if (seen?.registration?.state !== 'wanted') return null;
      const { receipt, registration, standing } = seen;
      const { id, sellerId, creditor, number, issuer } = receipt;
      const seller = await this.parties.find(view, sellerId);
      if (seller?.uscc === undefined || seller.uscc === null) throw new Error(`No seller ${sellerId}`);
      return {
        reference: publicId('warehouseReceipt', id),
        debtor: { name: seller.name, uscc: seller.uscc },
        creditor: { code: creditor.code, name: creditor.name.zh },
        secured: standing.cover,
        expiresOn: registration.expiresOn,
        collateral: [{ kind: 'warehouse_receipt', number, issuer }],
      };
    });
  }
}

/** Extends a registration that is still needed, before it ends. */
@Injectable()
export class RenewReceipt extends Processor<ReceiptPayload> {
  readonly job = RENEW_RECEIPT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly registry: Registry,
  ) {
    super();
  }

  override async process(delivery: Delivery<ReceiptPayload>): Promise<void> {
    const { receiptId } = delivery.payload;
    const registration = await this.deliveries.read(delivery, (view) => registrationOf(view, receiptId));
    if (registration?.state !== 'registered') return;
    const { renewals, expiresOn } = registration;
    const reference = publicId('warehouseReceipt', receiptId);
    const { until } = renewalOf(REGISTRY_RULES, expiresOn);
    await this.registry.renew(delivery.caller, reference, { reference: `${reference}-${renewals + 1}`, until });
    await this.deliveries.once(delivery, (tx) => recordReceiptRenewed(tx, receiptId, until));
  }
}

/** Nothing is pledged any more: it is taken out of the register. */
@Injectable()
export class CancelReceipt extends Processor<ReceiptPayload> {
  readonly job = CANCEL_RECEIPT;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly registry: Registry,
  ) {
    super();
  }

  override async process(delivery: Delivery<ReceiptPayload>): Promise<void> {
    const { receiptId } = delivery.payload;
    await this.registry.cancel(delivery.caller, publicId('warehouseReceipt', receiptId));
    await this.deliveries.once(delivery, (tx) => noteEnded(tx, receiptId));
  }
}
