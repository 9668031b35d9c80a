import { SUPPLEMENT_FIELDS, type SupplementAnswer } from '../domain/supplement.js';
import { type Composed, type RequestFacts } from './customs-window.port.js';
import { DEC_NAMESPACE } from './dec-message.js';
import { from, own, signingTime, type Values, wrap, Writer } from './dec-writer.js';
import { SUPPLEMENT, SUPPLEMENT_SIGNATURE } from './dec-supplement.layout.js';

/** 价格, 商品归类, 原产地 */
const TYPE = { price: 'A', classification: 'B', origin: 'C' } as const;
const DECLARE = 'C';
const CONTRACT_MAX = 20;

/** Writes a DecSDMessage (补充申报单): for each item and kind of question one list with what is known and what is answered. */
export function composeSupplement(facts: RequestFacts, signedAt: Date): Composed {
  const writer = new Writer();
  const lists = facts.answers.map((answer, index) =>
    writer.element('DecSupplementList', SUPPLEMENT, listOf(facts, answer, index)),
  );
  const signature: Values = {
    OperType: own(DECLARE),
    ClientSeqNo: own(facts.declarationSequenceNumber),
    SignDate: own(signingTime(signedAt)),
  };
  const parts = [
    wrap('DecSupplement', lists),
    writer.element('DecSupplementSign', SUPPLEMENT_SIGNATURE, signature),
  ].join('');
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<DecSDMessage xmlns="${DEC_NAMESPACE}" version="1.0">${parts}</DecSDMessage>`;
  return { text, findings: writer.findings.all, fields: writer.fields };
}

function listOf({ form }: RequestFacts, { itemNumber, kind, fields }: SupplementAnswer, index: number): Values {
  const { exporter, producer, consignee, contractNumber, currency, transport } = form;
  const answered = fields
    .filter(({ field }) => SUPPLEMENT_FIELDS.includes(field))
    .map(({ field, value }, place) => [field, from(`/answers/${index}/fields/${place}/value`, value)] as const);
  return {
    GNo: own(String(itemNumber)),
    SupType: own(TYPE[kind]),
    Buyer: from('/consignee/name', consignee.name),
    BuyerAddr: from('/consignee/address', consignee.address),
    Seller: from('/exporter/name', exporter.name),
    Factory: from('/producer/name', producer.name),
    // This form takes less of it than the declaration, which customs has beside it.
    ...(contractNumber.length <= CONTRACT_MAX && { ContrNo: from('/contractNumber', contractNumber) }),
    Curr: own(currency),
    BillNo: from('/transport/billNumber', transport.billNumber),
    DeclPort: from('/declarationOffice', form.declarationOffice),
    ...Object.fromEntries(answered),
  };
}
