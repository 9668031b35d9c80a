import { controlStatus, type ControlReport } from '../domain/bop/bop-filing.js';
import { UnknownBankMessageError, UnreadableBankMessageError } from '../domain/bank-files/bank-message.errors.js';
import { SAY } from '../domain/fx.sentences.js';
import { type XmlElement } from './xml-element.js';

export const AUTH_027 = /^urn:iso:std:iso:20022:tech:xsd:auth\.027\.001\.0[12]$/;

/**
 * A CurrencyControlStatusAdvice (auth.027): what the bank says of a message of ours. One message of ours holds one thing, so
 * the status nearest to it counts: that of the record, of the package, of the group.
 * @throws UnreadableBankMessageError, UnknownBankMessageError
 */
export function readAuth027(advice: XmlElement): ControlReport {
  const group = advice.child('GrpSts');
  const pack = advice.child('PackgSts');
  const record = pack.child('RcrdSts');
  const messageId = group.text('OrgnlRefs/OrgnlMsgId');
  const code = record.text('Sts') || pack.text('Sts') || group.text('Sts');
  if (messageId === '' || code === '') throw new UnreadableBankMessageError(SAY.no_status);
  const status = controlStatus(code);
  if (status === null)
    throw new UnknownBankMessageError(SAY.status_unknown({ status: code.slice(0, 8) }), { messageId });
  const why = [record, pack, group].map((level) => level.child('StsRsn')).find((level) => level.names().length > 0);
  const words = (why?.all('AddtlInf') ?? []).map((line) => line.text()).join(' ');
  return {
    messageId,
    reportId: advice.optional('GrpHdr/MsgId'),
    status,
    reasonCode: why?.optional('Rsn/Cd') ?? why?.optional('Rsn/Prtry') ?? null,
    reason: words === '' ? null : words,
    bankReference: record.optional('DocId/Id'),
  };
}
