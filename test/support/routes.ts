import { hidden, open, requirement } from '@kernel/http/can';
import { challenged } from '@kernel/http/challenge-guard';
import type { Door } from '@kernel/http/doors';
import type { Action, Subject } from '@wire/permissions';
import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type * as z from 'zod';

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;
export type Method = (typeof methods)[number];

/** One handler that strangers can reach, as its decorators describe it. */
export interface Route {
  readonly name: string;
  readonly method: Method | 'SOCKET';
  /** `/api/jobs/:id` */
  readonly path: string;
  readonly isOpen: boolean;
  /** Whoever may not use it is told that there is none. */
  readonly isHidden: boolean;
  readonly needs: readonly [Action, Subject] | null;
  readonly body: z.ZodType | null;
  /** Floods of guests are asked for work there. */
  readonly door: Door | null;
}

const bodyArgument = '3:';

const meta = (key: string, ...targets: object[]): unknown =>
  targets
    .map((target) => Reflect.getMetadata(key, target) as unknown)
    .find((one) => one !== undefined);

/** Every handler of every controller and gateway; nothing that is added can be left out. */
export function routesOf(app: INestApplication): Route[] {
  const discovery = app.get(DiscoveryService, { strict: false });
  const scanner = new MetadataScanner();
  const wrappers = [...discovery.getControllers(), ...discovery.getProviders()];
  const classes = wrappers.flatMap(({ instance }) => {
    const found: unknown = instance;
    return typeof found === 'object' && found !== null && found.constructor !== Object
      ? [found]
      : [];
  });
  return [...new Set(classes)].flatMap((one) => {
    const prototype = Object.getPrototypeOf(one) as Record<string, object>;
    return scanner
      .getAllMethodNames(prototype)
      .flatMap((name) => routeOf(one.constructor, name, prototype[name] ?? {}));
  });
}

function routeOf(type: object & { name?: string }, name: string, handler: object): Route[] {
  const path = meta('path', handler);
  const message = meta('message', handler);
  const isSocket = meta('websockets:message_mapping', handler) === true;
  if (path === undefined && !isSocket) return [];
  const prefix = isSocket ? 'socket' : (meta('path', type) as string);
  const whole = `/${[prefix, String(isSocket ? message : path)].join('/')}`;
  return [
    {
      name: `${String(type.name)}.${name}`,
      method: isSocket ? 'SOCKET' : (methods[Number(meta('method', handler))] ?? 'GET'),
      path: whole.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'),
      isOpen: meta(open, handler, type) === true,
      isHidden: meta(hidden, handler, type) === true,
      needs: (meta(requirement, handler, type) as [Action, Subject] | undefined) ?? null,
      body: bodyOf(type, name),
      door: (meta(challenged, handler) as Door | undefined) ?? null,
    },
  ];
}

function bodyOf(type: object, name: string): z.ZodType | null {
  const all = (Reflect.getMetadata('__routeArguments__', type, name) ?? {}) as Record<
    string,
    { schema?: z.ZodType }
  >;
  const [, found] = Object.entries(all).find(([key]) => key.startsWith(bodyArgument)) ?? [];
  return found?.schema ?? null;
}
