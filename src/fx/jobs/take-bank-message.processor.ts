import { type PaymentReport } from '../domain/payouts/payment-report.js';
import { Injectable } from '@nestjs/common';

import { INBOUND_JOBS, type InboundPayload, readInboxMessage } from '../../platform/partners/inbound.jobs.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { type Tx } from '../../platform/database/session.js';
import { Processor } from '../../platform/queues/processor.js';
import { BankMovements } from '../application/bank-files/bank-movements.js';
import { BopReports } from '../application/bop/bop-reports.js';
import { ContractAnswers } from '../application/contracts/contract-answers.js';
import { ControlLetters } from '../application/contracts/control-letters.js';
import { hearControl, isOfContracts } from '../application/contracts/hear-control.js';
import { isOfBatch, PayoutBatches } from '../application/payouts/payout-batches.js';
import { Payouts } from '../application/payouts/payouts.js';
import { isOfRefund, RefundReports } from '../application/refunds/refund-reports.js';
import { isOfTaxes, TaxPaymentReports } from '../application/tax-payments/tax-payment-reports.js';
import { type ContractWord } from '../domain/bank-files/bank-message.js';
import { BankMessages } from '../partners/bank.port.js';

/** Takes what the bank sends: credit notices, payment reports, messages of currency control. What is not understood stays kept, and goes to people. */
@Injectable()
export class TakeBankMessageProcessor extends Processor<InboundPayload> {
  readonly job = INBOUND_JOBS.bank;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly messages: BankMessages,
    private readonly movements: BankMovements,
    private readonly payouts: Payouts,
    private readonly batches: PayoutBatches,
    private readonly taxes: TaxPaymentReports,
    private readonly refunds: RefundReports,
    private readonly declarations: BopReports,
    private readonly contracts: ContractAnswers,
    private readonly letters: ControlLetters,
  ) {
    super();
  }

  override async process(delivery: Delivery<InboundPayload>): Promise<void> {
    const { id, body } = await this.deliveries.read(delivery, (view) => readInboxMessage(view, delivery.payload));
    const message = this.messages.read(body);
    await this.deliveries.once(delivery, (tx) => {
      if (message.kind === 'credit-notice') return this.movements.takeIn(tx, message.notices, id);
      if (message.kind === 'payment-status') return this.paid(tx, message.report);
      if (message.kind === 'control-letters') return this.letters.receive(tx, message.letters, body);
      return this.controlled(tx, message, body);
    });
  }

  /** The id of the message says whether a status is of a declaration or of a registered contract. */
  private controlled(tx: Tx, word: ContractWord, body: string): Promise<void> {
    const isOfBop = word.kind === 'control-status' && !isOfContracts(word.report.messageId);
    return isOfBop ? this.declarations.report(tx, word.report, body) : hearControl(tx, this.contracts, word, body);
  }

  /** The id of the message says what it paid for, and whether it paid several. */
  private paid(tx: Tx, report: PaymentReport): Promise<void> {
    if (isOfBatch(report.messageId)) return this.batches.report(tx, report);
    if (isOfRefund(report.messageId)) return this.refunds.report(tx, report);
    return isOfTaxes(report.messageId) ? this.taxes.report(tx, report) : this.payouts.report(tx, report);
  }
}
