/**
 * Currencies by ISO 4217, with the decimals of their minor unit. why not what the runtime says: Intl writes the forint, the rupiah, the
 * Iraqi dinar and others with the decimals that people use, and would show `gmv_minor` a hundred times too high.
 */
const BY_DECIMALS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP
    CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD
    KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
    PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU
    UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** Withdrawn since 2009: orders of earlier years carry them. */
const WITHDRAWN: Readonly<Record<number, string>> = {
  0: 'BYR',
  2: 'ANG BGN CUC EEK HRK LTL LVL MRO SLL STD TMM VEF ZMK ZWL',
};

const decimals = new Map(
  [BY_DECIMALS, WITHDRAWN].flatMap((table) =>
    Object.entries(table).flatMap(([digits, codes]) => codes.split(/\s+/).map((code) => [code, Number(digits)] as const)),
  ),
);

/** Every code that an order or a region may carry. */
export const CURRENCY_CODES: readonly string[] = [...decimals.keys()].sort();

export const isCurrency = (code: string): boolean => decimals.has(code);

/** How many digits of an amount in minor units stand behind the point. Amounts of codes that nobody knows have two. */
export const decimalsOf = (currency: string): number => decimals.get(currency) ?? 2;

/** An amount in minor units as a number of its currency's units, as files for spreadsheets have it: 1234 GBP is 12.34. */
export const unitsOf = (minor: number, currency: string): number => minor / 10 ** decimalsOf(currency);
