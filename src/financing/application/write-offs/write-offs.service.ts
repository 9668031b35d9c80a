import { Injectable } from '@nestjs/common';

import { type ApprovalDecision, Approvals, type GuardedStep } from '../../../approvals/index.js';
import { newId, publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Reason, reasonOf } from '../../../kernel/sentence.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { ADVANCE } from '../../domain/advance-status.js';
import { askAgainAt, expectedBy } from '../../domain/expectation.js';
import { UnreadableLenderMessageError } from '../../domain/financing.errors.js';
import { type LoanParts, totalOfLoan } from '../../domain/waterfall.js';
import { NotWriteOffableError } from '../../domain/write-off/write-off.errors.js';
import { SAY } from '../../domain/write-off/write-off.sentences.js';
import { isRipe } from '../../domain/write-off/write-off-rules.js';
import { Advance } from '../../entities/advance.entity.js';
import { closeAccount } from '../../entities/loan-accounts.table.js';
import { WriteOff } from '../../entities/write-off.entity.js';
import { ASK_WRITE_OFF, PROPOSE_WRITE_OFF } from '../../jobs/financing.job.js';
import { type WriteOffWord } from '../../partners/lender.port.js';
import { Accruals } from '../accrual/accruals.service.js';
import { holdAdvance } from '../hold-advance.js';
import { Pledges } from '../pledges.service.js';
import { bookForgiven, bookWriteOff } from './write-off-books.js';
import { closeWriteOff } from './recovered.js';

const PENDING = ['awaiting_approval', 'proposed'] as const;

/** Loans that are given up in their lender's books (核销): proposed by the platform or not, always by the lender's word. */
@Injectable()
export class WriteOffs {
  constructor(
    private readonly ledger: Ledger,
    private readonly accruals: Accruals,
    private readonly approvals: Approvals,
    private readonly pledges: Pledges,
  ) {}

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<WriteOff> {
    const writeOff = await view.find(WriteOff, id);
    if (writeOff === null) throw new ResourceNotFoundError(SAY.no_such_write_off);
    return writeOff;
  }

  list(
    view: View,
    query: PageQuery & { readonly advanceUuid?: string | undefined; readonly state?: string | undefined },
  ): Promise<Page<WriteOff>> {
    const conditions = [...equal('advance_id', query.advanceUuid), ...among('state', query.state)];
    return entityPage(view, WriteOff, { table: 'financing.write_off', query, conditions });
  }

  /**
   * Proposes it to the lender, once a second person has approved that where the tenant asks for it.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError unless it is drawn, NotWriteOffableError
   */
  async propose(tx: Tx, advanceId: string, reason: string): Promise<WriteOff> {
    const advance = await holdAdvance(tx, advanceId);
    tx.assertFresh(advance);
    ADVANCE.next(advance.state, 'write_off');
    assertRipe(tx, advance);
    if ((await pendingOf(tx, advanceId)) !== null) throw new NotWriteOffableError(SAY.pending);
    const writeOff = opened(tx, advance, { state: 'awaiting_approval', reason });
    const awaited = await this.approvals.gate(tx, this.stepOf(tx, writeOff, advance));
    if (awaited === null) this.ask(tx, writeOff);
    else writeOff.stand(awaited, tx.now);
    await tx.insert(WriteOff, writeOff);
    note(tx, 'propose', writeOff, null);
    return writeOff;
  }

  /** A second person was asked whether it may be proposed, and this came of it. */
  async decided(tx: Tx, { approvalId, subjectId, state, why }: ApprovalDecision): Promise<void> {
    const { advanceId } = await this.get(tx, subjectId);
    const advance = await holdAdvance(tx, advanceId);
    const writeOff = await tx.lock(WriteOff, subjectId);
    const standing = writeOff?.approval;
    if (writeOff?.state !== 'awaiting_approval' || standing?.id !== approvalId) return;
    if (state !== 'approved') {
      const reason = why ?? reasonOf([SAY.repaid_meanwhile]);
      this.decline(tx, writeOff, reason, { ...standing, state, why });
    } else await this.goOn(tx, writeOff, advance);
    await tx.store(WriteOff, writeOff);
  }

  /** Applies what the lender said. What was said before changes nothing. @throws UnreadableLenderMessageError */
  async record(tx: Tx, advanceId: string, word: WriteOffWord): Promise<boolean> {
    const advance = await holdAdvance(tx, advanceId);
    if (word.kind === 'settled') return this.settle(tx, advance);
    const pending = await pendingOf(tx, advanceId);
    if (word.kind === 'written_off') return this.writeOff(tx, advance, pending, word.reason);
    if (word.kind !== 'write_off_refused' || pending?.state !== 'proposed') return false;
    this.decline(tx, pending, word.reason);
    await tx.store(WriteOff, pending);
    return true;
  }

  /** The lender was asked and had nothing new: ask again later. */
  async noteSilence(tx: Tx, id: string): Promise<void> {
    const writeOff = await tx.lock(WriteOff, id);
    if (writeOff?.state !== 'proposed') return;
    const next = askAgainAt(writeOff.asks, tx.now, tx.livemode);
    writeOff.noteAsked(next, tx.now);
    await tx.store(WriteOff, writeOff);
    enqueue(tx, ASK_WRITE_OFF, { writeOffId: id }, { dueAt: next });
  }

  private async goOn(tx: Tx, writeOff: WriteOff, advance: Advance): Promise<void> {
    if (advance.state !== 'drawn' || !isRipe(advance.terms?.writeOff, advance.daysOverdueOn(today(tx)))) {
      await this.approvals.dismiss(tx, writeOff.approval);
      this.decline(tx, writeOff, reasonOf([SAY.repaid_meanwhile]));
      return;
    }
    const awaited = await this.approvals.gate(tx, this.stepOf(tx, writeOff, advance));
    if (awaited === null) this.ask(tx, writeOff);
    else writeOff.stand(awaited, tx.now);
  }

  private ask(tx: Tx, writeOff: WriteOff): void {
    const due = expectedBy(tx.now, tx.livemode);
    writeOff.propose(due, tx.now);
    publish(tx, {
      type: 'financing.write_off.proposed',
      ...about(writeOff),
      creates: true,
      data: { advanceId: publicId('advance', writeOff.advanceId), reason: writeOff.reason },
    });
    enqueue(tx, PROPOSE_WRITE_OFF, { writeOffId: writeOff.id });
    enqueue(tx, ASK_WRITE_OFF, { writeOffId: writeOff.id }, { dueAt: due });
  }

  /** Out of the client's live loans, by what is owed today; what is owed stays, and no interest runs on it. */
  private async writeOff(tx: Tx, advance: Advance, pending: WriteOff | null, reason: Reason): Promise<boolean> {
    if (advance.state !== 'drawn') return false;
    const days = advance.daysOverdueOn(today(tx));
    if (!isRipe(advance.terms?.writeOff, days)) throw new UnreadableLenderMessageError(tooEarly(advance, days));
    await this.approvals.dismiss(tx, pending?.approval ?? null);
    const from = pending?.state ?? null;
    const writeOff = pending ?? opened(tx, advance, { state: 'written_off', reason: reason.reason });
    const parts = await this.takeOut(tx, advance, writeOff.id);
    writeOff.confirm(parts, today(tx), tx.now);
    if (pending === null) await tx.insert(WriteOff, writeOff);
    else await tx.store(WriteOff, writeOff);
    publish(tx, {
      type: 'financing.advance.written_off',
      resource: { type: 'advance', id: advance.id },
      orderId: advance.orderId,
      changed: ['state'],
      data: { writeOffId: publicId('loanWriteOff', writeOff.id), ...wireOf(parts), ...reason },
    });
    note(tx, 'confirm', writeOff, from);
    return true;
  }

  private async takeOut(tx: Tx, advance: Advance, key: string): Promise<LoanParts> {
    const day = today(tx);
    await this.accruals.catchUp(tx, advance, { day, occasion: key });
    const parts = advance.duesOn(day, zeroOf(advance));
    advance.writeOff(day, tx.now);
    await tx.store(Advance, advance);
    await closeAccount(tx, advance.id);
    await bookWriteOff(this.ledger, tx, { advance, parts, key, valueDate: day });
    return parts;
  }

  /** The lender gives up what is left. */
  private async settle(tx: Tx, advance: Advance): Promise<boolean> {
    if (advance.state !== 'written_off') return false;
    const day = today(tx);
    const forgiven = totalOfLoan(advance.duesOn(day, zeroOf(advance)));
    advance.forgive(tx.now);
    await tx.store(Advance, advance);
    await bookForgiven(this.ledger, tx, { advance, forgiven, valueDate: day });
    await this.pledges.release(tx, advance.id);
    await closeWriteOff(tx, advance, forgiven);
    return true;
  }

  private decline(tx: Tx, writeOff: WriteOff, reason: Reason, approval: WriteOff['approval'] = null): void {
    const { state: from } = writeOff;
    writeOff.decline(reason, tx.now, approval);
    publish(tx, {
      type: 'financing.write_off.declined',
      ...about(writeOff),
      ...(from === 'proposed' ? { changed: ['state'] } : { creates: true }),
      data: { advanceId: publicId('advance', writeOff.advanceId), ...reason },
    });
    note(tx, 'decline', writeOff, from);
  }

  private stepOf(tx: Tx, { id, orderId, approval, reason }: WriteOff, advance: Advance): GuardedStep {
    const owed = totalOfLoan(advance.duesOn(today(tx), zeroOf(advance)));
    return {
      ...{ command: 'financing.advance.write_off', subjectId: id, orderId, amount: advance.outstanding },
      essentials: { advanceId: advance.id, principal: advance.outstanding.toJSON(), reason },
      summary: SAY.approve({ owed: String(owed), days: advance.daysOverdueOn(today(tx)) }),
      standing: approval,
    };
  }
}

async function pendingOf(tx: Tx, advanceId: string): Promise<WriteOff | null> {
  for (const state of PENDING) {
    const found = await tx.manager.findOneBy(WriteOff, { tenantId: tx.tenantId, advanceId, state });
    if (found !== null) return tx.lock(WriteOff, found.id);
  }
  return null;
}

function opened(
  tx: Tx,
  { id: advanceId, orderId, principal: { currency } }: Advance,
  { state, reason }: Pick<WriteOff, 'state' | 'reason'>,
): WriteOff {
  const facts = { tenantId: tx.tenantId, id: newId(), advanceId, orderId, state, currency, reason, expectedBy: null };
  return WriteOff.open(facts, tx.now);
}

function assertRipe(tx: Tx, advance: Advance): void {
  const days = advance.daysOverdueOn(today(tx));
  if (!isRipe(advance.terms?.writeOff, days)) throw new NotWriteOffableError(tooEarly(advance, days));
}

function tooEarly({ terms }: Advance, days: number): ReturnType<typeof SAY.too_early> {
  const after = terms?.writeOff?.afterDays;
  return after === undefined ? SAY.not_offered : SAY.too_early({ days, after });
}

function zeroOf({ principal }: Advance): Money {
  return Money.zero(principal.currency);
}

function wireOf({ fees, penalty, interest, principal }: LoanParts) {
  return {
    ...{ fees: fees.toJSON(), penalty: penalty.toJSON() },
    ...{ interest: interest.toJSON(), principal: principal.toJSON() },
  };
}

function about({ id, orderId }: WriteOff): { resource: { type: 'loanWriteOff'; id: string }; orderId: string | null } {
  return { resource: { type: 'loanWriteOff', id }, orderId };
}

function note(tx: Tx, verb: string, { id, state, reason }: WriteOff, from: string | null): void {
  const action = `financing.write_off.${verb}`;
  audit(tx, { action, resourceType: 'loanWriteOff', resourceId: id, from, to: state, details: { reason } });
}

function today({ now }: Tx): LocalDate {
  return dateInZone(now, CHINA);
}
