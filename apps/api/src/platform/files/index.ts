export { DropObject, KeepObject } from './commands/keep-object';
export { GrantFiles } from './commands/grant-files';
export { fileEvents, type FileEvent } from './domain/files.events';
export { DescribeFiles } from './queries/describe-files';
export { FilesOwnedBy } from './queries/files-owned-by';
export { KeptObject } from './queries/kept-object';
export { BytesOf } from './queries/bytes-of';
export { LinkToFile } from './queries/link-to-file';
