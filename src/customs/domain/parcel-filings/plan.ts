import { type CebJson } from '../ceb/check-message.js';
import { CEB_RECORDS_MAX, messageGuid, recordGuid } from '../ceb/guid.js';
import { messageNamed } from '../ceb/messages.js';
import { chinaStamp } from '../parcels/record-fields.js';
import { type ProfileTerms } from '../parcels/profile.js';
import { type FiledParcel, type ParcelFilingKind } from './filing-kind.js';

/** A record as it is kept, to be found by what customs answers. */
export interface PlannedRecord {
  readonly guid: string;
  readonly parcels: readonly FiledParcel[];
  /** Which of the messages holds it, from 0. */
  readonly message: number;
}

export interface FilingPlan {
  readonly messages: readonly { readonly message: string; readonly json: CebJson }[];
  readonly records: readonly PlannedRecord[];
}

interface Filing<Said extends object> {
  readonly id: string;
  readonly parcels: readonly FiledParcel[];
  readonly terms: ProfileTerms;
  readonly said: Said;
  readonly now: Date;
}

/** Parcels of one record, with the number of the document that it is of. */
interface Portion {
  readonly parcels: readonly FiledParcel[];
  readonly document: number;
  readonly count: number;
  readonly number: number;
}

/**
 * Puts parcels into records, and records into messages.
 * @param nextId makes a new UUID: a message has a guid of its own, and its records are numbered after it
 */
export function planFiling<Said extends object>(
  kind: ParcelFilingKind<Said>,
  { id, parcels, terms, said, now }: Filing<Said>,
  nextId: () => string,
): FilingPlan {
  const portions = portionsOf(kind, parcels, said);
  const perMessage = kind.parcelsPerRecord === 1 ? CEB_RECORDS_MAX : 1;
  const messages: FilingPlan['messages'][number][] = [];
  const records: PlannedRecord[] = [];
  const stamp = chinaStamp(now);
  for (let from = 0; from < portions.length; from += perMessage) {
    const guid = messageGuid(nextId());
    const written = portions.slice(from, from + perMessage).map((portion, place) => {
      const record = { guid: recordGuid(guid, place), copNo: copNoOf(id, portion.document), stamp, ...portion, terms };
      records.push({ guid: record.guid, parcels: portion.parcels, message: messages.length });
      return kind.recordOf(record, said);
    });
    const { agent, dxpId } = terms;
    const transfer = { copCode: agent.code, copName: agent.name, dxpMode: 'DXP', dxpId };
    const held = isAlone(kind) ? (written[0] ?? {}) : written;
    const json = { guid, version: '1.0', [kind.element]: held, BaseTransfer: transfer };
    messages.push({ message: kind.message, json });
  }
  return { messages, records };
}

function portionsOf<Said extends object>(
  kind: ParcelFilingKind<Said>,
  parcels: readonly FiledParcel[],
  said: Said,
): Portion[] {
  const { parcelsPerRecord } = kind;
  if (parcelsPerRecord === 1) {
    return parcels.map((parcel, document) => ({ parcels: [parcel], document, count: 1, number: 1 }));
  }
  const groups = Map.groupBy(parcels, (parcel) => kind.groupOf?.(parcel, said) ?? '');
  return [...groups.values()].flatMap((group, document) => {
    const count = Math.ceil(group.length / parcelsPerRecord);
    return Array.from({ length: count }, (_portion, place) => ({
      parcels: group.slice(place * parcelsPerRecord, (place + 1) * parcelsPerRecord),
      document,
      count,
      number: place + 1,
    }));
  });
}

/** A message of one record has it as it is, not in a list. */
function isAlone<Said extends object>({ message, element }: ParcelFilingKind<Said>): boolean {
  return messageNamed(message)?.fields.some(({ name, max }) => name === element && max === 1) === true;
}

const RANDOM_DIGITS = 16;
const DOCUMENT_DIGITS = 4;

/** The end of the filing's id, which is random, and the number of the document in it. */
function copNoOf(id: string, document: number): string {
  const number = document.toString(16).padStart(DOCUMENT_DIGITS, '0');
  return (id.replaceAll('-', '').slice(-RANDOM_DIGITS) + number).toUpperCase();
}
