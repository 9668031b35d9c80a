import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** `refundableAmount` in the class, `refundable_amount` in the database. */
export class SnakeNamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return [...prefixes, custom ?? property]
      .filter((part) => part !== '')
      .map(snake)
      .join('_');
  }
}

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
