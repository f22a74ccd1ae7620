export { KurrentMirror } from './commands/mirror-events';
