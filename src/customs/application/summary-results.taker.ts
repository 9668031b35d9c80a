import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { publish } from '../../platform/outbox/outbox.js';
import { type CebJson } from '../domain/ceb/check-message.js';
import { instantOf } from '../domain/ceb/china-time.js';
import { keepDeclaration, type ToldDeclaration } from '../entities/summary-declarations.table.js';
import { type CebReceiptRecord, CebReceiptTaker } from './ceb-receipt-taker.js';

/**
 * Takes what customs made of applications for summaries (CEB792Message): the declarations, told as often as they go on, before
 * or after the answer to the application (CEB702Message), with whose number they are put together when somebody reads them.
 */
@Injectable()
export class SummaryResultsTaker extends CebReceiptTaker {
  readonly kinds = ['CEB792Message'];

  override async take(tx: Tx, records: readonly CebReceiptRecord[]): Promise<void> {
    for (const { source, fields } of records) {
      const told = toldBy(fields, tx.now);
      if (told === null || !(await keepDeclaration(tx, told)) || told.entryId === null) continue;
      publish(tx, {
        type: 'customs.parcel_summary.declared',
        resource: source,
        changed: [],
        data: { entryNumber: told.entryId, summaryNumber: told.sumNo },
      });
    }
  }
}

function toldBy(fields: CebJson, now: Date): ToldDeclaration | null {
  const head = fields['SummaryResultHead'];
  if (typeof head !== 'object' || Array.isArray(head)) return null;
  const of = (name: string): string => textOf(head as CebJson, name);
  const [sumNo, declSeqNo] = [of('sumNo'), of('declSeqNo')];
  if (sumNo === '' || declSeqNo === '') return null;
  return {
    ...{ sumNo, declSeqNo, state: of('decState'), grossWeight: of('grossWeight'), netWeight: of('netWeight') },
    entryId: of('entryId') || null,
    processedAt: instantOf(of('opDate')) ?? now,
    lines: linesOf(fields['SummaryResultList']),
  };
}

function linesOf(list: unknown): ToldDeclaration['lines'] {
  if (!Array.isArray(list)) return [];
  return (list as readonly CebJson[]).map((line) => ({
    invtNo: textOf(line, 'invtNo'),
    gnum: Number(textOf(line, 'gnum')),
    item: Number(textOf(line, 'gseqno')),
  }));
}

function textOf(fields: CebJson, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}
