/** Parts of which the schemas of what we send to the carrier are made. */
export const text = (maxLength: number): object => ({ type: 'string', maxLength, pattern: '^\\S(?:.*\\S)?$' });
export const object = (required: readonly string[], properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
export const list = (items: object, minItems = 1): object => ({ type: 'array', minItems, items });
export const quantity = (units: readonly string[]): object =>
  object(['value', 'unit'], { value: { type: 'number', exclusiveMinimum: 0 }, unit: { enum: units } });
