import { DefaultNamingStrategy } from 'typeorm';

/** `deliverAt` in code is `deliver_at` in the database. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined): string {
    return given ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
