const CODES =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC ' +
  'CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ' +
  'ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK ' +
  'MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE ' +
  'SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ' +
  'ZAR ZMW ZWG';

const NO_MINOR_UNIT = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND';

/** An ISO 4217 alphabetic code that is in use. */
export type Currency = string & { readonly __currency?: never };

/** Digits of the minor unit per currency. Source: ISO 4217, list one. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ...CODES.split(' ').map((code) => [code, 2] as const),
  ...NO_MINOR_UNIT.split(' ').map((code) => [code, 0] as const),
  ...THREE_DIGITS.split(' ').map((code) => [code, 3] as const),
]);

export const CURRENCIES: readonly string[] = [...DIGITS.keys()].sort();

export function isCurrency(code: string): code is Currency {
  return DIGITS.has(code);
}

/** @returns 2 for CNY, 0 for JPY, 3 for KWD */
export function minorDigits(currency: Currency): number {
  const digits = DIGITS.get(currency);
  if (digits === undefined) throw new Error(`Not an ISO 4217 currency: ${currency}`);
  return digits;
}
