import { Injectable } from '@nestjs/common';

import { CustomsWindow, type DeclarationRead } from '../partners/customs-window.port.js';

/** What was read, for who shows it. */
export type DeclarationReading = DeclarationRead;

/** Reads declarations that others have written. Keeps nothing. */
@Injectable()
export class DeclarationReadings {
  constructor(private readonly window: CustomsWindow) {}

  /** @returns null where the message is no declaration */
  read(message: string): DeclarationReading | null {
    return this.window.readDeclaration(message);
  }
}
