import { type GivenPart, messagePart, PART_NAMES } from '../domain/message-parts.js';

/** Elements that take no other word than one like this. */
const WORDS: Readonly<Record<string, string>> = {
  Attachment: 'iVBORw0K',
  CertType: 'Y14',
  EdocCode: '00000001',
  EdocFomatType: 'US',
  EdocOwnerCode: '3302961234',
  SignTime: '20261124094905',
  ...{ TrnPreId: '0'.repeat(18), TransNo: '0'.repeat(16), TurnNo: '0'.repeat(16), TrafCustomsNo: '0'.repeat(13) },
  ...{ NativeVoyageNo: '0'.repeat(32), ContractorCode: 'MA2AEFJN-8', TransFlag: 'AA', ValidTime: '20261201' },
  ...{ ESealFlag: 'Y', ApplCodeScc: '91330200MA2AEFJN86', IEDate: '20261124', IEFlag: 'I', DeclPort: '3104' },
  ...{ TradeCo: '3302961234', TradeCoScc: '91330200MA2AEFJN86', TradeMode: '0110', CutMode: '101', FeeCurr: 'USD' },
  ...{ InsurCurr: 'USD', OtherCurr: 'USD', TradeCurr: 'USD', ManualNo: 'C33026000001', OriginCountry: '303' },
  ...{ Unit1: '095', Unit2: '035' },
};

/** One of each part, on the first item where it belongs to one; a vehicle and its licence go together. For tests. */
export const EVERY_PART: readonly GivenPart[] = PART_NAMES.map((part) => {
  const { fields, isOfItem } = messagePart(part);
  return {
    part,
    itemNumber: isOfItem ? 1 : null,
    fields: Object.fromEntries(fields.map(({ name }) => [name, WORDS[name] ?? '1'])),
  };
});
