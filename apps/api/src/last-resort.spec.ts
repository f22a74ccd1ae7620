import { EventEmitter } from 'node:events';
import { lastResort } from './last-resort';

describe('what nobody caught', () => {
  it('is written down before the process ends', () => {
    const said: unknown[][] = [];
    const exits: unknown[] = [];
    const ending = Object.assign(new EventEmitter(), { exit: (code: number) => exits.push(code) });
    lastResort(
      { fatal: (...words: unknown[]) => said.push([exits.length, ...words]) },
      ending as never,
    );
    const gone = new Error('gone');
    ending.emit('uncaughtException', gone, 'unhandledRejection');
    expect([said, exits]).toEqual([[[0, gone, 'unhandledRejection']], [1]]);
  });
});
