import { type EventData, type EventType } from '../../contracts/events.js';

/** What an event says, in English and in Chinese. */
export type Words<Type extends EventType> = (data: EventData[Type]) => readonly [en: string, zh: string];

type EntrustingEvent = Extract<
  EventType,
  `mandates.mandate.${string}` | `customs.broker_mandate.${string}` | `tax_refund.agency_agreement.${string}`
>;

/** Who may act, declare and file for whom. */
export const ENTRUSTING: { readonly [Type in EntrustingEvent]: Words<Type> } = {
  'mandates.mandate.granted': () => ['A mandate was granted', '已发出授权'],
  'mandates.mandate.accepted': () => ['A mandate was accepted', '授权已被接受'],
  'mandates.mandate.declined': () => ['A mandate was declined', '授权已被拒绝'],
  'mandates.mandate.revoked': () => ['A mandate was revoked', '授权已被撤销'],
  'mandates.mandate.expired': () => ['A mandate has expired', '授权已到期'],
  'customs.broker_mandate.offered': ({ brokerName, agreementNumber }) => [
    `Mandate ${agreementNumber} offered to the customs broker ${brokerName}`,
    `已向报关企业 ${brokerName} 发起委托 ${agreementNumber}`,
  ],
  'customs.broker_mandate.accepted': ({ brokerName, validTo }) => [
    `The customs broker ${brokerName} may declare until ${validTo}`,
    `报关企业 ${brokerName} 已确认委托，有效期至 ${validTo}`,
  ],
  'customs.broker_mandate.refused': ({ brokerName, reason }) => [
    `The customs broker ${brokerName} refused the mandate: ${reason}`,
    `报关企业 ${brokerName} 拒绝委托：${reason}`,
  ],
  'customs.broker_mandate.revoked': ({ brokerName, reason }) => [
    `The mandate of the customs broker ${brokerName} was revoked: ${reason}`,
    `对报关企业 ${brokerName} 的委托已撤销：${reason}`,
  ],
  'customs.broker_mandate.expired': ({ brokerName, validTo }) => [
    `The mandate of the customs broker ${brokerName} ended on ${validTo}`,
    `对报关企业 ${brokerName} 的委托已于 ${validTo} 到期`,
  ],
  'tax_refund.agency_agreement.drafted': ({ agentName, agreementNumber }) => [
    `Agency agreement ${agreementNumber} with ${agentName} entered`,
    `已登记与 ${agentName} 的代办退税协议 ${agreementNumber}`,
  ],
  'tax_refund.agency_agreement.confirmed': ({ agentName, validFrom }) => [
    `${agentName} may file refunds from ${validFrom} on`,
    `${agentName} 自 ${validFrom} 起可代办退税`,
  ],
  'tax_refund.agency_agreement.withdrawn': ({ agentName, reason }) => [
    `The agency agreement with ${agentName} was withdrawn: ${reason}`,
    `与 ${agentName} 的代办退税协议已撤回：${reason}`,
  ],
  'tax_refund.agency_agreement.ended': ({ agentName, reason }) => [
    `The agency agreement with ${agentName} was ended: ${reason}`,
    `与 ${agentName} 的代办退税协议已终止：${reason}`,
  ],
  'tax_refund.agency_agreement.expired': ({ agentName }) => [
    `The agency agreement with ${agentName} has run out`,
    `与 ${agentName} 的代办退税协议已到期`,
  ],
};
