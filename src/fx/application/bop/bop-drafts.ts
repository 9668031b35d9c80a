import { Injectable } from '@nestjs/common';

import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { newId } from '../../../kernel/ids.js';
import { isWorkdayOf } from '../../../kernel/workdays.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { bopDueOn, bopRemindOn } from '../../domain/bop/bop-dates.js';
import { bopNumber } from '../../domain/bop/bop-number.js';
import { BopSerialsUsedUpError } from '../../domain/bop/bop.errors.js';
import { SAY } from '../../domain/bop/bop.sentences.js';
import { isForeignReceipt } from '../../domain/bop/foreign-receipt.js';
import { type ProposedBopLine, proposeBopLine } from '../../domain/bop/propose-bop-line.js';
import { Allocation } from '../../entities/allocation.entity.js';
import { BopDeclaration, type KeptBopContent } from '../../entities/bop-declaration.entity.js';
import { Collection } from '../../entities/collection.entity.js';
import { Conversion } from '../../entities/conversion.entity.js';
import { nextSerial, readSettings } from '../../entities/currency-control.table.js';
import { exportsOf } from '../../entities/declared-exports.table.js';
import { Receivable } from '../../entities/receivable.entity.js';
import { expireBopDeclaration } from '../../jobs/safe.job.js';
import { WorkCalendars } from '../rates/calendars.js';
import { announceDrafted, announceDue, noteBop } from './bop-news.js';

const SERIAL_MAX = 9_999;
/** Offices open at nine; the day is over at midnight. China keeps UTC+8. */
const NINE = 'T09:00:00+08:00';
const MIDNIGHT = 'T00:00:00+08:00';

/** Drafts of declarations: one for each foreign receipt, made by itself, and kept up with what is found out of it. */
@Injectable()
export class BopDrafts {
  constructor(private readonly calendars: WorkCalendars) {}

  /** Money has come in: if from abroad, it is to be declared. Hearing so again changes nothing. */
  async credited(tx: Tx, collectionId: string): Promise<void> {
    await this.ensure(tx, collectionId);
  }

  /** It is known which order the money pays for. The first one names contract and invoice. */
  async matched(tx: Tx, collectionId: string, orderId: string): Promise<void> {
    const declaration = await this.ensure(tx, collectionId);
    if (declaration === null || (declaration.orderId !== null && declaration.orderId !== orderId)) return;
    await this.propose(tx, declaration, orderId);
  }

  /** Customs has closed, or taken back, an export of the order: its mode says what the receipts are. */
  async exported(tx: Tx, orderId: string): Promise<void> {
    for (const { id } of await tx.manager.findBy(BopDeclaration, { tenantId: tx.tenantId, orderId })) {
      const declaration = await tx.lock(BopDeclaration, id);
      if (declaration !== null) await this.propose(tx, declaration, orderId);
    }
  }

  /** What the receipt was exchanged for, where it is one receipt that was. */
  async settled(tx: Tx, conversionId: string): Promise<void> {
    const conversion = await tx.find(Conversion, conversionId);
    if (conversion?.allocationId == null) return;
    const allocation = await tx.find(Allocation, conversion.allocationId);
    const known = allocation === null ? null : await this.of(tx, allocation.collectionId);
    const declaration = known === null ? null : await tx.lock(BopDeclaration, known.id);
    if (declaration?.settled !== null || !declaration.amount.equals(conversion.sold)) return;
    const { bought, ratePerOne } = conversion;
    declaration.settle({ amount: bought.toJSON(), rate: ratePerOne.toFixed() }, tx.now);
    await tx.store(BopDeclaration, declaration);
  }

  /** A day has come: somebody is reminded, or told that it is too late, unless it is declared. */
  async remind(tx: Tx, id: string, isLate: boolean): Promise<void> {
    const declaration = await tx.find(BopDeclaration, id);
    if (declaration === null || !['draft', 'rejected'].includes(declaration.state) || declaration.wasAccepted) return;
    announceDue(tx, declaration, isLate);
  }

  private async ensure(tx: Tx, collectionId: string): Promise<BopDeclaration | null> {
    // Who holds the receipt's row is the only one to declare it.
    const collection = await tx.lock(Collection, collectionId);
    if (collection?.entryKind !== 'credit' || !isForeignReceipt(collection)) return null;
    const known = await this.of(tx, collectionId);
    return known === null ? this.draft(tx, collection) : tx.lock(BopDeclaration, known.id);
  }

  private of(tx: Tx, collectionId: string): Promise<BopDeclaration | null> {
    return tx.manager.findOneBy(BopDeclaration, { tenantId: tx.tenantId, collectionId });
  }

  private async draft(tx: Tx, collection: Collection): Promise<BopDeclaration> {
    const { bookedOn: creditedOn, partyId, amount, payerName, payerCountry } = collection;
    const proposal = proposeBopLine({ supervisionMode: null, isRefund: false, isBonded: false });
    // With the calendar that was imported: a notice that came since.
    const { CNY: china } = await this.calendars.of(tx, ['CNY']);
    const isWorked = isWorkdayOf(china?.years ?? {});
    const declaration = BopDeclaration.draft({
      ...{ tenantId: tx.tenantId, id: newId(), collectionId: collection.id, partyId, amount },
      number: await this.number(tx, creditedOn),
      creditedOn,
      dueOn: bopDueOn(creditedOn, isWorked),
      content: {
        ...{ payerName, payerCountry, contractNumber: null, invoiceNumber: null, isBonded: false },
        lines: [lineOf(collection, proposal)],
      },
      proposal: explained(proposal),
      now: tx.now,
    });
    await tx.insert(BopDeclaration, declaration);
    announceDrafted(tx, declaration);
    noteBop(tx, 'drafted', declaration, null);
    this.watch(tx, declaration, bopRemindOn(creditedOn, isWorked));
    return declaration;
  }

  /** @throws BopSerialsUsedUpError */
  private async number(tx: Tx, day: LocalDate): Promise<string> {
    const { institutionCode: institution } = await readSettings(tx);
    const serial = await nextSerial(tx, institution, day);
    if (serial > SERIAL_MAX) throw new BopSerialsUsedUpError(SAY.serials_used_up({ institution, day }));
    return bopNumber({ institution, day, serial });
  }

  private async propose(tx: Tx, declaration: BopDeclaration, orderId: string): Promise<void> {
    if (declaration.state !== 'draft' || declaration.isEdited) return;
    const receivable = await tx.find(Receivable, orderId);
    if (receivable === null) return;
    const [latest] = (await exportsOf(tx, orderId)).filter(({ isVoid }) => !isVoid);
    const supervisionMode = latest?.supervisionMode ?? null;
    const proposal = proposeBopLine({ supervisionMode, isRefund: false, isBonded: false });
    const { contractNumber, orderReference } = receivable;
    const content: KeptBopContent = {
      ...declaration.content,
      ...{ contractNumber, invoiceNumber: orderReference },
      isBonded: proposal.code === '121030',
      lines: [lineOf(declaration, proposal)],
    };
    declaration.propose(orderId, content, explained(proposal), tx.now);
    await tx.store(BopDeclaration, declaration);
  }

  private watch(tx: Tx, { id, dueOn }: BopDeclaration, remindOn: LocalDate): void {
    const remindAt = new Date(`${remindOn}${NINE}`);
    const lateAt = new Date(`${addDays(dueOn, 1)}${MIDNIGHT}`);
    enqueue(tx, expireBopDeclaration, { declarationId: id, isLate: false }, { dueAt: remindAt });
    enqueue(tx, expireBopDeclaration, { declarationId: id, isLate: true }, { dueAt: lateAt });
  }
}

function lineOf(
  { amount }: Pick<Collection, 'amount'>,
  { code, remark }: ProposedBopLine,
): KeptBopContent['lines'][number] {
  return { code, amount: amount.toJSON(), remark };
}

function explained({ rule, steps }: ProposedBopLine): Pick<ProposedBopLine, 'rule' | 'steps'> {
  return { rule, steps };
}
