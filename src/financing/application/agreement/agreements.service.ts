import { Injectable } from '@nestjs/common';

import { publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { type Sheet } from '../../../kernel/sheet.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { enqueue, publish } from '../../../platform/outbox/outbox.js';
import { checkSignature } from '../../domain/agreement/agreement-rules.js';
import { SAY_AGREEMENT as SAY } from '../../domain/agreement/agreement.sentences.js';
import { agreementSheet } from '../../domain/agreement/agreement-sheet.js';
import { AGREEMENT } from '../../domain/agreement/agreement-status.js';
import { expectedBy } from '../../domain/expectation.js';
import { NotEligibleError } from '../../domain/financing.errors.js';
import { feeOn } from '../../domain/products/price.js';
import { Advance } from '../../entities/advance.entity.js';
import { LoanAgreement } from '../../entities/loan-agreement.entity.js';
import { TELL_SIGNATURE } from '../../jobs/agreement.job.js';
import { Advances } from '../advances.service.js';
import { askLender } from '../ask-lender.js';
import { declineAdvance } from '../decline-step.js';
import { holdAdvance } from '../hold-advance.js';
import { LoanGrounds } from '../loan-grounds.js';
import { planFrom } from '../loan-schedule.js';
import { Pledges } from '../pledges.service.js';
import { heldTerms, productOf, standingAgainst } from '../terms.js';
import { Waterfalls } from '../waterfalls.service.js';
import { about, lapseAgreement, loanOf, noteAgreement } from './agreement-steps.js';

/** Who has signed, and when. */
export interface Signature {
  readonly signatory: string;
  readonly signedOn: LocalDate;
}

/** Agreements on loans (签约): offered by the lender's approval, signed by the client, and only then is money paid out. */
@Injectable()
export class Agreements {
  constructor(
    private readonly advances: Advances,
    private readonly grounds: LoanGrounds,
    private readonly pledges: Pledges,
    private readonly waterfalls: Waterfalls,
  ) {}

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<LoanAgreement> {
    const agreement = await view.find(LoanAgreement, id);
    if (agreement === null) throw new ResourceNotFoundError(SAY.no_such_agreement);
    return agreement;
  }

  list(
    view: View,
    query: PageQuery & { readonly advanceUuid?: string | undefined; readonly state?: string | undefined },
  ): Promise<Page<LoanAgreement>> {
    const conditions = [...equal('advance_id', query.advanceUuid), ...among('state', query.state)];
    return entityPage(view, LoanAgreement, { table: 'financing.loan_agreement', query, conditions });
  }

  /**
   * The client has signed; the lender hears of it, and is expected to pay out. The facts are looked at again, but not the amount:
   * the loan holds its own limit.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError unless it is offered
   * @throws AgreementOverError, InvalidInputError of its day
   * @throws NotEligibleError with every reason; nothing changes then
   */
  async sign(tx: Tx, id: string, { signatory, signedOn }: Signature): Promise<LoanAgreement> {
    const { advance, agreement } = await this.hold(tx, id);
    tx.assertFresh(agreement);
    const { state: from, days } = agreement;
    AGREEMENT.next(from, 'sign');
    checkSignature(days, signedOn, dateInZone(tx.now, CHINA));
    await this.judgeAgain(tx, advance);
    agreement.sign(signatory, signedOn, tx.now);
    await tx.store(LoanAgreement, agreement);
    const data = { ...loanOf(agreement), signatory, signedOn };
    publish(tx, { type: 'financing.agreement.signed', ...about(agreement), changed: ['state'], data });
    noteAgreement(tx, 'sign', agreement, from);
    await this.expectMoney(tx, advance);
    enqueue(tx, TELL_SIGNATURE, { agreementId: id });
    return agreement;
  }

  /** The lender has the signature. */
  async recordTold(tx: Tx, id: string): Promise<void> {
    const agreement = await tx.lock(LoanAgreement, id);
    if (agreement?.toldAt !== null) return;
    agreement.noteTold(tx.now);
    await tx.store(LoanAgreement, agreement);
  }

  /** The last day is over: what was not signed lapses, and the loan with it. */
  async expire(tx: Tx, id: string): Promise<void> {
    const { advance, agreement } = await this.hold(tx, id);
    if (agreement.state !== 'offered') return;
    const reason = reasonOf([SAY.not_signed_in_time({ validUntil: agreement.validUntil })]);
    await lapseAgreement(tx, agreement, reason);
    await declineAdvance(tx, this.pledges, advance, reason);
    if (advance.orderId !== null) await this.waterfalls.resume(tx, advance.orderId);
  }

  /** The paper that is signed, as of the day of the offer. @throws ResourceNotFoundError */
  async document(view: View, id: string): Promise<{ readonly sheet: Sheet; readonly offeredAt: Date }> {
    const agreement = await this.get(view, id);
    const advance = await this.advances.get(view, agreement.advanceId);
    const product = await productOf(view, advance);
    const { seller: borrower } = await this.grounds.see(view, advance.subject);
    const { number, maturityOn, annualRate, signature, days } = agreement;
    const fee = feeOn(product, advance.principal);
    const sheet = agreementSheet({
      ...{ number, borrower, annualRate, signature, fee, ...days },
      reference: publicId('advance', advance.id),
      lender: product.lender.name,
      product: product.name,
      ...{ principal: advance.principal, dayBasis: advance.dayBasis },
      schedule: planFrom(advance, { from: days.offeredOn, maturityOn, annualRate, fee }),
    });
    return { sheet, offeredAt: agreement.createdAt };
  }

  /** Both held, the advance first. @throws ResourceNotFoundError */
  private async hold(tx: Tx, id: string): Promise<{ advance: Advance; agreement: LoanAgreement }> {
    const { advanceId } = await this.get(tx, id);
    const advance = await holdAdvance(tx, advanceId);
    const agreement = await tx.lock(LoanAgreement, id);
    if (agreement === null) throw new ResourceNotFoundError(SAY.no_such_agreement);
    return { advance, agreement };
  }

  private async judgeAgain(tx: Tx, advance: Advance): Promise<void> {
    const [ground, product] = [await this.grounds.hold(tx, advance.subject), await productOf(tx, advance)];
    const asked = { ground, product, wanted: advance.principal, advanceId: advance.id };
    const reasons = standingAgainst(await heldTerms(tx, asked));
    if (reasons.length > 0) throw new NotEligibleError(reasons);
  }

  private async expectMoney(tx: Tx, advance: Advance): Promise<void> {
    const dueAt = expectedBy(tx.now, tx.livemode);
    advance.expect(dueAt, tx.now);
    await tx.store(Advance, advance);
    askLender(tx, advance.id, dueAt);
  }
}
