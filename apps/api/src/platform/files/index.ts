export { GrantFiles } from './commands/grant-files';
export { fileEvents, type FileEvent } from './domain/files.events';
export { DescribeFiles } from './queries/describe-files';
