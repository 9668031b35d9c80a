import { getMetadataStorage, type ValidatorConstraintInterface } from 'class-validator';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** The rules of one property, looked up once. */
interface PropertyRules {
  readonly name: string;
  /** The property is checked only where all of these hold. */
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  readonly rules: readonly Rule[];
  readonly isNested: boolean;
}

interface Rule {
  readonly constraint: ValidatorConstraintInterface;
  readonly metadata: Metadata;
}

/** Null for a class whose rules this cannot follow; it is left to the library. */
type ClassRules = ReadonlyMap<string, PropertyRules> | null;

const known = new Map<unknown, ClassRules>();

/**
 * Whether class-validator would find nothing to object to, asked of its own rules and constraints, only that these are
 * looked up once per class and not once per object: some ten times as fast. A false says nothing; then the library
 * itself is asked, and names the faults.
 */
export function isSurelyValid(object: object): boolean {
  const rules = rulesOf(object.constructor);
  if (rules === null) return false;
  for (const key of Object.keys(object)) if (!rules.has(key)) return false;
  for (const property of rules.values()) if (!holds(object, property)) return false;
  return true;
}

function holds(object: object, { name, conditions, rules, isNested }: PropertyRules): boolean {
  const value = (object as Readonly<Record<string, unknown>>)[name];
  for (const applies of conditions) if (!applies(object, value)) return true;
  for (const rule of rules) if (!obeys(object, value, rule)) return false;
  return !isNested || isNestValid(value);
}

function obeys(object: object, value: unknown, { constraint, metadata }: Rule): boolean {
  const args = {
    value,
    object,
    property: metadata.propertyName,
    targetName: object.constructor.name,
    constraints: metadata.constraints as unknown[],
  };
  // A constraint that needs time to answer gives a promise, which is not `true`.
  if (!metadata.each || !Array.isArray(value)) return constraint.validate(value, args) === true;
  return value.every((item) => constraint.validate(item, args) === true);
}

function isNestValid(value: unknown): boolean {
  if (!Array.isArray(value)) return isObject(value) && isSurelyValid(value);
  return value.every((item) => isObject(item) && !Array.isArray(item) && isSurelyValid(item));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function rulesOf(type: unknown): ClassRules {
  let rules = known.get(type);
  if (rules === undefined) {
    rules = typeof type === 'function' ? readRules(type) : null;
    known.set(type, rules);
  }
  return rules;
}

// The library's own type for any class.
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
function readRules(type: Function): ClassRules {
  const storage = getMetadataStorage();
  const metadatas = storage.getTargetValidationMetadatas(type, '', false, false);
  if (metadatas.length === 0) return null;
  const properties = new Map<string, PropertyRules>();
  for (const [name, all] of Object.entries(storage.groupByPropertyName(metadatas))) {
    const rules = all.filter(({ type: kind }) => kind === 'customValidation' || kind === 'isDefined');
    const conditions = all.filter(({ type: kind }) => kind === 'conditionalValidation');
    const nests = all.filter(({ type: kind }) => kind === 'nestedValidation');
    const isPlain = rules.length + conditions.length + nests.length === all.length;
    if (!isPlain || all.some(({ validateIf }) => validateIf !== undefined)) return null;
    properties.set(name, {
      name,
      conditions: conditions.map(({ constraints }) => (constraints as PropertyRules['conditions'])[0] ?? (() => true)),
      rules: rules.flatMap((metadata) =>
        storage
          .getTargetValidatorConstraints(metadata.constraintCls)
          .map(({ instance }) => ({ constraint: instance, metadata })),
      ),
      isNested: nests.length > 0,
    });
  }
  return properties;
}
