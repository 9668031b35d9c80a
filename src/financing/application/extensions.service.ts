import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type Reason, reasonOf } from '../../kernel/sentence.js';
import { Ledger } from '../../ledger/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit, enqueue, publish } from '../../platform/outbox/outbox.js';
import { ADVANCE } from '../domain/advance-status.js';
import { askAgainAt, expectedBy } from '../domain/expectation.js';
import { NotExtendableError } from '../domain/extension/extension.errors.js';
import { SAY } from '../domain/extension/extension.sentences.js';
import {
  dueDateOf,
  type Extendable,
  type ExtensionTerms,
  isGrantable,
  priceOf,
  reasonsAgainst,
} from '../domain/extension/extension-rules.js';
import { UnreadableLenderMessageError } from '../domain/financing.errors.js';
import { Advance } from '../entities/advance.entity.js';
import { Extension } from '../entities/extension.entity.js';
import { followAdvance } from '../entities/loan-accounts.table.js';
import { ASK_EXTENSION, REQUEST_EXTENSION } from '../jobs/financing.job.js';
import { type ExtensionWord } from '../partners/lender.port.js';
import { Accruals } from './accrual/accruals.service.js';
import { bookFee } from './books.js';
import { holdAdvance } from './hold-advance.js';

const EXTENSIONS_MAX = 1_000;
const CALLED = `
  SELECT EXISTS (SELECT FROM financing.guarantee_call WHERE tenant_id = $1 AND advance_id = $2 AND state = 'open') AS called`;

/** What a client wishes. */
export interface WantedExtension {
  readonly dueOn: LocalDate;
  readonly purpose: string | null;
}

/** Later due dates (展期): asked for by the client, granted by the lender, in the books and terms of the loan from then on. */
@Injectable()
export class Extensions {
  constructor(
    private readonly ledger: Ledger,
    private readonly accruals: Accruals,
  ) {}

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Extension> {
    const extension = await view.find(Extension, id);
    if (extension === null) throw new ResourceNotFoundError(SAY.no_such_extension);
    return extension;
  }

  list(
    view: View,
    query: PageQuery & { readonly advanceUuid?: string | undefined; readonly state?: string | undefined },
  ): Promise<Page<Extension>> {
    const conditions = [...equal('advance_id', query.advanceUuid), ...among('state', query.state)];
    return entityPage(view, Extension, { table: 'financing.extension', query, conditions });
  }

  /** Of one loan, the oldest first. */
  ofAdvance(view: View, advanceId: string): Promise<Extension[]> {
    const where = { tenantId: view.tenantId, advanceId };
    return view.manager.find(Extension, { where, order: { id: 'ASC' }, take: EXTENSIONS_MAX });
  }

  /**
   * Asks the lender. Nothing of the loan changes before it has spoken.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError unless it is drawn
   * @throws NotExtendableError with every reason, InvalidInputError
   */
  async request(tx: Tx, advanceId: string, { dueOn: wishedOn, purpose }: WantedExtension): Promise<Extension> {
    const advance = await holdAdvance(tx, advanceId);
    tx.assertFresh(advance);
    ADVANCE.next(advance.state, 'extend');
    const terms = advance.terms?.extension;
    const loan = await this.standingOf(tx, advance);
    const reasons = reasonsAgainst(terms, loan);
    if (reasons.length > 0 || terms === undefined) throw new NotExtendableError(reasons);
    const extension = this.opened(tx, advance, terms, { dueOn: dueDateOf(terms, loan, wishedOn), purpose });
    await tx.insert(Extension, extension);
    this.sayRequested(tx, extension);
    enqueue(tx, REQUEST_EXTENSION, { extensionId: extension.id });
    if (extension.expectedBy !== null) {
      enqueue(tx, ASK_EXTENSION, { extensionId: extension.id }, { dueAt: extension.expectedBy });
    }
    return extension;
  }

  /** Applies what the lender said. What was said before changes nothing. @throws UnreadableLenderMessageError */
  async record(tx: Tx, extensionId: string, word: ExtensionWord): Promise<boolean> {
    const { advanceId } = await this.get(tx, extensionId);
    const advance = await holdAdvance(tx, advanceId);
    const extension = await tx.lock(Extension, extensionId);
    if (extension?.state !== 'requested' || word.kind === 'extension_received') return false;
    if (advance.state !== 'drawn') this.lapse(tx, extension);
    else if (word.kind === 'extended') await this.grant(tx, advance, extension, word.maturityOn);
    else this.refuse(tx, extension, word.reason);
    await tx.store(Extension, extension);
    return true;
  }

  /** The lender was asked and had nothing new: say that it is late, and ask again later. */
  async noteSilence(tx: Tx, extensionId: string): Promise<void> {
    const extension = await tx.lock(Extension, extensionId);
    if (extension?.state !== 'requested') return;
    publish(tx, {
      type: 'financing.extension.overdue',
      ...about(extension),
      data: { advanceId: loanOf(extension), expectedBy: (extension.expectedBy ?? tx.now).toISOString() },
    });
    const next = askAgainAt(extension.asks, tx.now, tx.livemode);
    extension.noteAsked(next, tx.now);
    await tx.store(Extension, extension);
    enqueue(tx, ASK_EXTENSION, { extensionId }, { dueAt: next });
  }

  private async standingOf(tx: Tx, { id, maturityOn }: Advance): Promise<Extendable> {
    const all = await this.ofAdvance(tx, id);
    const granted = all.filter(({ state }) => state === 'granted');
    const [row] = await tx.query<{ called: boolean }>(CALLED, [tx.tenantId, id]);
    return {
      ...{ today: today(tx), maturityOn, firstDueOn: granted[0]?.fromMaturityOn ?? maturityOn, times: granted.length },
      isPending: all.some(({ state }) => state === 'requested'),
      isCalled: row?.called ?? false,
    };
  }

  private opened(
    tx: Tx,
    { id: advanceId, orderId, maturityOn, outstanding: principal, annualRate, dayBasis }: Advance,
    terms: ExtensionTerms,
    { dueOn, purpose }: WantedExtension,
  ): Extension {
    return Extension.request({
      ...{ tenantId: tx.tenantId, id: newId(), advanceId, orderId, fromMaturityOn: maturityOn, dueOn, purpose },
      overdueFrom: terms.overdueFrom,
      price: priceOf(terms, { principal, annualRate, dayBasis, from: maturityOn, to: dueOn }),
      ...{ expectedBy: expectedBy(tx.now, tx.livemode), now: tx.now },
    });
  }

  /** What ran until today ran by the due date of before; the fee is owed from now on. */
  private async grant(tx: Tx, advance: Advance, extension: Extension, grantedOn: LocalDate): Promise<void> {
    const { id, fromMaturityOn, dueOn, fee, overdueFrom } = extension;
    if (!isGrantable(grantedOn, { from: fromMaturityOn, to: dueOn })) {
      throw new UnreadableLenderMessageError(SAY.other_day, { asked: dueOn, granted: grantedOn });
    }
    const day = today(tx);
    const booked = await this.accruals.catchUp(tx, advance, { day, occasion: id });
    extension.grant(grantedOn, day, tx.now);
    advance.extend({ maturityOn: grantedOn, overdueFrom, fee, day }, tx.now);
    await tx.store(Advance, advance);
    await followAdvance(tx, advance, booked);
    await bookFee(this.ledger, tx, { advance, fee, key: id, valueDate: day });
    publish(tx, {
      type: 'financing.advance.extended',
      resource: { type: 'advance', id: advance.id },
      orderId: advance.orderId,
      changed: ['maturityOn', 'feesDue'],
      data: {
        extensionId: publicId('loanExtension', id),
        ...{ maturityOn: grantedOn, before: fromMaturityOn, asked: dueOn, fee: fee.toJSON() },
      },
    });
    note(tx, 'grant', extension, 'requested', { maturityOn: grantedOn, before: fromMaturityOn });
  }

  private refuse(tx: Tx, extension: Extension, reason: Reason): void {
    extension.refuse(reason, tx.now);
    const data = { advanceId: loanOf(extension), ...reason };
    publish(tx, { type: 'financing.extension.refused', ...about(extension), changed: ['state'], data });
    note(tx, 'refuse', extension, 'requested', { reason: reason.reason });
  }

  private lapse(tx: Tx, extension: Extension): void {
    const reason = reasonOf([SAY.repaid_meanwhile]);
    extension.lapse(reason, tx.now);
    const data = { advanceId: loanOf(extension), ...reason };
    publish(tx, { type: 'financing.extension.lapsed', ...about(extension), changed: ['state'], data });
    note(tx, 'lapse', extension, 'requested', {});
  }

  private sayRequested(tx: Tx, extension: Extension): void {
    const { fromMaturityOn: before, dueOn, fee } = extension;
    const data = { advanceId: loanOf(extension), before, dueOn, fee: fee.toJSON() };
    publish(tx, { type: 'financing.extension.requested', ...about(extension), creates: true, data });
    note(tx, 'request', extension, null, { dueOn });
  }
}

function about({ id, orderId }: Extension): {
  resource: { type: 'loanExtension'; id: string };
  orderId: string | null;
} {
  return { resource: { type: 'loanExtension', id }, orderId };
}

function loanOf({ advanceId }: Extension): string {
  return publicId('advance', advanceId);
}

function note(
  tx: Tx,
  verb: string,
  { id, state }: Extension,
  from: string | null,
  details: Readonly<Record<string, string>>,
): void {
  const action = `financing.extension.${verb}`;
  audit(tx, { action, resourceType: 'loanExtension', resourceId: id, from, to: state, details });
}

function today({ now }: Tx): LocalDate {
  return dateInZone(now, CHINA);
}
