import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

import { ScopeNotMandatedError } from '../auth/mandates/mandate.errors.js';
import { REQUIRED_SCOPE, type Scope } from '../auth/scopes.js';
import { COMMAND_OPTIONS, type CommandOptions } from '../http/command.js';
import { MissingScopeError } from '../http/request.errors.js';
import { type Principal } from '../http/request.js';
import { NotBatchableError } from './bulk.errors.js';
import { SAY } from './bulk.sentences.js';

/** Where Swagger keeps what `@ApiOperation` said. */
const OPERATION_METADATA = 'swagger/apiOperation';

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
    for (const { instance } of this.discovery.getControllers()) {
      const controller = instance as object | undefined;
      if (controller === undefined) continue;
      const prototype = Object.getPrototypeOf(controller) as Record<string, object>;
      const base = Reflect.getMetadata(PATH_METADATA, controller.constructor) as string;
      for (const name of this.scanner.getAllMethodNames(prototype)) this.add(base, prototype[name]);
    }
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

  private add(base: string, handler: object | undefined): void {
    if (handler === undefined) return;
    const options = Reflect.getMetadata(COMMAND_OPTIONS, handler) as CommandOptions | undefined;
    if (options?.inBatches !== true || Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.POST) return;
    const { operationId: id } = Reflect.getMetadata(OPERATION_METADATA, handler) as { operationId: string };
    const scope = Reflect.getMetadata(REQUIRED_SCOPE, handler) as Scope;
    const words = [base, Reflect.getMetadata(PATH_METADATA, handler) as string].flatMap((path) => path.split('/'));
    const path = `/${words.filter((word) => word !== '').join('/')}`;
    const pathNames = words.filter((word) => word.startsWith(':')).map((word) => word.slice(1));
    this.commands.set(id, { id, path, pathNames, scope });
  }
}
