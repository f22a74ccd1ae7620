import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type * as z from 'zod';

/** Documents the answer and passes it through the schema: a field not in it never leaves. */
export const Returns = (schema: z.ZodType, status = 200) =>
  applyDecorators(ApiResponse({ status, standardSchema: schema }), SerializeOptions({ schema }));
