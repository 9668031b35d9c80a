import { checkUscc } from '../../kernel/identifiers/index.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { declarationLaws } from './channel-law.js';
import { checkBooking, checkContainersBooked } from './checks/booking.js';
import { checkCodes } from './checks/codes.js';
import { type DeclarationFacts, NO_FACTS } from './checks/facts.js';
import { checkGoods } from './checks/goods.js';
import { checkOrder } from './checks/order.js';
import { checkPapers } from './checks/papers.js';
import { checkParts } from './checks/parts.js';
import { checkArrivalTogether } from './checks/arrival.js';
import { checkChargesOfTerm, checkRouteTogether } from './checks/route.js';
import { checkTransportTogether } from './checks/transport.js';
import { SAY } from './customs.sentences.js';
import { lookUp } from './data/code-table.js';
import { alpha3 } from './data/countries.js';
import { CURRENCIES } from './data/currencies.js';
import { PACKAGES } from './data/packages.js';
import { destinationPort, portOfExit } from './data/ports.js';
import { type TradeTerm, tradeTermOf } from './data/trade-terms.js';
import {
  type DeclarationForm,
  directionOf,
  type DomesticParty,
  grossWeight,
  missingTransport,
  netWeight,
  packing,
} from './declaration-form.js';
import { ITEMS_MAX } from './declaration-split.js';
import { type Finding, Findings } from './finding.js';
import { fobValue } from './fob.js';
import { checkImportCharges, checkImportRoute } from './imports/import-rules.js';
import { itemFindings } from './item-rules.js';

const OFFICE = /^\d{4}$/;
const CUSTOMS_CODE = /^\d{5}[0-9A-Z]{5}$/;
const DESTINATION_PORT = /^[A-Z]{3}\d{3}$/;
const EXIT_PORT = /^\d{6}$/;

/**
 * Holds a declaration against every rule and names all breaches at once, errors and warnings.
 * @param on the day of declaration, for the code tables
 * @param isLeaving true when it is about to be declared: transport must be known then, and not before
 * @param facts what is known beside the form: tables, HS codes, the order, the booking
 */
export function validate(
  form: DeclarationForm,
  on: LocalDate,
  isLeaving: boolean,
  facts: DeclarationFacts = NO_FACTS,
): Finding[] {
  const findings = new Findings();
  checkOffices(findings, form);
  checkParties(findings, form);
  if (directionOf(form) === 'import') checkImportRoute(findings, form);
  else checkRoute(findings, form);
  checkTransport(findings, form, isLeaving);
  checkTerms(findings, form, on, isLeaving);
  findings.unless(form.items.length > 0, 'no_items', '/items', SAY.no_items);
  findings.unless(
    form.items.length <= ITEMS_MAX,
    'too_many_items',
    '/items',
    SAY.items_max({ count: form.items.length, max: ITEMS_MAX }),
  );
  const units = facts.codes.get('unit');
  for (const [index, item] of form.items.entries()) itemFindings(findings, form, item, index, { on, units });
  if (form.items.length > 0) checkTotals(findings, form, on);
  checkMode(findings, form, on);
  checkPapers(findings, form);
  checkParts(findings, form);
  checkAgainst(findings, form, facts, on);
  return findings.all;
}

/** What is known beside the form. */
function checkAgainst(findings: Findings, form: DeclarationForm, facts: DeclarationFacts, on: LocalDate): void {
  checkCodes(findings, form, facts.codes);
  checkGoods(findings, form, facts, on);
  if (facts.order !== null) {
    checkOrder(findings, form, facts.order);
    checkContainersBooked(findings, form, facts.order);
  }
  if (facts.booking !== null) checkBooking(findings, form, facts.booking);
}

/** 1039: a declaration is up to 150,000 USD. */
function checkMode(findings: Findings, { supervisionMode, currency, items }: DeclarationForm, on: LocalDate): void {
  const law = declarationLaws(supervisionMode).find(({ from }) => from <= on);
  if (law === undefined || items.some(({ total }) => total.currency !== currency)) return;
  const limit = law.limit.toString();
  const value = Money.sum(
    items.map(({ total }) => Money.fromJSON(total)),
    currency,
  );
  const found = SAY.value_beside_limit({ value: value.toString(), limit });
  const isComparable = currency === law.limit.currency;
  if (findings.unless(isComparable, 'value_limit_in_usd', '/currency', found))
    findings.unless(!value.isMoreThan(law.limit), 'value_limit', '/items', found);
}

function checkOffices(
  findings: Findings,
  { declarationOffice, exitOffice, contractNumber, goodsPlace }: DeclarationForm,
): void {
  findings.unless(OFFICE.test(declarationOffice), 'customs_office_format', '/declarationOffice', declarationOffice);
  findings.unless(OFFICE.test(exitOffice), 'customs_office_format', '/exitOffice', exitOffice);
  findings.unless(contractNumber.trim() !== '', 'contract_number_required', '/contractNumber', SAY.empty);
  findings.unless(goodsPlace.trim() !== '', 'goods_place_required', '/goodsPlace', SAY.empty);
}

/** A company that has two parts is named once. */
function checkParties(findings: Findings, { exporter, producer, declarant }: DeclarationForm): void {
  checkParty(findings, exporter, '/exporter');
  if (!isSame(producer, exporter)) checkParty(findings, producer, '/producer');
  if (!isSame(declarant, exporter)) checkParty(findings, declarant, '/declarant');
}

function isSame(left: DomesticParty, right: DomesticParty): boolean {
  return left.uscc === right.uscc && left.customsCode === right.customsCode && left.name === right.name;
}

function checkParty(findings: Findings, { name, uscc, customsCode }: DomesticParty, pointer: string): void {
  findings.unless(name.trim() !== '', 'name_required', `${pointer}/name`, SAY.empty);
  findings.unless(CUSTOMS_CODE.test(customsCode), 'customs_code_format', `${pointer}/customsCode`, customsCode);
  const check = checkUscc(uscc);
  const isFormed = check.valid || check.reason === 'checksum';
  if (findings.unless(isFormed, 'uscc_format', `${pointer}/uscc`, uscc)) {
    findings.unless(
      check.valid,
      'uscc_checksum',
      `${pointer}/uscc`,
      SAY.uscc_should_end({ uscc, digit: check.checkDigit ?? '?' }),
    );
  }
}

function checkRoute(findings: Findings, form: DeclarationForm): void {
  const { destinationCountry, consignee, portOfDischarge, portOfLoading, destinationPortCode, exitPortCode } = form;
  findings.unless(alpha3(destinationCountry) !== null, 'country_unknown', '/destinationCountry', destinationCountry);
  findings.unless(alpha3(consignee.country) !== null, 'country_unknown', '/consignee/country', consignee.country);
  findings.unless(consignee.name.trim() !== '', 'name_required', '/consignee/name', SAY.empty);
  if (destinationPortCode !== null) {
    const isPort = DESTINATION_PORT.test(destinationPortCode);
    findings.unless(isPort, 'destination_port_format', '/destinationPortCode', destinationPortCode);
  } else {
    const port = destinationPort(portOfDischarge);
    if (findings.unless(port !== null, 'destination_port_format', '/portOfDischarge', portOfDischarge)) {
      const isKnown = port?.isCountryOnly !== true;
      findings.unless(
        isKnown,
        'port_unknown',
        '/portOfDischarge',
        SAY.port_declared_as({ port: portOfDischarge, code: port?.code ?? '' }),
      );
    }
  }
  const exit = exitPortCode ?? portOfExit(portOfLoading);
  const pointer = exitPortCode === null ? '/portOfLoading' : '/exitPortCode';
  findings.unless(exit !== null && EXIT_PORT.test(exit), 'exit_port_unknown', pointer, exit ?? portOfLoading);
}

function checkTransport(findings: Findings, form: DeclarationForm, isLeaving: boolean): void {
  if (isLeaving) {
    for (const field of missingTransport(form)) {
      findings.unless(false, 'transport_required', `/transport/${field}`, SAY.not_known_yet);
    }
    const isNamed = !form.isContainerised || form.containers.length > 0;
    findings.unless(isNamed, 'containers_missing', '/containers', SAY.container_numbers_missing);
  }
  if (directionOf(form) === 'import') checkArrivalTogether(findings, form);
  else checkRouteTogether(findings, form);
  checkTransportTogether(findings, form);
}

function checkTerms(findings: Findings, form: DeclarationForm, on: LocalDate, isLeaving: boolean): void {
  const { incoterm, currency } = form;
  findings.unless(lookUp(CURRENCIES, currency, on) !== null, 'currency_not_listed', '/currency', currency);
  const term = tradeTermOf(incoterm);
  if (!findings.unless(term !== null, 'incoterm_unknown', '/incoterm', incoterm) || term === null) return;
  if (directionOf(form) === 'import') {
    checkImportCharges(findings, form);
    return;
  }
  checkCharges(findings, form, term, isLeaving);
  checkChargesOfTerm(findings, form);
}

/** Where we book the carriage, its price is known with the booking: until it leaves, a declaration may lack it. */
function checkCharges(findings: Findings, form: DeclarationForm, term: TradeTerm, isLeaving: boolean): void {
  const { incoterm, currency, freightCharge, insuranceCharge } = form;
  const isGiven = (charge: MoneyJson | null): charge is MoneyJson =>
    charge !== null && !Money.fromJSON(charge).isZero();
  const check = (charge: MoneyJson | null, rule: 'freight_required' | 'insurance_required', pointer: string): void => {
    if (!findings.unless(isGiven(charge), rule, pointer, SAY.term_needs_it({ incoterm })) || charge === null) return;
    findings.unless(
      charge.currency === currency,
      'charge_currency',
      pointer,
      SAY.beside({ found: charge.currency, expected: currency }),
    );
  };
  if (term.includesFreight && (isLeaving || freightCharge !== null)) {
    check(freightCharge, 'freight_required', '/freightCharge');
  }
  if (term.includesInsurance) check(insuranceCharge, 'insurance_required', '/insuranceCharge');
  const pointers = findings.all.map(({ pointer }) => pointer);
  const areChargesSound = !pointers.includes('/freightCharge') && !pointers.includes('/insuranceCharge');
  const isPriced = form.items.length > 0 && form.items.every(({ total }) => total.currency === currency);
  if (areChargesSound && isPriced && (term.includesFreight || term.includesInsurance)) {
    findings.unless(fobValue(form) !== null, 'charges_exceed_value', '/freightCharge', SAY.no_fob_left);
  }
}

function checkTotals(findings: Findings, form: DeclarationForm, on: LocalDate): void {
  const net = netWeight(form);
  const gross = grossWeight(form);
  findings.unless(net.greaterThan(0), 'weight_required', '/netWeightKg', SAY.kilograms({ weight: net.toFixed() }));
  findings.unless(
    gross.greaterThan(0),
    'weight_required',
    '/grossWeightKg',
    SAY.kilograms({ weight: gross.toFixed() }),
  );
  findings.unless(
    !net.greaterThan(gross),
    'net_over_gross',
    '/netWeightKg',
    SAY.net_in_gross({ net: net.toFixed(), gross: gross.toFixed() }),
  );
  const packages = packing(form);
  const count = packages.reduce((sum, pack) => sum + pack.count, 0);
  findings.unless(count > 0, 'packages_required', '/packages', SAY.no_packages);
  for (const { type } of packages) {
    const index = form.items.findIndex((item) => item.packageType === type);
    findings.unless(lookUp(PACKAGES, type, on) !== null, 'package_type_unknown', `/items/${index}/packageType`, type);
  }
}
