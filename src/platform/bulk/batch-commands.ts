import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

import { ScopeNotMandatedError } from '../auth/mandates/mandate.errors.js';
import { REQUIRED_SCOPE, type Scope } from '../auth/scopes.js';
import { COMMAND_OPTIONS, type CommandOptions } from '../http/command.js';
import { type Handler, handlersOf, operationIdOf } from '../http/handlers.js';
import { MissingScopeError } from '../http/request.errors.js';
import { type Principal } from '../http/request.js';
import { NotBatchableError } from './bulk.errors.js';
import { SAY } from './bulk.sentences.js';

/** A command that can be given once for each item of a batch. */
export interface BatchCommand {
  /** Its `operationId`. */
  readonly id: string;
  /** With `:name` for each path parameter. */
  readonly path: string;
  readonly pathNames: readonly string[];
  readonly scope: Scope;
}

/** Every POST that makes something, found in what the operations say of themselves. */
@Injectable()
export class BatchCommands implements OnModuleInit {
  private readonly commands = new Map<string, BatchCommand>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const handler of handlersOf(this.discovery, this.scanner)) this.add(handler);
  }

  /** @throws NotBatchableError, MissingScopeError, ScopeNotMandatedError */
  get(id: string, caller: Principal): BatchCommand {
    const command = this.commands.get(id);
    if (command === undefined) {
      throw new NotBatchableError(SAY.no_such_command, { known: [...this.commands.keys()].sort() });
    }
    const { scope } = command;
    if (caller.scopes.has(scope)) return command;
    // Of one that acts for another only what both allow is left.
    if (caller.acting !== undefined)
      throw new ScopeNotMandatedError(SAY.scope_under_mandate({ command: id }), { scope });
    throw new MissingScopeError(SAY.scope_of_command({ command: id }), { scope });
  }

  private add(handler: Handler): void {
    const { base, method } = handler;
    const options = Reflect.getMetadata(COMMAND_OPTIONS, method) as CommandOptions | undefined;
    const id = operationIdOf(handler);
    if (id === undefined || options?.inBatches !== true) return;
    if (Reflect.getMetadata(METHOD_METADATA, method) !== RequestMethod.POST) return;
    const scope = Reflect.getMetadata(REQUIRED_SCOPE, method) as Scope;
    const words = [base, Reflect.getMetadata(PATH_METADATA, method) as string].flatMap((path) => path.split('/'));
    const path = `/${words.filter((word) => word !== '').join('/')}`;
    const pathNames = words.filter((word) => word.startsWith(':')).map((word) => word.slice(1));
    this.commands.set(id, { id, path, pathNames, scope });
  }
}
