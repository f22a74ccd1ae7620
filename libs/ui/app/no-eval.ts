/*
 * No page may make code out of text, and zod does so for speed unless it is told not to. It is told
 * where it looks when it is loaded: importing it for that would put all of it into the first bundle.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
