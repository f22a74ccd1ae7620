import * as z from 'zod';

// Schemas would compile themselves with `new Function`, which no page of ours allows, and a schema
// tries when it is made: `main.ts` imports this file before all others.
z.config({ jitless: true });
