import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { reasonOf } from '../../kernel/sentence.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { type Tx } from '../../platform/database/session.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Advances } from '../application/advances.service.js';
import { LoanGrounds } from '../application/loan-grounds.js';
import { recordRefused, recordRegistered, recordRenewed } from '../application/registrations.js';
import { productOf } from '../application/terms.js';
import { REGISTRY_RULES } from '../data/registry-rules.js';
import { SAY } from '../domain/financing.sentences.js';
import { renewalOf } from '../domain/registration.js';
import { pledgesOf } from '../entities/advance-pledge.table.js';
import { noteEnded, registrationOf } from '../entities/pledge-registration.table.js';
import { type RegistrationRequest, Registry } from '../partners/registry.port.js';
import { type AdvancePayload, CANCEL_PLEDGE, REGISTER_PLEDGE, RENEW_PLEDGE } from './financing.job.js';

/** Has what backs an advance registered; only then is the lender asked. What another has registered is not lent on. */
@Injectable()
export class RegisterPledge extends Processor<AdvancePayload> {
  readonly job = REGISTER_PLEDGE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly advances: Advances,
    private readonly grounds: LoanGrounds,
    private readonly registry: Registry,
  ) {
    super();
  }

  override async process(delivery: Delivery<AdvancePayload>): Promise<void> {
    const { advanceId } = delivery.payload;
    const request = await this.read(delivery);
    if (request === null) return; // registered or given up meanwhile
    const answer = await this.registry.register(delivery.caller, request);
    await this.deliveries.once(delivery, async (tx) => {
      if ('registrationNumber' in answer)
        await recordRegistered(tx, advanceId, { ...answer, expiresOn: request.expiresOn });
      else await this.refuse(tx, advanceId, answer);
    });
  }

  private async refuse(
    tx: Tx,
    advanceId: string,
    { isTaken, reason: said }: { readonly isTaken: boolean; readonly reason: string },
  ): Promise<void> {
    const words = beginningOf(said, 500);
    if (!(await recordRefused(tx, advanceId, words))) return;
    const reason = reasonOf(isTaken ? [SAY.registered_elsewhere] : [SAY.not_registered({ reason: words })]);
    await this.advances.record(tx, advanceId, { kind: 'declined', reference: publicId('advance', advanceId), reason });
  }

  private read(delivery: Delivery<AdvancePayload>): Promise<RegistrationRequest | null> {
    return this.deliveries.read(delivery, async (view) => {
      const { advanceId } = delivery.payload;
      const registration = await registrationOf(view, advanceId);
      if (registration?.state !== 'wanted') return null;
      const advance = await this.advances.get(view, advanceId);
      const { seller } = await this.grounds.see(view, advance.subject);
      const { lender } = await productOf(view, advance);
      const pledges = await pledgesOf(view, advanceId);
      return {
        reference: publicId('advance', advanceId),
        debtor: { name: seller.name, uscc: seller.uscc },
        creditor: { code: lender.code, name: lender.name.zh },
        secured: advance.principal,
        expiresOn: registration.expiresOn,
        collateral: pledges.map(({ kind, number, issuer }) => ({ kind, number, ...(issuer === '' ? {} : { issuer }) })),
      };
    });
  }
}

/** Extends a registration that is still needed, before it ends. */
@Injectable()
export class RenewPledge extends Processor<AdvancePayload> {
  readonly job = RENEW_PLEDGE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly registry: Registry,
  ) {
    super();
  }

  override async process(delivery: Delivery<AdvancePayload>): Promise<void> {
    const { advanceId } = delivery.payload;
    const registration = await this.deliveries.read(delivery, (view) => registrationOf(view, advanceId));
    if (registration?.state !== 'registered') return;
    const { renewals, expiresOn } = registration;
    const reference = publicId('advance', advanceId);
    const { until } = renewalOf(REGISTRY_RULES, expiresOn);
    await this.registry.renew(delivery.caller, reference, { reference: `${reference}-${renewals + 1}`, until });
    await this.deliveries.once(delivery, (tx) => recordRenewed(tx, advanceId, until));
  }
}

/** The loan is over, or came to nothing: it is taken out of the register. */
@Injectable()
export class CancelPledge extends Processor<AdvancePayload> {
  readonly job = CANCEL_PLEDGE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly registry: Registry,
  ) {
    super();
  }

  override async process(delivery: Delivery<AdvancePayload>): Promise<void> {
    const { advanceId } = delivery.payload;
    await this.registry.cancel(delivery.caller, publicId('advance', advanceId));
    await this.deliveries.once(delivery, (tx) => noteEnded(tx, advanceId));
  }
}
