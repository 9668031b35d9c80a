/** Who claims, and on what: 免退税, 免抵退税, 代办退税. */
export const REGIMES = ['trading', 'manufacturer', 'agency'] as const;
export type Regime = (typeof REGIMES)[number];

export function isRegime(mode: string): mode is Regime {
  return (REGIMES as readonly string[]).includes(mode);
}
