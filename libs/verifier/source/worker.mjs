import { verifyExport } from './verify.mjs';
import { platform, read } from './web.mjs';

/* A thread of a page's own: a file goes in, what was found comes out. */

const { postMessage } = globalThis;

globalThis.onmessage = async ({ data: { file, key } }) => {
  try {
    postMessage(await verifyExport(await read(file), platform, { key }));
  } catch (error) {
    postMessage({ exit: 2, unreadable: error.message });
  }
};
