import { type SupervisionMode } from './mode.js';
import { GENERAL_TRADE_MODE } from './mode-0110.js';
import { MARKET_PURCHASE_MODE } from './mode-1039.js';
import { BONDED_MODE } from './mode-1210.js';
import { BONDED_A_MODE } from './mode-1239.js';
import { RETAIL_DIRECT_MODE } from './mode-9610.js';
import { BUSINESS_DIRECT_MODE } from './mode-9710.js';
import { OVERSEAS_WAREHOUSE_MODE } from './mode-9810.js';

/** By their codes. */
export const MODES: readonly SupervisionMode[] = [
  GENERAL_TRADE_MODE,
  MARKET_PURCHASE_MODE,
  BONDED_MODE,
  BONDED_A_MODE,
  RETAIL_DIRECT_MODE,
  BUSINESS_DIRECT_MODE,
  OVERSEAS_WAREHOUSE_MODE,
];

export function modeOf(code: string): SupervisionMode | undefined {
  return MODES.find((mode) => mode.code === code);
}
