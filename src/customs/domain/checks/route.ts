import { checkContainerNumber, checkSizeType } from '../../../kernel/identifiers/index.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { alpha3 } from '../data/countries.js';
import { isOfDistrict } from '../data/customs-districts.js';
import { destinationPort, portOfExit } from '../data/ports.js';
import { tradeTermOf } from '../data/trade-terms.js';
import { type DeclarationForm, type FormContainer } from '../declaration-form.js';
import { type Findings } from '../finding.js';
import { SAY } from '../validation.sentences.js';

/** Three digits of the carrier, seven and their remainder by 7; the house waybill may follow (填制规范: 总运单_分运单). */
const AIR_WAYBILL = /^(\d{3})-?(\d{7})(\d)(_.*)?$/;

/** Ports, offices, transport and containers beside one another. */
export function checkRouteTogether(findings: Findings, form: DeclarationForm): void {
  checkExit(findings, form);
  checkDestination(findings, form);
  checkAirWaybill(findings, form);
  checkContainers(findings, form.containers);
}

/** A charge that the price does not hold is not declared. */
export function checkChargesOfTerm(findings: Findings, form: DeclarationForm): void {
  const term = tradeTermOf(form.incoterm);
  if (term === null) return;
  const { incoterm } = form;
  const check = (charge: MoneyJson | null, isIncluded: boolean, pointer: string): void => {
    const isNothing = charge === null || Money.fromJSON(charge).isZero();
    findings.unless(isNothing || isIncluded, 'charge_not_in_term', pointer, SAY.term_without_it({ incoterm }));
  };
  check(form.freightCharge, term.includesFreight, '/freightCharge');
  check(form.insuranceCharge, term.includesInsurance, '/insuranceCharge');
}

function checkExit(findings: Findings, { portOfLoading, exitPortCode, exitOffice }: DeclarationForm): void {
  findings.unless(portOfLoading.startsWith('CN'), 'loading_port_abroad', '/portOfLoading', portOfLoading);
  const port = exitPortCode ?? portOfExit(portOfLoading);
  if (port === null) return;
  const isTogether = isOfDistrict(exitOffice, port);
  findings.unless(
    isTogether,
    'exit_office_of_other_district',
    '/exitOffice',
    SAY.port_and_office({ port, exitOffice }),
  );
}

function checkDestination(findings: Findings, form: DeclarationForm): void {
  const { destinationPortCode, portOfDischarge, destinationCountry } = form;
  const port = destinationPortCode ?? destinationPort(portOfDischarge)?.code;
  const country = alpha3(destinationCountry);
  if (port === undefined || country === null) return;
  const pointer = destinationPortCode === null ? '/portOfDischarge' : '/destinationPortCode';
  const found = SAY.port_and_country({ port, country });
  findings.unless(port.startsWith(country), 'destination_port_of_other_country', pointer, found);
}

function checkAirWaybill(findings: Findings, { transportMode, transport: { billNumber } }: DeclarationForm): void {
  if (transportMode !== 'air' || billNumber === null) return;
  const [, , serial = '', digit = ''] = AIR_WAYBILL.exec(billNumber.trim()) ?? [];
  const isSound = serial !== '' && Number(serial) % 7 === Number(digit);
  findings.unless(isSound, 'air_waybill_number', '/transport/billNumber', billNumber);
}

function checkContainers(findings: Findings, containers: readonly FormContainer[]): void {
  const seen = new Set<string>();
  for (const [index, { number, sizeType }] of containers.entries()) {
    const at = `/containers/${index}`;
    const check = checkContainerNumber(number);
    const isFormed = check.valid || check.reason === 'checksum';
    if (findings.unless(isFormed, 'container_number', `${at}/number`, number)) {
      const should = SAY.container_should_end({ number, digit: check.checkDigit ?? '?' });
      findings.unless(check.valid, 'container_check_digit', `${at}/number`, should);
    }
    findings.unless(!seen.has(check.normalized), 'container_twice', `${at}/number`, number);
    seen.add(check.normalized);
    const isKnown = sizeType !== null && checkSizeType(sizeType).valid;
    findings.unless(isKnown, 'container_size_unknown', `${at}/sizeType`, sizeType ?? SAY.not_given);
  }
}
