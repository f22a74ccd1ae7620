let asking = false;

/**
 * Runs what asks the server, marked as the same page asking once more by itself. The server counts it
 * as one look of staff for a while; what nobody looked at yet is a look all the same.
 */
export function again<Asked>(ask: () => Asked): Asked {
  asking = true;
  try {
    return ask();
  } finally {
    asking = false;
  }
}

export const isAskedAgain = (): boolean => asking;
