import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { told } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { SAY } from '../domain/abnormal.sentences.js';
import { AbnormalEntry } from '../entities/abnormal-entry.entity.js';
import { entryByCheck } from '../entities/abnormal-entries.table.js';
import { type Invoice } from '../entities/invoice.entity.js';
import { noteEntry, promiseTelling } from './abnormal-news.js';

const SOURCE = told(SAY.check_source, 'en');

/** The tax authority, asked about the invoice, holds it for abnormal. The caller holds the invoice. */
export async function listByCheck(tx: Tx, invoice: Invoice): Promise<void> {
  if ((await entryByCheck(tx, invoice.id)) !== null) return;
  const { tenantId, now } = tx;
  const { sellerTaxNumber: issuerTaxNumber, invoiceCode, invoiceNumber } = invoice;
  const entry = AbnormalEntry.list({
    ...{ tenantId, now, issuerTaxNumber, invoiceCode, invoiceNumber },
    ...{ id: newId(), origin: 'check', ground: 'not_stated', source: SOURCE, note: null },
    ...{ issuedFrom: null, issuedTo: null, day: dateInZone(now, CHINA), enteredBy: tx.caller.actor },
  });
  await tx.insert(AbnormalEntry, entry);
  noteEntry(tx, 'list', entry, null);
  promiseTelling(tx, entry.id);
}

/** Asked again, it answers otherwise. The caller holds the invoice. */
export async function liftByCheck(tx: Tx, invoice: Invoice): Promise<void> {
  const id = await entryByCheck(tx, invoice.id);
  const entry = id === null ? null : await tx.lock(AbnormalEntry, id);
  if (entry?.state !== 'listed') return;
  entry.lift({ source: SOURCE, day: dateInZone(tx.now, CHINA), note: null }, tx.now);
  noteEntry(tx, 'lift', entry, 'listed');
  promiseTelling(tx, entry.id);
  await tx.store(AbnormalEntry, entry);
}
