import { Money, type MoneyJson } from '../../../kernel/money.js';
import { SAY } from '../customs.sentences.js';
import { alpha3 } from '../data/countries.js';
import { destinationPort, portOfExit } from '../data/ports.js';
import { type DeclarationForm } from '../declaration-form.js';
import { type Findings } from '../finding.js';
import { SAY as SAY_OF_CHECKS } from '../validation.sentences.js';
import { valueBasisOf } from './import-shipment.js';

const PORT_ABROAD = /^[A-Z]{3}\d{3}$/;
const PORT_IN_CHINA = /^\d{6}$/;

/** Where an import comes from and by which port it enters. Pointers are those of the form. */
export function checkImportRoute(findings: Findings, form: DeclarationForm): void {
  const { destinationCountry, consignee, portOfLoading, portOfDischarge, destinationPortCode, exitPortCode } = form;
  findings.unless(alpha3(destinationCountry) !== null, 'country_unknown', '/destinationCountry', destinationCountry);
  findings.unless(alpha3(consignee.country) !== null, 'country_unknown', '/consignee/country', consignee.country);
  findings.unless(consignee.name.trim() !== '', 'name_required', '/consignee/name', SAY.empty);
  const isAbroad = destinationPort(portOfLoading) !== null;
  findings.unless(isAbroad, 'departure_port_unknown', '/portOfLoading', portOfLoading);
  if (destinationPortCode !== null) {
    const isPort = PORT_ABROAD.test(destinationPortCode);
    findings.unless(isPort, 'destination_port_format', '/destinationPortCode', destinationPortCode);
  }
  const entry = exitPortCode ?? portOfExit(portOfDischarge);
  const pointer = exitPortCode === null ? '/portOfDischarge' : '/exitPortCode';
  const isKnown = entry !== null && PORT_IN_CHINA.test(entry);
  findings.unless(isKnown, 'entry_port_unknown', pointer, entry ?? portOfDischarge);
}

/**
 * What the price leaves out must be declared: freight where it ends at the port abroad. A premium that is not known is
 * declared as 3‰ (审价办法).
 */
export function checkImportCharges(findings: Findings, form: DeclarationForm): void {
  const { incoterm, currency, freightCharge, insuranceCharge } = form;
  const otherCharge = form.import?.otherCharge ?? null;
  const basis = valueBasisOf(incoterm);
  if (basis === 'FOB') {
    const isGiven = freightCharge !== null && !Money.fromJSON(freightCharge).isZero();
    findings.unless(isGiven, 'import_freight_required', '/freightCharge', SAY.term_needs_it({ incoterm }));
  }
  const isInPrice = (charge: MoneyJson | null, pointer: string): void => {
    const isNothing = charge === null || Money.fromJSON(charge).isZero();
    findings.unless(isNothing, 'import_charge_in_price', pointer, SAY_OF_CHECKS.term_with_it({ incoterm }));
  };
  if (basis !== 'FOB') isInPrice(freightCharge, '/freightCharge');
  if (basis === 'CIF') isInPrice(insuranceCharge, '/insuranceCharge');
  const charges: Readonly<Record<string, MoneyJson | null>> = { freightCharge, insuranceCharge, otherCharge };
  for (const [name, charge] of Object.entries(charges)) {
    if (charge === null || charge.currency === currency) continue;
    const found = SAY.beside({ found: charge.currency, expected: currency });
    findings.unless(false, 'charge_currency', `/${name}`, found);
  }
  const isRated = currency === 'CNY' || form.import?.exchangeRate != null;
  findings.unless(isRated, 'exchange_rate_missing', '/exchangeRate', currency);
}
