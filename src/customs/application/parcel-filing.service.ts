import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { audit, publish } from '../../platform/outbox/outbox.js';
import { CEB_RECORDS_MAX, messageGuid, recordGuid } from '../domain/ceb/guid.js';
import { type CebJson } from '../domain/ceb/check-message.js';
import { type ParcelKind } from '../domain/parcels/judge.js';
import { PAPER_MESSAGES } from '../domain/parcels/list-messages.js';
import { chinaStamp, type Filed, type PaperMessage } from '../domain/parcels/record-fields.js';
import { type Papers } from '../domain/parcels/papers.js';
import { type MovedParcel } from '../entities/parcel-steps.table.js';
import { CebMessages, type NewCebMessage } from './ceb-messages.service.js';

/** Digits of our own number that customs repeats. */
const COP_NO_DIGITS = 20;

export interface ToFile {
  readonly id: string;
  readonly orderNo: string;
  readonly papers: Papers;
}

/** What is to be sent, and the guid that each list has in it. */
export interface FilingPlan {
  readonly messages: readonly NewCebMessage[];
  /** Of the lists, in the order of the parcels. */
  readonly guids: readonly string[];
  readonly parcels: readonly ToFile[];
}

/** Puts parcels into the messages that file them, a hundred in each. */
@Injectable()
export class ParcelFiling {
  constructor(private readonly messages: CebMessages) {}

  plan(parcels: readonly ToFile[], kind: ParcelKind, now: Date): FilingPlan {
    const guids: string[] = [];
    const messages: NewCebMessage[] = [];
    const { list, ...papers } = PAPER_MESSAGES[kind.direction];
    for (let first = 0; first < parcels.length; first += CEB_RECORDS_MAX) {
      const some = parcels.slice(first, first + CEB_RECORDS_MAX);
      for (const name of kind.terms.transmits) {
        const paper = papers[name];
        const given = some.filter((parcel) => parcel.papers[name] !== undefined);
        if (paper !== null && given.length > 0) messages.push(messageOf(paper, given, kind, now).message);
      }
      const lists = messageOf(list, some, kind, now);
      messages.push(lists.message);
      guids.push(...lists.guids);
    }
    return { messages, guids, parcels };
  }

  /** In the transaction that marks the parcels as filing. */
  async send(tx: Tx, { messages, parcels }: FilingPlan, platformCode: string): Promise<void> {
    if (parcels.length === 0) return;
    const [first = ''] = (await this.messages.enqueue(tx, messages)).slice(-1);
    for (let from = 0; from < parcels.length; from += CEB_RECORDS_MAX) {
      const some = parcels.slice(from, from + CEB_RECORDS_MAX);
      const moved = some.map(({ id, orderNo }) => ({ id, platformCode, orderNo, state: 'filing' as const }));
      announceMoved(tx, { type: 'cebMessage', id: first }, moved);
    }
    audit(tx, {
      action: 'customs.parcels.file',
      resourceType: 'cebMessage',
      resourceId: first,
      to: 'filing',
      details: { parcels: parcels.length, messages: messages.length },
    });
  }
}

function messageOf(
  { message, element, recordOf }: PaperMessage,
  parcels: readonly ToFile[],
  kind: ParcelKind,
  now: Date,
): { readonly message: NewCebMessage; readonly guids: readonly string[] } {
  const guid = messageGuid(newId());
  const guids = parcels.map((_parcel, place) => recordGuid(guid, place));
  const time = { stamp: chinaStamp(now) };
  const { agent, dxpId } = kind.terms;
  const records = parcels.map(({ id, papers }, place) => {
    const filed: Filed = { guid: guids[place] ?? '', copNo: copNoOf(id), papers };
    return recordOf(filed, kind, time);
  });
  const transfer = { copCode: agent.code, copName: agent.name, dxpMode: 'DXP', dxpId };
  const json: CebJson = { guid, version: '1.0', [element]: records, BaseTransfer: transfer };
  return { message: { message, json, subject: null }, guids };
}

/** The end of the id: what is random in it. */
function copNoOf(id: string): string {
  return id.replaceAll('-', '').toUpperCase().slice(-COP_NO_DIGITS);
}

export function announceMoved(
  tx: Tx,
  resource: { readonly type: 'cebMessage' | 'cebReceipt' | 'parcelFiling'; readonly id: string },
  parcels: readonly MovedParcel[],
): void {
  const told = parcels.map(({ id, platformCode, orderNo, state }) => ({
    id: publicId('parcel', id),
    platformCode,
    orderNo,
    state,
  }));
  publish(tx, { type: 'customs.parcels.moved', resource, changed: ['state'], data: { parcels: told } });
}
