import { Money, type MoneyJson } from '../../../kernel/money.js';
import { alpha3 } from '../data/countries.js';
import { isOfDistrict } from '../data/customs-districts.js';
import { destinationPort, portOfExit } from '../data/ports.js';
import { tradeTermOf } from '../data/trade-terms.js';
import { type DeclarationForm } from '../declaration-form.js';
import { type Findings } from '../finding.js';
import { SAY } from '../validation.sentences.js';

/** Where an export leaves and where it goes, beside one another. */
export function checkRouteTogether(findings: Findings, form: DeclarationForm): void {
  checkExit(findings, form);
  checkDestination(findings, form);
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
