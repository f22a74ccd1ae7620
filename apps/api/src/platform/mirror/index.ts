export { KurrentMirror } from './adapters/kurrent-mirror';
