import { minorDigits } from '../../kernel/currency.js';
import { Decimal } from '../../kernel/decimal.js';
import { checkSizeType } from '../../kernel/identifiers/container-size-type.js';
import { type InputCheck } from '../../kernel/input-check.js';
import { type Money } from '../../kernel/money.js';
import { isForSeaOnly, sellerPaysCarriage, sellerPaysInsurance } from './incoterm.js';
import { SAY } from './orders.sentences.js';
import { type NewLine, type NewTerms, CHANNELS_WITHOUT_REFUND, claimsRefund, SALES_CHANNELS } from './trade-order.js';

/** What a rule needs to know of a party. */
export interface PartyInOrder {
  readonly kind: string;
  readonly enterpriseKind: string | null;
  readonly tax?: { readonly taxpayerType: string } | null;
}

/**
 * Every rule that looks at more than one field, noted with the pointer of the field to mend.
 * The shape of single fields is checked before.
 */
export function checkTerms(check: InputCheck, terms: NewTerms): void {
  checkTrade(check, terms);
  checkRoute(check, terms);
  checkFreight(check, terms);
  checkCharges(check, terms);
  terms.lines.forEach((line, index) => {
    checkLine(check, line, `/lines/${index}`, terms.currency);
  });
}

/** Seller and buyer exist, are what they are taken for, and the seller may use this refund mode. */
export function checkParties(
  check: InputCheck,
  { refund }: NewTerms,
  seller: PartyInOrder | undefined,
  buyer: PartyInOrder | undefined,
): void {
  check.that(seller?.kind === 'seller', '/sellerId', 'unknown_party', SAY.no_such_seller);
  check.that(buyer?.kind === 'buyer', '/buyerId', 'unknown_party', SAY.no_such_buyer);
  if (seller?.kind !== 'seller' || !claimsRefund(refund.mode)) return;
  // Exempt without refund (财税〔2012〕39号 第六条; since 2026 财政部 税务总局公告2026年第11号 第六条).
  check.that(seller.tax?.taxpayerType !== 'small_scale', '/refund/mode', 'small_scale_exempt', SAY.small_scale);
  const needed = refund.mode === 'trading' ? 'trading' : 'manufacturer';
  check.that(
    seller.enterpriseKind === needed,
    '/refund/mode',
    'not_for_this_seller',
    refund.mode === 'trading' ? SAY.trading_only : SAY.manufacturer_only,
  );
}

function checkTrade(check: InputCheck, { currency, fx, refund, salesChannel }: NewTerms): void {
  const isAtPar = currency !== 'CNY' || new Decimal(fx.planRate).equals(1);
  check.that(isAtPar, '/fx/planRate', 'not_at_par', SAY.planned_at_par);
  check.positive(new Decimal(fx.planRate), '/fx/planRate');
  check.that(
    (SALES_CHANNELS as readonly string[]).includes(salesChannel),
    '/salesChannel',
    'channel_not_offered',
    SAY.channel_not_offered,
  );
  check.that(
    refund.mode === 'none' || !CHANNELS_WITHOUT_REFUND.includes(salesChannel),
    '/refund/mode',
    'no_refund_in_channel',
    SAY.no_refund_in_channel({ channel: salesChannel }),
  );
  const withoutRefund = refund.advance && !claimsRefund(refund.mode);
  check.that(!withoutRefund, '/refund/advance', 'nothing_to_advance', SAY.nothing_to_advance);
}

function checkRoute(check: InputCheck, { incoterm, route }: NewTerms): void {
  check.that(
    route.transportMode === 'sea' || !isForSeaOnly(incoterm),
    '/incoterm',
    'sea_only',
    SAY.incoterm_sea_only({ incoterm, mode: route.transportMode }),
  );
  check.that(route.portOfLoading.startsWith('CN'), '/route/portOfLoading', 'not_in_china', SAY.leaves_from_china);
  check.that(route.destinationCountry !== 'CN', '/route/destinationCountry', 'not_abroad', SAY.goes_abroad);
}

function checkFreight(check: InputCheck, { freight, route }: NewTerms): void {
  const { by, mode, containers } = freight;
  if (by === 'platform') {
    check.that(mode !== null, '/freight/mode', 'required', SAY.say_fcl_or_lcl);
    check.that(route.transportMode === 'sea', '/route/transportMode', 'mode_not_offered', SAY.sea_only);
  }
  if (mode === 'fcl') check.that(containers.length > 0, '/freight/containers', 'too_few', SAY.containers_needed);
  else check.that(containers.length === 0, '/freight/containers', 'not_applicable', SAY.containers_fcl_only);
  containers.forEach(({ sizeType }, index) => {
    const { valid, reason } = checkSizeType(sizeType);
    const pointer = `/freight/containers/${index}/sizeType`;
    check.that(valid, pointer, 'invalid_size_type', SAY.not_a_size_type({ reason: reason ?? 'unknown' }));
  });
}

/** Carriage and insurance belong to the price under some Incoterms only; customs wants to know them there. */
function checkCharges(check: InputCheck, { incoterm, freight, currency }: NewTerms): void {
  const { by, freightCharge, insuranceCharge } = freight;
  if (sellerPaysCarriage(incoterm)) {
    const known = by === 'platform' || freightCharge !== null;
    check.that(known, '/freight/freightCharge', 'required', SAY.say_carriage({ incoterm }));
  } else {
    const text = SAY.buyer_pays_carriage({ incoterm });
    check.that(freightCharge === null, '/freight/freightCharge', 'not_applicable', text);
  }
  if (sellerPaysInsurance(incoterm)) {
    const text = SAY.say_insurance({ incoterm });
    check.that(insuranceCharge !== null, '/freight/insuranceCharge', 'required', text);
  } else {
    const text = SAY.seller_insures_nothing({ incoterm });
    check.that(insuranceCharge === null, '/freight/insuranceCharge', 'not_applicable', text);
  }
  checkCurrency(check, freightCharge, '/freight/freightCharge', currency);
  checkCurrency(check, insuranceCharge, '/freight/insuranceCharge', currency);
}

function checkCurrency(check: InputCheck, charge: Money | null, pointer: string, currency: string): void {
  if (charge === null) return;
  const text = SAY.charge_currency({ currency });
  check.that(charge.currency === currency || charge.currency === 'CNY', pointer, 'currency_mismatch', text);
}

function checkLine(check: InputCheck, line: NewLine, at: string, currency: string): void {
  const quantity = new Decimal(line.quantity);
  check.positive(quantity, `${at}/quantity`);
  check.positive(new Decimal(line.firstQuantity), `${at}/firstQuantity`);
  check.positive(new Decimal(line.unitPrice), `${at}/unitPrice`);
  check.positive(new Decimal(line.netWeightKg), `${at}/netWeightKg`);
  checkTotal(check, line, quantity, at, currency);
  const isHeavier = new Decimal(line.netWeightKg).greaterThan(line.grossWeightKg);
  check.that(!isHeavier, `${at}/netWeightKg`, 'net_above_gross', SAY.net_above_gross);
  const chapter = line.hsCode.slice(0, 2);
  check.that(chapter >= '01' && chapter <= '97', `${at}/hsCode`, 'no_such_chapter', SAY.chapters);
  check.that(
    (line.secondQuantity === null) === (line.secondUnit === null),
    line.secondUnit === null ? `${at}/secondUnit` : `${at}/secondQuantity`,
    'required',
    SAY.second_pair,
  );
  if (line.secondQuantity !== null) check.positive(new Decimal(line.secondQuantity), `${at}/secondQuantity`);
  if (line.refundCode !== null) {
    const text = SAY.refund_code({ hsCode: line.hsCode });
    check.that(line.refundCode.startsWith(line.hsCode), `${at}/refundCode`, 'invalid_refund_code', text);
  }
  if (line.purchase !== null) check.share(new Decimal(line.purchase.vatRate), `${at}/purchase/vatRate`);
}

/** Customs returns a declaration whose total is not price × quantity, to a cent. */
function checkTotal(check: InputCheck, line: NewLine, quantity: Decimal, at: string, currency: string): void {
  if (
    !check.that(
      line.total.currency === currency,
      `${at}/total/currency`,
      'currency_mismatch',
      SAY.order_currency({ currency }),
    )
  )
    return;
  check.that(line.total.minor > 0n, `${at}/total`, 'not_positive', SAY.value_above_zero);
  const tolerance = Decimal.max('0.01', new Decimal(10).pow(-minorDigits(currency)));
  const product = quantity.times(line.unitPrice);
  const difference = product.minus(line.total.toDecimal()).abs();
  const text = SAY.total_mismatch({ product: product.toFixed(), currency, tolerance: tolerance.toString() });
  check.that(difference.lessThanOrEqualTo(tolerance), `${at}/total`, 'total_mismatch', text);
}
