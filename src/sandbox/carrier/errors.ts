import { STATUS_CODES } from 'node:http';

import { type Arrival, jsonAnswer } from '../world/doorway.js';
import { type Refusal } from '../world/refusal.js';
import { type Answer } from '../world/world.js';

const ERROR_CODE = 7003;

/** DCSA ErrorResponse: one entry per fault, with the place as a JSONPath. */
export function dcsaWording(refusal: Refusal, arrival: Arrival): Answer {
  const { status, code, message, faults } = refusal;
  const single = [{ errorCodeText: code, errorCodeMessage: message }];
  const errors = faults.map(({ pointer, message: reason }) => ({
    errorCode: ERROR_CODE,
    property: pointer.split('/').at(-1) ?? '',
    jsonPath: jsonPath(pointer),
    errorCodeText: 'invalidData',
    errorCodeMessage: `${pointer} ${reason}`,
  }));
  return jsonAnswer(status, {
    httpMethod: arrival.method,
    requestUri: arrival.path,
    statusCode: status,
    statusCodeText: STATUS_CODES[status] ?? 'Error',
    statusCodeMessage: message,
    errorDateTime: arrival.at.toISOString(),
    errors: errors.length === 0 ? single : errors,
  });
}

/** `/requestedEquipments/0/units` → `$.requestedEquipments[0].units` */
export function jsonPath(pointer: string): string {
  return `$${pointer.replaceAll(/\/(\d+)/g, '[$1]').replaceAll('/', '.')}`;
}
