import { checkContainerNumber, checkSizeType } from '../../../kernel/identifiers/index.js';
import { type DeclarationForm, type FormContainer } from '../declaration-form.js';
import { type Findings } from '../finding.js';
import { SAY } from '../validation.sentences.js';

/** Three digits of the carrier, seven and their remainder by 7; the house waybill may follow (填制规范: 总运单_分运单). */
const AIR_WAYBILL = /^(\d{3})-?(\d{7})(\d)(_.*)?$/;

/** What carries the goods, whichever way they go. */
export function checkTransportTogether(findings: Findings, form: DeclarationForm): void {
  checkAirWaybill(findings, form);
  checkContainers(findings, form.containers);
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
