import { Injectable } from '@nestjs/common';

import { newId, publicId, tryParseId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { ContradictoryStatusError, UnknownBankMessageError } from '../../domain/bank-files/bank-message.errors.js';
import { type BopAction, type BopFiling, type ControlReport } from '../../domain/bop/bop-filing.js';
import { SAY as BOP_SAY } from '../../domain/bop/bop.sentences.js';
import { SAY } from '../../domain/fx.sentences.js';
import { nextAsk } from '../../domain/patience.js';
import { BopDeclaration } from '../../entities/bop-declaration.entity.js';
import { CollectionAccount } from '../../entities/collection-account.entity.js';
import { Collection } from '../../entities/collection.entity.js';
import { keepMessage, readSettings } from '../../entities/currency-control.table.js';
import { askBopDeclaration, type BopPayload, sendBopDeclaration } from '../../jobs/safe.job.js';
import { type ControlLetter } from '../../partners/currency-control.port.js';
import { announceAccepted, announceDeleted, announceOverdue, announceRejected, noteBop } from './bop-news.js';
import { chinaTime } from '../china-time.js';

const MESSAGE = /^(bop_[0-9a-z]{26})-(\d{1,4})$/;
const AWAITED: readonly string[] = ['submitted', 'deletion_submitted'];

/** What is to be sent, and how. */
export interface Posting {
  readonly channel: 'bank_api' | 'iso20022';
  readonly filing: BopFiling;
}

/** What becomes of declarations at the bank. */
@Injectable()
export class BopReports {
  /** Null when nothing is to be sent any more. All of it comes from rows, so a repeat is the same message. */
  async posting(view: View, { declarationId, attempt }: BopPayload): Promise<Posting | null> {
    const declaration = await view.find(BopDeclaration, declarationId);
    if (declaration?.attempt !== attempt || declaration.queuedAt === null) return null;
    if (!AWAITED.includes(declaration.state)) return null;
    const collection = await view.find(Collection, declaration.collectionId);
    const account = collection === null ? null : await view.find(CollectionAccount, collection.accountId);
    if (collection === null || account?.accountNumber == null || account.bankBic === null) {
      throw new Error(`Declaration ${declarationId} is of a receipt without an account`);
    }
    const { channel } = await readSettings(view);
    const { messageId, revision, queuedAt, said, settled } = declaration;
    const declarer = { name: account.ownerName, accountNumber: account.accountNumber, bic: account.bankBic };
    const { payerName, payerCountry, ...content } = said;
    const filing: BopFiling = {
      ...content,
      ...{ messageId, revision, declarer, bankReference: collection.bankReference },
      action: actionOf(declaration),
      createdAt: chinaTime(queuedAt),
      payerName: payerName ?? '',
      payerCountry: payerCountry ?? '',
      settled: settled === null ? null : { amount: Money.fromJSON(settled.amount), rate: settled.rate },
    };
    return { channel, filing };
  }

  /** The message has gone: it is kept as it was, with what the bank said at once, if anything. */
  async recordSent(tx: Tx, id: string, letter: ControlLetter, report: ControlReport | null): Promise<void> {
    const subject = { declarationId: id, contractId: null, letterId: null };
    await keepMessage(tx, { ...letter, ...subject, id: newId(), direction: 'out' });
    if (report !== null) await this.report(tx, report, null);
  }

  /** The bank would not even take it. */
  async recordRefused(tx: Tx, id: string, letter: ControlLetter, why: { code: string; reason: string }): Promise<void> {
    const { messageId } = letter;
    const report = { messageId, reportId: null, reasonCode: why.code, reason: why.reason, bankReference: null };
    await this.recordSent(tx, id, letter, { ...report, status: 'rejected' });
  }

  /**
   * The bank reports. What repeats, or is about an earlier message, changes nothing.
   * @param content of the message, where it came as one
   * @throws UnknownBankMessageError when it is about no message of ours
   * @throws ContradictoryStatusError when it takes back its last word
   */
  async report(tx: Tx, report: ControlReport, content: string | null): Promise<void> {
    const { messageId, status } = report;
    const [, named = '', number = '0'] = MESSAGE.exec(messageId) ?? [];
    const id = tryParseId('bopDeclaration', named);
    const declaration = id === null ? null : await tx.lock(BopDeclaration, id);
    if (declaration === null || Number(number) > declaration.attempt) {
      throw new UnknownBankMessageError(SAY.payment_not_ours, { messageId });
    }
    if (content !== null && report.reportId !== null) {
      const subject = { declarationId: declaration.id, contractId: null, letterId: null };
      const kept = { messageId: report.reportId, messageType: 'auth.027', content };
      await keepMessage(tx, { ...kept, ...subject, id: newId(), direction: 'in' });
    }
    if (status === 'pending' || Number(number) < declaration.attempt) return;
    if (AWAITED.includes(declaration.state)) await this.decide(tx, declaration, report);
    else this.compare(declaration, report);
  }

  /** Time is up: if it still waits, somebody is told, and the bank is asked again later. */
  async chase(tx: Tx, { declarationId, attempt }: BopPayload, isKnown: boolean): Promise<void> {
    const declaration = await tx.lock(BopDeclaration, declarationId);
    if (declaration?.attempt !== attempt || declaration.expectedBy === null) return;
    const overdueSince = declaration.expectedBy;
    const dueAt = nextAsk('payout', declaration.queuedAt ?? tx.now, tx);
    declaration.waitUntil(dueAt, tx.now);
    await tx.store(BopDeclaration, declaration);
    announceOverdue(tx, declaration, overdueSince);
    if (!isKnown) enqueue(tx, sendBopDeclaration, { declarationId, attempt });
    enqueue(tx, askBopDeclaration, { declarationId, attempt }, { dueAt });
  }

  private async decide(tx: Tx, declaration: BopDeclaration, report: ControlReport): Promise<void> {
    const from = declaration.state;
    const isDeletion = from === 'deletion_submitted';
    if (report.status === 'rejected') declaration.refuse(report.reasonCode, report.reason, tx.now);
    else if (isDeletion) declaration.confirmDeletion(tx.now);
    else declaration.accept(report.bankReference, tx.now);
    await tx.store(BopDeclaration, declaration);
    if (report.status === 'rejected') announceRejected(tx, declaration);
    else if (isDeletion) announceDeleted(tx, declaration);
    else announceAccepted(tx, declaration);
    noteBop(tx, report.status, declaration, from);
  }

  private compare({ id, state, attempt }: BopDeclaration, { status, messageId }: ControlReport): void {
    const hasSaidYes = state === 'accepted' || state === 'deleted';
    const isSame = (status === 'accepted') === hasSaidYes;
    if (isSame || state === 'draft') return;
    const said = BOP_SAY.bank_contradicts({ id: publicId('bopDeclaration', id), state, status });
    throw new ContradictoryStatusError(said, { messageId, attempt });
  }
}

function actionOf({ state, wasAccepted }: BopDeclaration): BopAction {
  if (state === 'deletion_submitted') return 'delete';
  return wasAccepted ? 'change' : 'add';
}
