import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

import { problemsOf } from '../http/api-problem.js';
import { handlersOf, operationIdOf } from '../http/handlers.js';

/** Which operations answer each problem, as each says of itself in the contract. */
@Injectable()
export class OperationProblems implements OnModuleInit {
  private readonly byCode = new Map<string, string[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const handler of handlersOf(this.discovery, this.scanner)) {
      const id = operationIdOf(handler);
      if (id !== undefined) for (const code of problemsOf(handler.method)) this.add(code, id);
    }
    for (const ids of this.byCode.values()) ids.sort();
  }

  /** By `operationId`; none for a problem that comes with no operation of the contract. */
  operationsOf(code: string): string[] {
    return [...(this.byCode.get(code) ?? [])];
  }

  private add(code: string, id: string): void {
    this.byCode.set(code, [...(this.byCode.get(code) ?? []), id]);
  }
}
