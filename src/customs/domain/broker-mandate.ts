import { checkUscc } from '../../kernel/identifiers/uscc.js';
import { InputCheck } from '../../kernel/input-check.js';
import { addDays, addMonths, type LocalDate } from '../../kernel/local-date.js';
import { brokerMandateLaw } from './broker-mandate-law.js';
import { SAY } from './broker-mandate.sentences.js';
import { type BrokerMandateState } from './broker-mandate-status.js';
import { type DomesticParty } from './declaration-form.js';

/** 长期委托, for whatever is declared while it lasts, or 逐票委托, for one order. */
export const MANDATE_KINDS = ['long_term', 'single_shipment'] as const;
export type MandateKind = (typeof MANDATE_KINDS)[number];

/** What an exporter entrusts to a customs broker (代理报关委托书). */
export interface BrokerMandateTerms {
  readonly kind: MandateKind;
  /** The one order that a `single_shipment` is for. */
  readonly orderId: string | null;
  /** 委托书编号, given by the single window. */
  readonly agreementNumber: string;
  /** 被委托方: who declares. */
  readonly broker: DomesticParty;
  /** Customs offices by four digits, or whole districts by their first two; empty: all. */
  readonly customsOffices: readonly string[];
  /** Supervision modes (监管方式); empty: all. */
  readonly supervisionModes: readonly string[];
  readonly validFrom: LocalDate;
  /** The last day. */
  readonly validTo: LocalDate;
}

/** A mandate as the gate sees it. */
export interface StandingMandate extends BrokerMandateTerms {
  readonly id: string;
  readonly state: BrokerMandateState;
}

/** 海关注册编码: five digits of place and zone, then five signs. */
const CUSTOMS_CODE = /^[0-9]{5}[0-9A-Z]{5}$/;

/**
 * What must hold of a mandate when it is offered.
 * @param sellerUscc of the exporter, who cannot be its own broker
 * @throws InvalidInputError naming every fault
 */
export function checkBrokerMandate(terms: BrokerMandateTerms, sellerUscc: string, today: LocalDate): void {
  const { kind, orderId, broker } = terms;
  const check = new InputCheck();
  if (kind === 'single_shipment') check.required(orderId ?? undefined, '/orderId');
  else check.absent(orderId ?? undefined, '/orderId', 'kind long_term');
  const uscc = checkUscc(broker.uscc);
  check.that(uscc.valid || uscc.reason === 'checksum', '/broker/uscc', 'format', SAY.uscc);
  check.that(broker.uscc !== sellerUscc, '/broker/uscc', 'same_company', SAY.own_broker);
  check.that(CUSTOMS_CODE.test(broker.customsCode), '/broker/customsCode', 'format', SAY.customs_code);
  checkDays(check, terms, today);
  check.done();
}

function checkDays(check: InputCheck, { validFrom, validTo }: BrokerMandateTerms, today: LocalDate): void {
  check.date(validFrom, '/validFrom');
  check.date(validTo, '/validTo');
  if (!check.that(validFrom <= validTo, '/validTo', 'before_start', SAY.ends_before_start({ validFrom }))) return;
  check.that(validTo >= today, '/validTo', 'over', SAY.over_already({ today }));
  const law = brokerMandateLaw(validFrom);
  if (!check.that(law !== null, '/validFrom', 'too_early', SAY.no_form_yet) || law === null) return;
  const lastDay = addDays(addMonths(validFrom, law.longestMonths), -1);
  const text = SAY.too_long({ months: law.longestMonths, lastDay });
  check.that(validTo <= lastDay, '/validTo', 'too_long', text);
}

/** Whether a mandate's places take in this customs office. */
export function coversOffice({ customsOffices }: BrokerMandateTerms, office: string): boolean {
  return customsOffices.length === 0 || customsOffices.some((place) => office.startsWith(place));
}

export function coversMode({ supervisionModes }: BrokerMandateTerms, mode: string): boolean {
  return supervisionModes.length === 0 || supervisionModes.includes(mode);
}

/** The first instant at which it is over: midnight in China after its last day. */
export function endOf({ validTo }: Pick<BrokerMandateTerms, 'validTo'>): Date {
  return new Date(`${addDays(validTo, 1)}T00:00:00+08:00`);
}
